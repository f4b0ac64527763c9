//! The page around, and whether somebody looks at it.

/// A parameter of the page's address.
pub fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Whether the browser believes that there is a network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether nobody can see the page.
pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// Whether an element is longer than the window.
pub fn is_long(element: &web_sys::Element) -> bool {
    let page = element.owner_document().and_then(|document| document.document_element());
    page.is_some_and(|page| element.client_height() > page.client_height())
}

/// How wide an element is inside, in ems of its text.
pub fn width_in_ems(element: &web_sys::Element) -> Option<f64> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let size: f64 = style.get_property_value("font-size").ok()?.trim_end_matches("px").parse().ok()?;
    (size > 0.0).then(|| f64::from(element.client_width()) / size)
}

/// Where something of the page is seen within an element: from 0 to 1 from its left edge to its right one, and from its
/// top to its bottom.
pub fn share_of(element: &web_sys::Element, client_x: i32, client_y: i32) -> Option<(f64, f64)> {
    let seen = element.get_bounding_client_rect();
    let (width, height) = (seen.width(), seen.height());
    let is_seen = width > 0.0 && height > 0.0;
    is_seen
        .then(|| ((f64::from(client_x) - seen.left()) / width, (f64::from(client_y) - seen.top()) / height))
}
