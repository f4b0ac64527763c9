//! What one name stands for.

use super::countries::{COUNTRIES, country_of};
use super::known;
use super::meaning::Meaning;
use super::names::{ALSO_WORDS, WITH_CAPITAL};
use super::words::words;
use huso_agenda::problem::{Diagnostic, Problem};
use huso_agenda::zone::Zone;

/// What `name` stands for in running text. Case and accents make no difference, save that abbreviations
/// are in capitals, and places have one that are called as something else is: `la paz` is no city.
///
/// ```
/// use huso_announcement::places::{Meaning, meaning};
/// assert!(matches!(meaning("chilena"), Some(Meaning::Zone { zone: "America/Santiago", .. })));
/// assert!(matches!(meaning("COL"), Some(Meaning::Zone { zone: "America/Bogota", .. })));
/// assert!(matches!(meaning("Tokio"), Some(Meaning::WithoutRules { zone: "Asia/Tokyo", .. })));
/// assert!(matches!(meaning("CST"), Some(Meaning::Ambiguous(_))));
/// assert_eq!(meaning("mañana"), None);
/// ```
pub fn meaning(name: &str) -> Option<Meaning> {
    let key = words(name);
    let is = |list: &[&str]| list.contains(&key.as_str());
    let is_word = is(ALSO_WORDS) || is(WITH_CAPITAL) && !name.chars().any(char::is_uppercase);
    if is_word && !(is_code(name) && known::look_up(name).is_some()) {
        return None;
    }
    of_name(name)
}

/// What `name` stands for where nothing but a place can stand.
fn of_name(name: &str) -> Option<Meaning> {
    known::look_up(name).filter(|_| is_code(name)).or_else(|| known::look_up(&words(name)))
}

/// Whether there is a name that begins so. Of most words in a text there is none, and they need not be looked up with those
/// after them.
pub(crate) fn begins(name: &str) -> bool {
    is_code(name) || known::begins(&words(name))
}

