//! Hooks, one a file.

mod use_clock;
mod use_delivery;
mod use_draft;
mod use_drawn_rows;
mod use_event_file;
mod use_form_token;
mod use_found_rows;
mod use_is_long;
mod use_kept_plan;
mod use_lazy_part;
mod use_plan;
mod use_receipt;
mod use_seats;
mod use_tab_name;
mod use_viewer_zone;
mod use_width;
mod use_window_event;
mod use_zone_search;

pub use use_clock::{Clock, use_clock};
pub use use_delivery::use_delivery;
pub use use_draft::{use_draft, use_restored_draft};
pub use use_drawn_rows::{LONG_LIST, use_drawn_rows};
pub use use_event_file::{EventFile, use_event_file};
pub use use_form_token::{FormToken, use_form_token};
pub use use_found_rows::use_found_rows;
pub use use_is_long::use_is_long;
pub use use_kept_plan::{KeptPlan, first_plan, use_kept_plan};
pub use use_lazy_part::{UseLazyPart, use_lazy_part};
pub use use_plan::use_plan;
pub use use_receipt::{use_receipt, use_restored_receipt};
pub use use_seats::use_seats;
pub use use_tab_name::use_tab_name;
pub use use_viewer_zone::{ViewerZone, use_viewer_zone};
pub use use_width::use_width;
pub use use_window_event::use_window_event;
pub use use_zone_search::{Offer, ZoneSearch, use_zone_search};
