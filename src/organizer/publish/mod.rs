//! Publishing.

#[allow(clippy::module_inception, reason = "the step's own component")]
mod publish;

pub use publish::Publish;