fn is_code(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// What the name of a region or city stands for beside its country's, given the country's ISO 3166 code:
/// `Noroeste` in `México (Noroeste)`, `Valencia` in `Venezuela, Valencia`.
///
/// ```
/// use huso_announcement::places::{Meaning, region};
/// assert!(matches!(region("MX", "Noroeste"), Some(Meaning::Zone { zone: "America/Tijuana", .. })));
/// assert!(matches!(region("US", "Pacific"), Some(Meaning::Zone { zone: "America/Los_Angeles", .. })));
/// assert!(matches!(region("VE", "Valencia"), Some(Meaning::Zone { zone: "America/Caracas", .. })));
/// assert_eq!(region("CL", "Noroeste"), None);
/// ```
pub fn region(country: &str, name: &str) -> Option<Meaning> {
    let key = words(name);
    if let Some(zone) = known::region(country, &key) {
        return Some(Meaning::one(zone, country_of(zone)?.code, false));
    }
    let meaning = known::look_up(&key)?;
    let mut there = meaning.zones().iter().filter_map(|zone| Some((*zone, country_of(zone)?.code)));
    let (zone, code) = there.find(|(_, code)| *code == country)?;
    there.all(|(_, code)| code != country).then(|| Meaning::one(zone, code, false))
}

/// What a country's flag stands for, given its ISO 3166 code.
pub(crate) fn flag(code: &str) -> Option<Meaning> {
    COUNTRIES.iter().find(|country| country.code == code).map(known::whole)
}

/// Adds what was meant where an event file calls its zone by one of these names: the zone, or those
/// between which the name doesn't decide, before any zone that is spelled alike. Zones without rules are
/// left out: the file can't have them.
pub fn hint(faults: &mut [Diagnostic]) {
    for fault in faults {
        let Problem::UnknownZone { found, .. } = &fault.problem else { continue };
        let found = found.clone();
        match of_name(&found) {
            Some(Meaning::Zone { zone, .. }) => {
                fault.problem = Problem::UnknownZone { found, meant: Some(zone) };
            }
            Some(Meaning::Ambiguous(candidates)) if candidates.iter().all(|zone| Zone::is_embedded(zone)) => {
                fault.problem = Problem::AmbiguousZone { found, candidates };
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_agenda::Lang;
    use huso_i18n::zone_names;

    fn zone_of(name: &str) -> &'static str {
        match meaning(name) {
            Some(Meaning::Zone { zone, .. } | Meaning::WithoutRules { zone, .. }) => zone,
            other => panic!("{name}: {other:?}"),
        }
    }

    /// Names that the checker of announcements or the widget's zone chooser knew, and not the other.
    #[test]
    fn names_are_known_in_three_languages() {
        for (name, expected) in [
            ("Chilean", "America/Santiago"),
            ("CHILENA", "America/Santiago"),
            ("chileno", "America/Santiago"),
            ("Isla de Pascua", "Pacific/Easter"),
            ("Colômbia", "America/Bogota"),
            ("Peru", "America/Lima"),
            ("Perú", "America/Lima"),
            ("Peru\u{301}", "America/Lima"),
            ("PET", "America/Lima"),
            ("Ciudad de México", "America/Mexico_City"),
            ("CDMX", "America/Mexico_City"),
            ("Brasília", "America/Sao_Paulo"),
            ("Brasilia", "America/Sao_Paulo"),
            ("España peninsular", "Europe/Madrid"),
            ("Barcelona", "Europe/Madrid"),
            ("Quito", "America/Guayaquil"),
            ("Washington", "America/New_York"),
            ("Washington DC", "America/New_York"),
            ("Miami", "America/New_York"),
            ("San Salvador", "America/El_Salvador"),
            ("Paraguai", "America/Asuncion"),
            ("Equador", "America/Guayaquil"),
            ("Spain", "Europe/Madrid"),
            ("GMT", "UTC"),
            ("ET", "America/New_York"),
            ("PT", "America/Los_Angeles"),
            ("Eastern", "America/New_York"),
            ("Eastern time", "America/New_York"),
            ("Pacific time", "America/Los_Angeles"),
        ] {
            assert_eq!(zone_of(name), expected, "{name}");
            assert!(matches!(meaning(name), Some(Meaning::Zone { .. })), "{name}");
        }
        assert_eq!(meaning("pet"), None, "an animal");
    }

    #[test]
    fn places_without_rules_are_known_by_name() {
        for (name, expected, country, whole) in [
            ("London", "Europe/London", "GB", false),
            ("Londres", "Europe/London", "GB", false),
            ("Reino Unido", "Europe/London", "GB", true),
            ("Tóquio", "Asia/Tokyo", "JP", false),
            ("Japón", "Asia/Tokyo", "JP", true),
            ("China", "Asia/Shanghai", "CN", true),
            ("Kyiv", "Europe/Kyiv", "UA", false),
            ("Kiev", "Europe/Kyiv", "UA", false),
            ("Ucrânia", "Europe/Kyiv", "UA", true),
            ("India", "Asia/Kolkata", "IN", true),
            ("Nueva Delhi", "Asia/Kolkata", "IN", false),
            ("Portugal", "Europe/Lisbon", "PT", true),
            ("Suíça", "Europe/Zurich", "CH", true),
            ("Geneva", "Europe/Zurich", "CH", false),
            ("Vancouver", "America/Vancouver", "CA", false),
            ("JST", "Asia/Tokyo", "JP", true),
        ] {
            let expected = Meaning::WithoutRules { zone: expected, country, whole_country: whole };
            assert_eq!(meaning(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn names_of_several_zones_do_not_decide() {
        for (name, among) in [
            ("EST", "America/Panama"),
            ("EDT", "America/Toronto"),
            ("CST", "Asia/Shanghai"),
            ("CDT", "America/Chicago"),
            ("MST", "America/Denver"),
            ("PST", "America/Tijuana"),
            ("BST", "Europe/London"),
            ("IST", "Asia/Kolkata"),
            ("CT", "America/Mexico_City"),
            ("MT", "America/Denver"),
            ("EE UU", "America/Chicago"),
            ("United States", "America/Denver"),
            ("Canadá", "America/Toronto"),
            ("Austrália", "Australia/Perth"),
            ("Rusia", "Asia/Vladivostok"),
            ("hora del Pacífico", "America/Mazatlan"),
            ("Granada", "Europe/Madrid"),
            ("Georgia", "Asia/Tbilisi"),
        ] {
            let Some(Meaning::Ambiguous(zones)) = meaning(name) else { panic!("{name}") };
            assert!(zones.contains(&among), "{name}: {zones:?}");
        }
    }

    /// "México Noroeste" was read as Mexico City. The labels are those that visitors copy from the widget.
    #[test]
    fn regions_are_known_as_the_widgets_labels_write_them() {
        let mut compared = 0;
        for zone in Zone::all() {
            for lang in Lang::ALL {
                let Some((country, region)) = zone_names::region(zone.name(), lang) else { continue };
                // The states of Argentina are parts of zones' names, and no labels'.
                if country_of(zone.name())
                    .is_none_or(|found| !found.zones().any(|known| known == zone.name()))
                {
                    continue;
                }
                let code = country_of(zone.name()).unwrap().code;
                for name in [[country, " ", &region].concat(), [&region, " ", country].concat()] {
                    assert!(same_label(zone_of(&name), zone.name()), "{name}: {}", zone_of(&name));
                }
                let Some(Meaning::Zone { zone: found, .. }) = super::region(code, &region) else {
                    panic!("{country} ({region})")
                };
                assert!(same_label(found, zone.name()), "{country} ({region}): {found}");
                compared += 1;
            }
        }
        assert!(compared > 100, "{compared}");
    }

    /// Mérida and Mexico City are both `México (Centro)`, whose clocks agree (zone_names.rs).
    fn same_label(one: &str, other: &str) -> bool {
        zone_names::region(one, Lang::Es) == zone_names::region(other, Lang::Es)
    }

    #[test]
    fn regions_are_known_by_other_names_beside_their_country() {
        for (country, name, expected) in [
            ("MX", "Zona Centro", "America/Mexico_City"),
            ("MX", "Zona Sureste", "America/Cancun"),
            ("MX", "hora del Pacífico", "America/Mazatlan"),
            ("US", "hora del Pacífico", "America/Los_Angeles"),
            ("US", "Costa Este", "America/New_York"),
            ("BR", "Salvador", "America/Bahia"),
            ("ES", "Valencia", "Europe/Madrid"),
            ("ES", "peninsular", "Europe/Madrid"),
            ("BR", "Manaus", "America/Manaus"),
        ] {
            let expected = Meaning::Zone { zone: expected, country, whole_country: false };
            assert_eq!(super::region(country, name), Some(expected), "{name}");
        }
        for (country, name) in [("MX", "Lima"), ("MX", "Este"), ("US", "US"), ("", "Lima")] {
            assert_eq!(super::region(country, name), None, "{country} {name}");
        }
        for (name, expected) in [
            ("Zona Centro", "America/Mexico_City"),
            ("Zona Pacífico", "America/Mazatlan"),
            ("hora del Sureste", "America/Cancun"),
        ] {
            assert_eq!(zone_of(name), expected, "{name}");
        }
    }

    /// Words of any announcement, and people's names, that some place has too.
    #[test]
    fn everyday_words_are_no_places() {
        for word in [
            "Reunión",
            "reunião",
            "Mauricio",
            "irá",
            "gana",
            "Salvador",
            "catar",
            "Guadalupe",
            "Sofía",
            "Orlando",
            "la paz",
            "fortaleza",
            "china",
            "cuenca",
            "centro",
            "Centro",
            "Pacífico",
            "Sureste",
            "Este",
            "este",
            "leste",
            "central",
            "norte",
            "Continental",
            "Península",
            "jersey",
            "nice",
            "Reading",
            "mobile",
            "sal",
            "León",
            "am",
            "PM",
            "IN",
            "DE",
            "IT",
            "TV",
            "ID",
        ] {
            assert_eq!(meaning(word), None, "{word}");
        }
        assert_eq!(zone_of("La Paz"), "America/La_Paz");
        assert_eq!(zone_of("FORTALEZA"), "America/Fortaleza");
        for name in ["Pacific Alliance", "Asia Pacific", "New York Times"] {
            assert_eq!(meaning(name), Some(Meaning::NoPlace), "{name}");
        }
    }

    #[test]
    fn flags_are_their_countries() {
        assert!(matches!(
            flag("CL"),
            Some(Meaning::Zone { zone: "America/Santiago", whole_country: true, .. })
        ));
        assert!(matches!(flag("JP"), Some(Meaning::WithoutRules { zone: "Asia/Tokyo", .. })));
        assert!(matches!(flag("US"), Some(Meaning::Ambiguous(_))));
        assert_eq!(flag("EU"), None);
    }

    #[test]
    fn hints_say_the_zone_of_a_name() {
        let hinted = |found: &str| {
            let problem = Problem::UnknownZone { found: found.to_owned(), meant: None };
            let mut faults = [Diagnostic { place: "timezone".to_owned(), problem }];
            hint(&mut faults);
            let [fault] = faults;
            fault.problem
        };
        for (found, expected) in [
            ("hora", None),
            ("Perú", Some("America/Lima")),
            ("CLT", Some("America/Santiago")),
            ("México Noroeste", Some("America/Tijuana")),
            // It may not stand in an event file.
            ("Londres", None),
        ] {
            let found = found.to_owned();
            assert_eq!(hinted(&found), Problem::UnknownZone { found, meant: expected });
        }
        assert!(
            matches!(hinted("Estados Unidos"), Problem::AmbiguousZone { candidates, .. } if candidates.len() == 4)
        );
        assert!(matches!(hinted("Granada"), Problem::UnknownZone { meant: None, .. }));
        // The checker offered El Salvador alone, where the chooser offers both.
        let problem = Zone::named("Salvador").unwrap_err();
        let mut faults = [Diagnostic { place: "timezone".to_owned(), problem }];
        hint(&mut faults);
        assert!(
            matches!(&faults[0].problem, Problem::AmbiguousZone { candidates, .. } if candidates.contains(&"America/Bahia"))
        );
    }
}
