//! Names that programs have for zones beside the IANA's ([`crate::zone_names`]).

use super::value::offset;
use chrono::FixedOffset;
use windows_timezones::WindowsTimezone;

/// The zone that Unicode's CLDR has for the name of one of Windows': `SA Pacific Standard Time`.
pub(super) fn windows(name: &str) -> Option<&'static str> {
    name.trim().parse::<WindowsTimezone>().ok().map(WindowsTimezone::tzdb_id)
}

/// Whether a name is one of UTC's.
pub(super) fn is_utc(name: &str) -> bool {
    let names = [
        "UTC",
        "GMT",
        "Z",
        "Etc/UTC",
        "Etc/GMT",
        "Zulu",
        "Coordinated Universal Time",
        "tzone://Microsoft/Utc",
    ];
    names.iter().any(|utc| utc.eq_ignore_ascii_case(name.trim()))
}

/// The offset that a name is: `GMT-0500`, `UTC-05:00`.
pub(super) fn fixed(name: &str) -> Option<FixedOffset> {
    let rest = name.trim().trim_start_matches("UTC").trim_start_matches("GMT");
    let east = rest.starts_with(['+', '-']).then(|| offset(rest))?;
    FixedOffset::east_opt(east?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_programs_are_read() {
        assert_eq!(windows("SA Pacific Standard Time"), Some("America/Bogota"));
        assert_eq!(windows("Hora de verano"), None);
        assert_eq!(fixed("GMT-0500"), FixedOffset::east_opt(-18_000));
        assert_eq!(fixed("EST5EDT"), None);
        assert!(is_utc("utc") && !is_utc("UTC-5"));
    }
}
