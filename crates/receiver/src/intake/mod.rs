//! From a request's body to a submission.

mod body;
mod form_data;

pub use body::{Encoding, Entries, Unreadable, multipart, urlencoded};
pub use form_data::{Extras, empty, fingerprint, set_hidden, submission};
