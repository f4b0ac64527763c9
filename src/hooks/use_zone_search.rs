//! The search for a place whose time is to be shown.

use super::{UseLazyPart, use_wanted_part};
use crate::browser::{choosable_zones, clocks_of, now};
use crate::context::{EventContext, LocaleContext, ZonesContext, use_event, use_locale, use_zones};
use crate::lazy_part::LazyPart;
use crate::places::{self, PlaceSearch, PlacesPart};
use huso_agenda::{Text, Zone};
use huso_announcement::places::Match;
use huso_i18n::labels::{ZonedTime, zoned_time};
use std::rc::Rc;
use yew::{Callback, hook, use_memo};

/// Most places that are offered at once.
const MOST: usize = 8;

/// The search for a place.
#[derive(Clone)]
pub struct ZoneSearch {
    /// The part of the program that the places are in.
    pub part: LazyPart<PlacesPart>,
    /// After a failure, the part may be fetched again.
    pub retry: Callback<()>,
    search: Rc<Option<PlaceSearch>>,
    event: EventContext,
    locale: LocaleContext,
    zones: ZonesContext,
}

/// A place that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name, without its country.
    pub place: String,
    /// `San Juan (Argentina)`
    pub name: String,
    /// Its zone's IANA name.
    pub zone: String,
    /// Whether what was typed is its whole name.
    pub is_exact: bool,
    /// What its clocks show now, with the date where it is not the visitor's.
    pub time: ZonedTime,
}

/// A search among the event's own zones, the embedded ones and the browser's. The places are fetched once it is wanted.
#[hook]
pub fn use_zone_search(is_wanted: bool) -> ZoneSearch {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let UseLazyPart { part, retry, .. } = use_wanted_part(places::load, is_wanted);
    let search = use_memo((locale, zones.shown.clone(), part.clone()), |(locale, shown, part)| {
        let label = |(zone, label): &(Zone, Text)| (locale.text(label).to_owned(), zone.name().to_owned());
        part.ready().map(|search| search(shown.iter().map(label).collect(), &choosable_zones(), locale.lang))
    });
    ZoneSearch { part, retry, search, event, locale, zones }
}

impl ZoneSearch {
    /// Whether places can be looked for.
    pub fn is_ready(&self) -> bool {
        self.search.is_some()
    }

    /// Whether the places are on their way, once they were asked for.
    pub fn is_loading(&self) -> bool {
        self.part.get().is_err()
    }

    /// Why the places didn't come, if they didn't.
    pub fn failure(&self) -> Option<Rc<str>> {
        self.part.get().ok()?.err().cloned()
    }

    /// What may be meant by what was typed, the likeliest first.
    pub fn offers(&self, typed: &str) -> Vec<Offer> {
        let found = self.search.as_ref().as_ref().map(|search| search(typed)).unwrap_or_default();
        found.into_iter().filter_map(|found| self.offer(found)).take(MOST).collect()
    }

    fn offer(&self, found: Match) -> Option<Offer> {
        let clocks = clocks_of(&found.zone, &self.event.agenda().database)?;
        let (now, locale) = (now(), self.locale);
        let today = self.zones.viewer.zone.wall_time(now).date();
        Some(Offer {
            name: match found.country {
                Some(country) => format!("{} ({country})", found.place),
                None => found.place.clone(),
            },
            place: found.place,
            zone: found.zone,
            is_exact: found.exact,
            time: zoned_time(now, clocks.as_ref(), Some(today), locale.hour_cycle, locale.locale),
        })
    }

    /// Whether a name is that of a zone: `Etc/GMT-14` and its like are offered under no place.
    pub fn is_zone(&self, name: &str) -> bool {
        clocks_of(name, &self.event.agenda().database).is_some()
    }
}
