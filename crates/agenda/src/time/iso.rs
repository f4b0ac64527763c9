//! Wall times and offsets as ISO 8601 writes them.

use chrono::NaiveDateTime;

/// `2023-08-09T10:00`
pub fn minute(wall: NaiveDateTime) -> String {
    wall.format("%Y-%m-%dT%H:%M").to_string()
}

/// `2023-08-09T10:00:00`
pub fn second(wall: NaiveDateTime) -> String {
    wall.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Seconds east of UTC as `-04:00`.
pub fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
