//! Connections: as many as there are descriptors for, none of them for ever.

mod accepting;
mod activity;
mod limit;

pub use accepting::Connections;
pub use limit::most_connections;
