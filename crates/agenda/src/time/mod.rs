//! Time zones, and wall times in them: the only module that knows where the zones' rules come from
//! (docs/decisions/0002). They are chrono-tz's; what newer releases of the IANA database say otherwise stands in
//! `tzdata.rs`, and in event files.

mod database;
pub mod iso;
mod newer_rules;
mod offsets;
mod resolve;
mod tzdata;
pub mod wall_time;
mod zone;

pub use database::{Database, is_release};
pub use offsets::{Floating, Instant, Offsets, changes};
pub use resolve::Resolved;
pub use tzdata::RELEASE;
pub use zone::{AREAS, Zone, ZoneOffset, refused};
