//! Speakers, tracks and venues: each list beside the form of one of its entries.

mod add;
mod color_field;
mod entry_form;
mod entry_list;
mod speakers_tab;
mod tracks_tab;

pub use add::add_entry;
pub use speakers_tab::SpeakersTab;
pub use tracks_tab::TracksTab;
