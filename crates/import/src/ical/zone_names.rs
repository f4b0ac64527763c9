//! Names that programs have for zones.

use super::value::offset;
use chrono::FixedOffset;
use huso_agenda::Zone;
use windows_timezones::WindowsTimezone;

/// Areas of the IANA's database: `Europe/Berlin` is a name of it, though its rules aren't in the program.
const AREAS: &[&str] = &[
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// The IANA name that a name is or ends in: `/mozilla.org/20070129_1/America/New_York` (RFC 5545, 3.2.19).
pub(super) fn iana(name: &str) -> Option<String> {
    let name = name.trim().replace(' ', "_");
    let ends = || {
        std::iter::once(name.as_str()).chain(name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..)))
    };
    let same = |end: &str| {
        Zone::all().find(|zone| zone.name().eq_ignore_ascii_case(end)).map(|zone| zone.name().to_owned())
    };
    let embedded = ends().find_map(|end| Zone::embedded_name(end).map(str::to_owned).or_else(|| same(end)));
    embedded.or_else(|| ends().find(|end| is_in_area(end)).map(str::to_owned))
}

fn is_in_area(name: &str) -> bool {
    let is_word = |word: &str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "/_-+".contains(letter);
    name.split_once('/')
        .is_some_and(|(area, rest)| AREAS.contains(&area) && is_word(rest) && rest.chars().all(is_name))
}

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
    fn names_are_those_of_zones_or_of_none() {
        for (name, expected) in [
            ("America/Bogota", Some("America/Bogota")),
            ("america/bogota", Some("America/Bogota")),
            (
                "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
                Some("America/Argentina/Buenos_Aires"),
            ),
            ("/mozilla.org/20070129_1/America/New York", Some("America/New_York")),
            ("/citadel.org/20210210_1/Europe/Berlin", Some("Europe/Berlin")),
            ("(UTC-05:00) Bogota, Lima, Quito", None),
            ("Customized Time Zone", None),
            ("SA Pacific Standard Time", None),
            ("/", None),
        ] {
            assert_eq!(iana(name).as_deref(), expected, "{name}");
        }
        assert_eq!(windows("SA Pacific Standard Time"), Some("America/Bogota"));
        assert_eq!(windows("Hora de verano"), None);
        assert_eq!(fixed("GMT-0500"), FixedOffset::east_opt(-18_000));
        assert_eq!(fixed("EST5EDT"), None);
        assert!(is_utc("utc") && !is_utc("UTC-5"));
    }
}
