//! Requests to servers.

mod event;
mod fetch;
mod submit;
mod upload;

pub use event::{Answer, LoadFailure, LoadedEvent, load};
pub use fetch::{FetchFailure, Post, Reply, Started, fetch, finish};
pub use submit::{Answered, form_token, submit};
