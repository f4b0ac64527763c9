//! Which links may stand on somebody else's page.

/// Whether an address may be linked to: https, http, mailto, tel, or relative. `javascript:` and its
/// like are refused however they are spelled, since browsers drop control characters and leading
/// blanks before they read the scheme (WHATWG URL, "basic URL parser").
///
/// ```
/// use huso_agenda::link::is_safe;
/// assert!(is_safe("https://example.org/a:b") && is_safe("slides.pdf") && is_safe("tel:+5712345"));
/// assert!(!is_safe(" java\tscript:alert(1)") && !is_safe("data:text/html,x") && !is_safe(""));
/// ```
pub fn is_safe(address: &str) -> bool {
    matches!(scheme(address).as_deref(), None | Some("https" | "http" | "mailto" | "tel"))
        && !address.trim().is_empty()
}

/// Whether an address can be fetched from: https, http, or relative.
pub fn is_web(address: &str) -> bool {
    matches!(scheme(address).as_deref(), None | Some("https" | "http")) && !address.trim().is_empty()
}

/// Whether an address says all of where it leads to.
pub fn is_absolute(address: &str) -> bool {
    scheme(address).is_some()
}

/// The scheme in lower case, as a browser would read it; `None` for a relative address.
fn scheme(address: &str) -> Option<String> {
    let seen: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let (scheme, _) = seen.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then(|| scheme.to_ascii_lowercase())
}
