//! Where the page and the widget meet.

mod attributes;
mod widget;

pub use widget::Widget;
