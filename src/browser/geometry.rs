//! Where elements are on the page, and how large.

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
