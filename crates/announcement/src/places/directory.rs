//! What somebody who looks for their zone may mean by what they have typed.

use super::countries::{COUNTRIES, country_of, present_name};
use super::known;
use super::words::words;
use huso_agenda::Lang;
use huso_agenda::zone::Zone;
use huso_i18n::zone_names;
use std::collections::BTreeMap;

/// The zones that one can choose from, by all of their names.
pub struct Directory {
    entries: Vec<Entry>,
    lang: Lang,
}

/// A name of a zone.
struct Entry {
    key: String,
    place: String,
    zone: String,
    /// Whether it is an IANA name, which is found by its parts.
    path: bool,
}

/// A zone that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// What is called so: `Quito`.
    pub place: String,
    /// Its country in the reader's language; none for UTC.
    pub country: Option<&'static str>,
    /// The zone's IANA name, as the browser has it.
    pub zone: String,
    /// Whether all of a name was typed, not its beginning.
    pub exact: bool,
}

/// How near a name is to what was typed: the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// It is the name.
    Exact,
    /// Its first words: `san` in `San Juan`.
    FirstWords,
    /// Another zone of the country of that name.
    SameCountry,
    /// The beginning of its first word: `san` in `Santiago`.
    Beginning,
    /// The beginning of a later word: `juan` in `San Juan`.
    LaterWord,
    /// A part of the IANA name: `argentina/bue`.
    Path,
}

impl Directory {
    /// The names in the table, beside those of these zones and labels (a label, its zone). Names are
    /// shown in this language, and understood in all.
    pub fn new(labels: Vec<(String, String)>, zones: &[String], lang: Lang) -> Self {
        let offered = by_present_name(zones);
        let mut entries = Vec::new();
        let mut add = |name: &str, place: String, zone: &str, path| {
            entries.push(Entry { key: words(name), place, zone: zone.to_owned(), path });
        };
        for (label, zone) in labels {
            add(&label, label.clone(), &zone, false);
        }
        for known in known::all() {
            for zone in known.meaning.zones() {
                let place = known.shown.map_or_else(|| zone_names::place(zone, lang), str::to_owned);
                add(&known.key, place, offered.get(zone).unwrap_or(zone), false);
            }
        }
        for zone in zones {
            for other in Lang::ALL {
                add(&zone_names::place(zone, other), zone_names::place(zone, lang), zone, false);
            }
            add(zone, zone_names::place(zone, lang), zone, true);
        }
        Self { entries, lang }
    }

