//! What the visitor sees.

mod agenda;
mod basket;
mod event_view;
mod failure;
mod fault_list;
mod loading;
mod part_failure;
mod prose;
mod registration;
mod skip_links;
mod views;

#[cfg(feature = "organizer")]
pub use agenda::TrackMark;
#[cfg(feature = "ssr")]
pub use agenda::{Agenda, dates};
pub use event_view::EventView;
pub use failure::Failure;
pub use loading::Loading;
