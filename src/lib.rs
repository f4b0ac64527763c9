//! The Huso widget: an event's agenda in several countries' times, with registration, as the custom
//! element `<huso-event>`. `embed/huso.js` defines the element and calls [`embed::Widget`].

mod app;
mod browse;
pub mod browser;
mod choice;
mod components;
pub mod config;
pub mod context;
pub mod embed;
pub mod hooks;
pub mod host_commands;
pub mod lazy_part;
mod places;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod view;

#[cfg(feature = "organizer")]
pub use components::TrackMark;
