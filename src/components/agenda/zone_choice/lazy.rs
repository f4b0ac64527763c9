//! The zone chooser and its table of places, which only who looks for another zone downloads. In the package,
//! what nothing but [`load`] leads to is a file of its own (docs/decisions/0013); elsewhere it is in the program.
#![allow(unsafe_code, reason = "the macro imports the function from that file")]

use super::zone_chooser::{ZoneChooser, ZoneChooserProps};
use crate::lazy_part::NotLoaded;
use yew::{Html, html};

/// The chooser, from its properties.
pub type ZonePart = fn(ZoneChooserProps) -> Html;

/// Fetches the part. One that didn't come is fetched again when it is asked for again.
///
/// # Errors
/// It didn't come, or is of another build.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(zones, fallible)]
pub fn load() -> Result<ZonePart, NotLoaded> {
    Ok(view as ZonePart)
}

/// The part, which is in the program.
///
/// # Errors
/// None.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<ZonePart, NotLoaded> {
    Ok(view as ZonePart)
}

fn view(props: ZoneChooserProps) -> Html {
    html! { <ZoneChooser ..props /> }
}
