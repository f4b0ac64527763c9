//! Times of day as people type them.

/// The time of day that somebody typed, as event files write it; nothing if it is none.
///
/// ```
/// use huso_edit::typed_clock;
/// for (typed, meant) in [("9", "09:00"), ("0930", "09:30"), ("9.30", "09:30"), ("14h", "14:00"), ("2:15 p. m.", "14:15")] {
///     assert_eq!(typed_clock(typed).as_deref(), Some(meant));
/// }
/// assert_eq!(typed_clock("9:75"), None);
/// ```
pub fn typed_clock(typed: &str) -> Option<String> {
    let typed = typed.trim().to_lowercase();
    let is_known = |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, ':' | '.' | ',' | '’');
    let letters: String = typed.chars().filter(|c| c.is_alphabetic()).collect();
    let is_afternoon = match letters.as_str() {
        "" | "h" | "hs" | "hr" | "hrs" | "hora" | "horas" => None,
        "am" => Some(false),
        "pm" => Some(true),
        _ => return None,
    };
    let (hour, minute) = numbers(&typed).filter(|_| typed.chars().all(is_known))?;
    let hour = match is_afternoon {
        Some(is_afternoon) if (1..=12).contains(&hour) => hour % 12 + if is_afternoon { 12 } else { 0 },
        Some(_) => return None,
        None => hour,
    };
    let is_time = minute < 60 && (hour < 24 || (hour, minute) == (24, 0));
    is_time.then(|| format!("{hour:02}:{minute:02}"))
}

/// Hour and minute: `9`, `930`, `0930`, `9` and `30`; seconds only if they are none.
fn numbers(typed: &str) -> Option<(u32, u32)> {
    let parts: Vec<&str> =
        typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour] if hour.len() <= 2 => (*hour, "00"),
        [both] if both.len() <= 4 => both.split_at_checked(both.len() - 2)?,
        [hour, minute] | [hour, minute, "00"] if hour.len() <= 2 && minute.len() == 2 => (*hour, *minute),
        _ => return None,
    };
    Some((hour.parse().ok()?, minute.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::typed_clock;

    #[test]
    fn times_are_read_as_people_write_them() {
        let all = [
            ("9:30", "09:30"),
            (" 930 ", "09:30"),
            ("9h30", "09:30"),
            ("14 hrs", "14:00"),
            ("09:30:00", "09:30"),
            ("24:00", "24:00"),
            ("12 am", "00:00"),
            ("12:05 PM", "12:05"),
            ("9:30\u{a0}a.\u{a0}m.", "09:30"),
        ];
        for (typed, meant) in all {
            assert_eq!(typed_clock(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for typed in ["", "h", "25", "9:5", "9:60", "24:30", "13 pm", "9-10", "12345", "mañana", "10:20:30"]
        {
            assert_eq!(typed_clock(typed), None, "{typed}");
        }
    }
}
