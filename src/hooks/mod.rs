//! What components share of state and of the browser.

mod use_zone_search;

pub use use_zone_search::{Offer, ZoneSearch, use_zone_search};
