//! The table of places, which only who looks for another zone downloads. In the package, what nothing but
//! [`load`] leads to is a file of its own (docs/decisions/0013); elsewhere it is in the program.
#![allow(unsafe_code, reason = "the macro imports the function from that file")]

use crate::lazy_part::NotLoaded;
use huso_agenda::Lang;
use huso_announcement::places::{Directory, Match};
use std::rc::Rc;

/// Finds the zones that may be meant by what was typed, the likeliest first.
pub type PlaceSearch = Rc<dyn Fn(&str) -> Vec<Match>>;

/// Makes the search among labels (each with its zone's IANA name) and zones (IANA names), in a language.
pub type PlacesPart = fn(Vec<(String, String)>, &[String], Lang) -> PlaceSearch;

/// Fetches the part. One that didn't come is fetched again when it is asked for again.
///
/// # Errors
/// It didn't come, or is of another build.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(places, fallible)]
pub fn load() -> Result<PlacesPart, NotLoaded> {
    Ok(search as PlacesPart)
}

/// The part, which is in the program.
///
/// # Errors
/// None.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<PlacesPart, NotLoaded> {
    Ok(search as PlacesPart)
}

fn search(labels: Vec<(String, String)>, zones: &[String], lang: Lang) -> PlaceSearch {
    let directory = Directory::new(labels, zones, lang);
    Rc::new(move |typed| directory.search(typed))
}
