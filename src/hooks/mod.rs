//! Hooks, one a file.

mod use_clock;
mod use_drawn_rows;
mod use_event_file;
mod use_is_long;
mod use_registration_part;
mod use_viewer_zone;
mod use_window_event;
mod use_zone_search;

pub use use_clock::{Clock, use_clock};
pub use use_drawn_rows::use_drawn_rows;
pub use use_event_file::{EventFile, use_event_file};
pub use use_is_long::use_is_long;
pub use use_registration_part::{RegistrationPart, use_registration_part};
pub use use_viewer_zone::{ViewerZone, use_viewer_zone};
pub use use_window_event::use_window_event;
pub use use_zone_search::{Offer, ZoneSearch, use_zone_search};
