//! Hooks, one a file.

mod use_delivery;
mod use_draft;
mod use_form_token;
mod use_window_event;
mod use_zone_search;

pub use use_delivery::use_delivery;
pub use use_draft::{use_draft, use_restored_draft};
pub use use_form_token::{FormToken, use_form_token};
pub use use_window_event::use_window_event;
pub use use_zone_search::{Offer, ZoneSearch, use_zone_search};
