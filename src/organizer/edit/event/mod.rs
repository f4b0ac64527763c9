//! The event itself: its name, who invites, its zone, and whose times are shown.

mod event_tab;
mod event_zone;
mod organizers;
mod shown_zones;
mod zone_question;
mod zone_search;

pub use event_tab::EventTab;
pub use zone_search::ZoneSearch;
