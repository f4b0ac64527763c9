//! What of the agenda somebody looks at, and how; and how addresses say it.

mod address;
mod state;

pub use address::Address;
pub use state::{Browse, BrowseAction, MANY};
