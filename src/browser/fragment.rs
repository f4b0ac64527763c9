//! What stands after `#` in the page's address.

/// What stands there, without the `#`.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The page's address with something else there.
pub fn address_with(fragment: &str) -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    if fragment.is_empty() { page.to_owned() } else { format!("{page}#{fragment}") }
}

/// Puts something else there: as a step that Back takes back, or in place of the last one. What the page's own program
/// keeps with the step stays.
pub fn set_fragment(fragment: &str, is_step: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let (state, address) = (history.state().unwrap_or_default(), address_with(fragment));
    // Sandboxed pages may not; then the address stays, and all else works.
    let _ = if is_step {
        history.push_state_with_url(&state, "", Some(&address))
    } else {
        history.replace_state_with_url(&state, "", Some(&address))
    };
}
