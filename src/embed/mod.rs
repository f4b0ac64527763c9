//! Where the page and the widget meet.

mod attributes;
mod root;
mod widget;

pub use widget::Widget;
