//! The agenda.

mod agenda_view;
mod calendar_menu;
mod copy_address;
mod day;
mod news;
mod session_row;
mod zone_choice;
mod zone_time;

pub use agenda_view::{Live, agenda};
pub use news::news;
pub use zone_time::{session_when, when};
