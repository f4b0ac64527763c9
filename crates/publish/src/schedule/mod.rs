//! schedule.json and schedule.xml, which apps of conferences and programs for recordings read: Giggity, Fahrplan,
//! pretalx, frab.
//!
//! Format: <https://c3voc.de/wiki/schedule>, with the schemas in `validator/` of voc/schedule on GitHub.

mod json;
mod talk;
mod xml;

pub use json::json;
pub use talk::{left_out, version};
pub use xml::xml;
