//! Requests to servers.

mod event;
mod fetch;
mod submit;

pub use event::{LoadFailure, load};
pub use fetch::{FetchFailure, fetch_text};
pub use submit::{Outcome, submit};
