//! Line drawings on buttons.

use crate::view::View;
use yew::{Html, html};

/// A line drawing of 16 by 16, for the eye alone.
pub fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}

/// A magnifying glass.
pub const SEARCH: &str = "M6.75 2a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5M10.25 10.25l4 4";
/// Lines that get shorter.
pub const FILTER: &str = "M1.5 4h13M4 8h8M6.5 12h3";
/// A cross.
pub const CROSS: &str = "M3 3l10 10M13 3l-10 10";
/// A printer.
pub const PRINTER: &str = "M4.5 6v-4h7v4M4.5 11.5h-2.5v-5h12v5h-2.5M4.5 9.5h7v4.5h-7z";
/// An angle that points down.
pub const CHEVRON: &str = "M3.5 6l4.5 4.5l4.5-4.5";

/// What a view looks like.
pub fn view_icon(view: View) -> Html {
    icon(match view {
        View::List => "M2 4h2M6 4h8M2 8h2M6 8h8M2 12h2M6 12h8",
        View::Grid => "M2.5 2.5h4.5v6h-4.5zM9 2.5h4.5v4h-4.5zM2.5 10.5h4.5v3h-4.5zM9 8.5h4.5v5h-4.5z",
        View::Ruler => "M1.5 5h13v6h-13zM4.5 5v3M7.5 5v2M10.5 5v3",
    })
}
/// A triangle with an exclamation mark.
pub const WARNING: &str = "M8 2l6.5 11.5h-13zM8 6.5v3M8 11v1";
