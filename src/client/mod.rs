//! Requests to servers.

mod event;
mod fetch;
mod submit;
mod upload;

pub use event::{LoadFailure, load};
pub use fetch::{FetchFailure, Post, Reply, fetch};
pub use submit::{Answered, form_token, submit};
