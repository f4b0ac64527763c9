//! schedule.xml and schedule.json: what pentabarf, frab and pretalx export, and apps of conferences read.
//!
//! Format: <https://c3voc.de/wiki/schedule>, with the schemas in `validator/` of voc/schedule on GitHub.

mod entry;
mod json;
mod markup;
mod tree;
mod xml;

pub(crate) use tree::root_name;

pub use json::read as read_json;
pub use xml::read as read_xml;
