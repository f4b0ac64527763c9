//! Whether the endpoint takes a registration: one that is marked as a test is sent to it as the widget would, and what came
//! back is explained.

mod chain;
#[allow(clippy::module_inception, reason = "the test itself")]
mod endpoint_test;
mod outcome;
mod remedy;
mod sample;
mod send;
mod tested;
mod verdict;

pub use endpoint_test::EndpointTest;
