//! From what stands in an event file to what it means. The form's checks are the same (`huso-registration`).

mod event;
mod lists;
mod references;
mod session;
mod values;
mod when;
mod zones;

pub use references::known;
pub use values::{report_reversed, safe_link};
pub use zones::default_zones;
