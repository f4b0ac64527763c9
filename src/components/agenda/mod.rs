//! The agenda.

mod agenda_view;
mod calendar_menu;
mod day;
mod session_row;
mod zone_choice;
mod zone_time;

pub use agenda_view::agenda;
pub use zone_time::session_when;
