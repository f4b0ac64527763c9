//! Registrations in SQLite or PostgreSQL: the same SQL in both but for the lock.

mod backup;
mod cancel;
mod capacities;
mod database;
mod error;
mod registrations;
mod rows;
mod seats;
mod secret;

pub use backup::{BackupError, Contents, Restored, back_up, restore};
pub use cancel::Cancellation;
pub use database::{Database, Store};
pub use error::StoreError;
pub use registrations::{Arrival, Stored};
pub use rows::{Reason, Registration, SetAside};
pub use seats::Capacities;
