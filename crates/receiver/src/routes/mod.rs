//! HTTP in, HTTP out (docs/endpoints.md).

mod form;
mod health;
mod registrations;
mod remembered;
mod request;
mod router;
mod seats;
mod sessions;
mod shared;

pub use router::router;
