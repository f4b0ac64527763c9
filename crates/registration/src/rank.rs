//! Numbers and dates in the order of their size.

use crate::format::FieldType;
use huso_agenda::chrono::Datelike as _;
use huso_agenda::wall_time;

/// Where a number or a date stands among its like: millionths, or days. `None` for what is none, for
/// more than 12 digits before the point and 6 after it, and for other kinds of answer.
pub fn rank(kind: FieldType, text: &str) -> Option<i64> {
    match kind {
        FieldType::Date => wall_time::date(text).ok().map(|date| date.num_days_from_ce().into()),
        FieldType::Number => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
            let is_digits = |text: &str, most| {
                (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
            };
            if !is_digits(whole, 12) || !is_digits(part, 6) {
                return None;
            }
            let part = part.bytes().chain(std::iter::repeat(b'0')).take(6);
            let millionths =
                whole.bytes().chain(part).fold(0, |all, digit| all * 10 + i64::from(digit - b'0'));
            Some(if digits.len() < text.len() { -millionths } else { millionths })
        }
        _ => None,
    }
}
