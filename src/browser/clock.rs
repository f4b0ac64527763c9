//! The visitor's clock.

use huso_agenda::Instant;
use huso_agenda::chrono::DateTime;
use js_sys::Date;

/// Now, by the visitor's clock.
pub fn now() -> Instant {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 290 million years")]
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}

/// Now as RFC 3339 has it, in UTC.
pub fn timestamp() -> String {
    Date::new_0().to_iso_string().into()
}
