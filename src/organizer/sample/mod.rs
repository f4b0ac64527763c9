//! Answers to a form that nobody gave: for its preview, and for the test of its endpoint.

mod answers;
mod sessions;

pub use answers::answers;
pub use sessions::sessions;
