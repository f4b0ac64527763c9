//! Time zones, and wall times in them. Their rules come from here only.

pub mod wall_time;
pub mod zone;
