//! The Huso widget: an event's agenda in several countries' times, with registration, as the custom
//! element `<huso-event>`. `embed/huso.js` defines the element and calls [`embed::Widget`].

pub mod client;
mod clock;
mod components;
pub mod embed;
pub mod platform;
pub mod state;
mod view;
