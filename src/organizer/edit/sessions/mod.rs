//! Sessions: the strip of a day, all in a table, and one in a form.

mod add;
mod chunk;
mod counts;
mod day_tabs;
mod empty;
mod gap_row;
mod grid_keys;
mod languages;
mod links;
mod move_tools;

mod rows;
mod session_form;
mod session_row;
mod session_times;
mod session_zone;
mod sessions_tab;
mod speakers;
mod table;
mod track_mark;
mod use_table_focus;
mod when_fields;

pub use add::add_session;
pub use sessions_tab::SessionsTab;
pub use track_mark::TrackName;
