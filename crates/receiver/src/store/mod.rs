//! Registrations in SQLite or PostgreSQL: the same SQL in both but for the lock.

mod addition;
mod arrival;
mod backup;
mod cancel;
mod complete;
mod connection;
mod database;
mod database_file;
mod doctor;
mod erase;
mod error;
mod events;
mod file_identity;
mod finding;
mod handle;
mod health;
mod invitation;
mod invitations;
mod key;
mod lock;
mod migrations;
mod promote;
mod registrations;
mod rows;
mod schema;
mod seats;

mod stored;
mod token;
mod writer;

pub use addition::Addition;
pub use arrival::{Admission, Arrival};
pub use backup::{BackupError, Contents, Restored, back_up, restore};
pub use cancel::{Cancellation, Extent};
pub use database::Database;
pub use doctor::examine;
pub use erase::{Erased, Erasure};
pub use error::StoreError;
pub use events::{Differences, EventOccupancy, GoneSession, Occupancy};
pub use finding::Finding;
pub use handle::Store;
pub use invitation::{Invitation, Invited, new_code};
pub use promote::{PastPromotion, Promotion};
pub use rows::{Reason, Registration, SetAside};
pub use seats::Capacities;
pub use stored::Stored;
