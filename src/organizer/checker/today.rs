//! The date on the reader's own clock.

use huso_agenda::chrono::NaiveDate;
use js_sys::Date;

/// The date on the reader's own clock: from it, dates without a year are counted.
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    let year = now.get_full_year().try_into().unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}
