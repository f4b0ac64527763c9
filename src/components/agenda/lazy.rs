//! Searching, filtering, and what stands below the plan, which only who looks for something downloads. In the package,
//! what nothing but [`load`] leads to is a file of its own (docs/decisions/0013); elsewhere it is in the program.
#![allow(unsafe_code, reason = "the macro imports the function from that file")]

use super::plan::{PlanFoot, PlanFootProps};
use super::toolbar::{FilterChips, FilterChipsProps, FilterPanel, FilterPanelProps};
use crate::lazy_part::NotLoaded;
use huso_agenda::Agenda;
use huso_agenda::find::SearchIndex;
use std::rc::Rc;
use yew::{Html, html};

/// Says of each of an agenda's sessions, in order, whether words are found in it.
pub type Search = Rc<dyn Fn(&str) -> Vec<bool>>;

/// What the part for finding can do.
#[derive(Clone, Copy)]
pub struct FindPart {
    /// Reads an agenda to look for words in it.
    pub index: fn(&Agenda) -> Search,
    /// The filters.
    pub panel: fn(FilterPanelProps) -> Html,
    /// The filters in force.
    pub chips: fn(FilterChipsProps) -> Html,
    /// What stands below the sessions of the plan.
    pub plan_foot: fn(PlanFootProps) -> Html,
}

const PART: FindPart = FindPart {
    index,
    panel: |props| html! { <FilterPanel ..props /> },
    chips: |props| html! { <FilterChips ..props /> },
    plan_foot: |props| html! { <PlanFoot ..props /> },
};

/// Fetches the part. One that didn't come is fetched again when it is asked for again.
///
/// # Errors
/// It didn't come, or is of another build.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(find, fallible)]
pub fn load() -> Result<FindPart, NotLoaded> {
    Ok(PART)
}

/// The part, which is in the program.
///
/// # Errors
/// None.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<FindPart, NotLoaded> {
    Ok(PART)
}

fn index(agenda: &Agenda) -> Search {
    let index = SearchIndex::new(agenda);
    Rc::new(move |query| index.matches(query))
}