    /// The zones that may be meant, the likeliest first, each once. A part of a word counts from its
    /// beginning only: `dia` finds no India.
    pub fn search(&self, typed: &str) -> Vec<Match> {
        let typed = words(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let near = |entry| Some((nearness(entry, &typed)?, entry));
        let mut found: Vec<(Nearness, &Entry)> = self.entries.iter().filter_map(near).collect();
        found.extend(self.of_country(&typed));
        // In the order of the table where all of a name was typed; else first the zones that are embedded,
        // which are those of most who look, and as a reader looks for them.
        found.sort_by_cached_key(|(near, entry)| match near {
            Nearness::Exact => (*near, false, String::new()),
            _ => (*near, !Zone::is_embedded(&entry.zone), entry.key.clone()),
        });
        let mut seen = Vec::new();
        found.retain(|(_, entry)| {
            let zone = present_name(&entry.zone);
            let new = !seen.contains(&zone);
            seen.push(zone);
            new
        });
        found.into_iter().map(|(near, entry)| self.shown(near, entry)).collect()
    }

    /// The zones of the country that is called so.
    fn of_country(&self, typed: &str) -> Vec<(Nearness, &Entry)> {
        let is_name = |name: &str| words(name) == typed;
        let country = COUNTRIES.iter().find(|country| {
            let mut names = Lang::ALL.into_iter().filter_map(|lang| zone_names::country(country.code, lang));
            names.any(is_name)
        });
        let Some(country) = country else { return Vec::new() };
        let zones: Vec<&str> = country.zones().collect();
        let own = self.entries.iter().filter(|entry| entry.path && zones.contains(&entry.zone.as_str()));
        own.map(|entry| (Nearness::SameCountry, entry)).collect()
    }

    fn shown(&self, near: Nearness, entry: &Entry) -> Match {
        let country =
            country_of(&entry.zone).and_then(|country| zone_names::country(country.code, self.lang));
        Match {
            place: entry.place.clone(),
            country: country.filter(|country| *country != entry.place),
            zone: entry.zone.clone(),
            exact: near == Nearness::Exact,
        }
    }
}

/// The names by which zones are offered: browsers say `Asia/Calcutta`. Where both are, the present one.
fn by_present_name(zones: &[String]) -> BTreeMap<&str, &str> {
    let mut offered = BTreeMap::new();
    for zone in zones {
        let present = present_name(zone);
        let name = offered.entry(present).or_insert(zone.as_str());
        if zone == present {
            *name = present;
        }
    }
    offered
}

fn nearness(entry: &Entry, typed: &str) -> Option<Nearness> {
    if entry.key == typed {
        return Some(Nearness::Exact);
    }
    if entry.path {
        return later_word(&format!(" {}", entry.key), typed).then_some(Nearness::Path);
    }
    match entry.key.strip_prefix(typed) {
        Some(rest) if rest.starts_with(' ') => Some(Nearness::FirstWords),
        Some(_) => Some(Nearness::Beginning),
        None => later_word(&entry.key, typed).then_some(Nearness::LaterWord),
    }
}

/// Whether a word after the first begins so.
fn later_word(key: &str, typed: &str) -> bool {
    key.match_indices(' ')
        .any(|(at, space)| key.get(at + space.len()..).is_some_and(|rest| rest.starts_with(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A browser's zones, some by their old names.
    fn directory(lang: Lang) -> Directory {
        let zones = [
            "America/Argentina/Buenos_Aires",
            "America/Bahia",
            "America/Buenos_Aires",
            "America/El_Salvador",
            "America/Indianapolis",
            "America/Lima",
            "America/Mexico_City",
            "America/Tijuana",
            "America/Santo_Domingo",
            "America/Argentina/San_Juan",
            "Asia/Calcutta",
            "Asia/Kolkata",
            "Asia/Katmandu",
            "Asia/Tokyo",
            "Europe/Bucharest",
            "Europe/Kiev",
            "UTC",
        ];
        Directory::new(
            vec![("Sede central".to_owned(), "America/Lima".to_owned())],
            &zones.map(str::to_owned),
            lang,
        )
    }

    fn lines(typed: &str, lang: Lang) -> Vec<String> {
        let found = directory(lang).search(typed);
        let line = |found: Match| {
            [&*found.place, ", ", found.country.unwrap_or("-"), if found.exact { " !" } else { "" }].concat()
        };
        found.into_iter().map(line).collect()
    }

    fn first(typed: &str, lang: Lang) -> (String, String, bool) {
        let found = directory(lang).search(typed).into_iter().next().unwrap();
        (found.place, found.zone, found.exact)
    }

    #[test]
    fn all_of_a_name_comes_first() {
        for (typed, place, zone) in [
            ("mexico", "Ciudad de México", "America/Mexico_City"),
            ("tijuana", "Tijuana", "America/Tijuana"),
            ("Quito", "Quito", "America/Guayaquil"),
            ("Ciudad de México", "Ciudad de México", "America/Mexico_City"),
            ("CDMX", "Ciudad de México", "America/Mexico_City"),
            ("Paraguay", "Asunción", "America/Asuncion"),
            ("Tóquio", "Tokio", "Asia/Tokyo"),
            ("katmandu", "Katmandú", "Asia/Katmandu"),
            ("Kyiv", "Kiev", "Europe/Kiev"),
            ("India", "Calcuta", "Asia/Kolkata"),
            ("sede central", "Sede central", "America/Lima"),
            ("asia/tokyo", "Tokio", "Asia/Tokyo"),
            ("san salvador", "San Salvador", "America/El_Salvador"),
            ("brasília", "Brasilia", "America/Sao_Paulo"),
        ] {
            assert_eq!(first(typed, Lang::Es), (place.to_owned(), zone.to_owned(), true), "{typed}");
        }
        assert_eq!(first("Londres", Lang::En).0, "London");
        assert_eq!(first("UTC", Lang::Es), ("UTC".to_owned(), "UTC".to_owned(), true));
    }

    /// `Salvador` offered El Salvador alone, three hours off; `EST` offered Bucharest; `India` Indianapolis.
    #[test]
    fn names_of_several_zones_offer_each_with_its_country() {
        assert_eq!(lines("Salvador", Lang::Es)[..2], ["Bahía, Brasil !", "El Salvador, - !"]);
        let est = lines("EST", Lang::Es);
        assert_eq!(est[..3], ["Nueva York, Estados Unidos !", "Panamá, - !", "Cancún, México !"]);
        assert_eq!(est.iter().filter(|line| line.ends_with('!')).count(), 5, "{est:?}");
        assert!(lines("IST", Lang::En).contains(&"Dublin, Ireland !".to_owned()));
        assert!(lines("BST", Lang::Pt).contains(&"Londres, Reino Unido !".to_owned()));
        assert_eq!(lines("India", Lang::Es)[..2], ["Calcuta, India !", "Indiana, Estados Unidos"]);
    }

    #[test]
    fn a_country_offers_its_other_zones_too() {
        let mexico = lines("México", Lang::Es);
        assert_eq!(mexico[0], "Ciudad de México, México !");
        assert!(mexico.contains(&"Tijuana, México".to_owned()), "{mexico:?}");
    }

    #[test]
    fn a_beginning_finds_what_begins_so_and_nothing_inside_a_word() {
        assert_eq!(lines("buenos", Lang::Es), ["Buenos Aires, Argentina"]);
        assert_eq!(lines("argentina/bue", Lang::Es), ["Buenos Aires, Argentina"]);
        assert_eq!(lines("bucare", Lang::Es), ["Bucarest, Rumanía"]);
        assert_eq!(lines("dianapolis", Lang::Es), [""; 0]);
        assert_eq!(lines("zzz", Lang::Es), [""; 0]);
        assert_eq!(lines(" . ", Lang::Es), [""; 0]);
        let san = lines("san", Lang::Es);
        let place = |name: &str| san.iter().position(|line| line.starts_with(name));
        assert!(place("San Juan").unwrap() < place("Santo Domingo").unwrap(), "{san:?}");
    }
}
