//! The grid and the ruler, which only who switches to one downloads. In the package, what nothing but [`load`]
//! leads to is a file of its own (docs/decisions/0013); elsewhere it is in the program.
#![allow(unsafe_code, reason = "the macro imports the function from that file")]

use super::day_view::{DayView, DayViewProps};
use crate::lazy_part::NotLoaded;
use yew::{Html, html};

/// The view of a day as a grid or as a ruler.
pub type ViewsPart = fn(DayViewProps) -> Html;

/// Fetches the part. One that didn't come is fetched again when it is asked for again.
///
/// # Errors
/// It didn't come, or is of another build.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(views, fallible)]
pub fn load() -> Result<ViewsPart, NotLoaded> {
    Ok(view as ViewsPart)
}

/// The part, which is in the program.
///
/// # Errors
/// None.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<ViewsPart, NotLoaded> {
    Ok(view as ViewsPart)
}

fn view(props: DayViewProps) -> Html {
    html! { <DayView ..props /> }
}
