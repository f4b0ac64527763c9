//! The `registration` part of the event file as written (docs/event-file.md).
//!
//! These types hold what stands in the file, checked for kind only; [`crate::Form`] is what it means.

mod endpoint;
mod field;
mod form;
mod privacy;
#[cfg(feature = "schema")]
pub mod schema;

pub use endpoint::{Dialect, Encoding, Endpoint, Errors, KeyPlace, Members, Names, Success};
pub use field::{FieldEntry, FieldOption, FieldType, Limit, ShowIf};
pub use form::{Choose, Duplicates, FormFile};
pub use privacy::{ConsentEntry, LegalBasis, Privacy, Purpose};
