//! Where the page and the widget meet: attributes in, events out.

mod config;
mod events;
mod widget;

pub use config::{Config, Source, resolve};
pub use events::notify;
pub use widget::Widget;
