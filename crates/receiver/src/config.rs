//! What a receiver is started with.

use crate::limits::Limits;
use axum::http::HeaderValue;
use huso_agenda::Instant;
use huso_agenda::chrono::DateTime;
use huso_registration::Event;
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::SystemTime;

/// What a receiver is started with.
#[derive(Clone, Debug)]
pub struct Config {
    /// The events that it takes registrations for.
    pub events: Vec<Event>,
    /// A folder that it serves at `/`: dist/ after the build.
    pub site: Option<PathBuf>,
    /// Of events whose files are in that folder, the paths there, by id.
    pub published: HashMap<String, String>,
    /// Origins whose pages may send registrations, besides its own.
    pub allowed_origins: Vec<HeaderValue>,
    /// How many submissions are taken.
    pub limits: Limits,
    /// The clock.
    pub now: fn() -> Instant,
}

/// The computer's clock.
pub fn system_clock() -> Instant {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).ok().and_then(DateTime::from_timestamp_millis).unwrap_or_default()
}
