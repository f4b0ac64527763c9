//! Names of zones, as the IANA's database has them or had them.

use huso_agenda::Zone;
use huso_agenda::zone::AREAS;

/// Names that the IANA's database had before (its file `backward`), of zones whose rules are in the program.
const OLD: &[(&str, &str)] = &[
    ("Brazil/Acre", "America/Rio_Branco"),
    ("Brazil/DeNoronha", "America/Noronha"),
    ("Brazil/East", "America/Sao_Paulo"),
    ("Brazil/West", "America/Manaus"),
    ("Chile/Continental", "America/Santiago"),
    ("Chile/EasterIsland", "Pacific/Easter"),
    ("Cuba", "America/Havana"),
    ("Mexico/BajaNorte", "America/Tijuana"),
    ("Mexico/BajaSur", "America/Mazatlan"),
    ("Mexico/General", "America/Mexico_City"),
    ("US/Arizona", "America/Phoenix"),
    ("US/Central", "America/Chicago"),
    ("US/East-Indiana", "America/Indiana/Indianapolis"),
    ("US/Eastern", "America/New_York"),
    ("US/Indiana-Starke", "America/Indiana/Knox"),
    ("US/Michigan", "America/Detroit"),
    ("US/Mountain", "America/Denver"),
    ("US/Pacific", "America/Los_Angeles"),
];

/// The IANA name that a name is or ends in, or was once: `/mozilla.org/20070129_1/America/New_York` (RFC 5545, 3.2.19).
pub(crate) fn iana(name: &str) -> Option<String> {
    let name = name.trim().replace(' ', "_");
    let ends = || {
        std::iter::once(name.as_str()).chain(name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..)))
    };
    let same = |end: &str| {
        Zone::all().find(|zone| zone.name().eq_ignore_ascii_case(end)).map(|zone| zone.name().to_owned())
    };
    let embedded = ends().find_map(|end| Zone::embedded_name(end).map(str::to_owned).or_else(|| same(end)));
    let old =
        || ends().find_map(|end| OLD.iter().find(|(old, _)| *old == end)).map(|(_, name)| (*name).to_owned());
    embedded.or_else(old).or_else(|| ends().find(|end| is_in_area(end)).map(str::to_owned))
}

fn is_in_area(name: &str) -> bool {
    let is_word = |word: &str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "/_-+".contains(letter);
    name.split_once('/')
        .is_some_and(|(area, rest)| AREAS.contains(&area) && is_word(rest) && rest.chars().all(is_name))
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
            ("US/Eastern", Some("America/New_York")),
            ("Chile/Continental", Some("America/Santiago")),
            ("(UTC-05:00) Bogota, Lima, Quito", None),
            ("Customized Time Zone", None),
            ("SA Pacific Standard Time", None),
            ("/", None),
        ] {
            assert_eq!(iana(name).as_deref(), expected, "{name}");
        }
        assert!(OLD.iter().all(|(_, name)| Zone::is_embedded(name)));
    }
}
