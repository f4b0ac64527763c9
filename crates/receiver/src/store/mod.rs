//! Registrations in SQLite or PostgreSQL: the same SQL in both but for the lock.

mod addition;
mod cancel;
mod complete;
mod connection;
mod database;
mod erase;
mod error;
mod events;
mod file_identity;
mod health;
mod invitations;
mod migrations;
mod promote;
mod registrations;
mod rows;
mod seats;
mod secret;
mod writer;

pub use addition::Addition;
pub use cancel::{Cancellation, Extent};
pub use connection::Store;
pub use database::Database;
pub use erase::{Erased, Erasure};
pub use error::StoreError;
pub use events::{Differences, EventOccupancy, GoneSession, Occupancy};
pub use invitations::{Invitation, Invited, new_code};
pub use promote::{PastPromotion, Promotion};
pub use registrations::{Arrival, Stored};
pub use rows::{Reason, Registration, SetAside};
pub use seats::Capacities;
