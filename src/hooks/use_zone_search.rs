//! The search for a place whose time is to be shown.

use crate::browser::{choosable_zones, clocks_of, now};
use crate::context::{EventContext, LocaleContext, ZonesContext, use_event, use_locale, use_zones};
use huso_announcement::places::{Directory, Match};
use huso_i18n::labels::{ZonedTime, zoned_time};
use std::cell::LazyCell;
use std::rc::Rc;
use yew::{hook, use_memo};

/// Most places that are offered at once.
const MOST: usize = 8;

/// The search for a place.
#[derive(Clone)]
pub struct ZoneSearch {
    /// Made when somebody looks into it: that takes some milliseconds.
    directory: Rc<LazyCell<Directory, Box<dyn FnOnce() -> Directory>>>,
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

/// A search among the event's own zones, the embedded ones and the browser's.
#[hook]
pub fn use_zone_search() -> ZoneSearch {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let directory = use_memo((locale, zones.shown.clone()), |(locale, shown)| {
        let labels =
            shown.iter().map(|(zone, label)| (locale.text(label).to_owned(), zone.name().to_owned()));
        let (labels, lang) = (labels.collect(), locale.lang);
        LazyCell::new(Box::new(move || Directory::new(labels, &choosable_zones(), lang)) as Box<_>)
    });
    ZoneSearch { directory, event, locale, zones }
}

impl ZoneSearch {
    /// Gets ready before the first letter is typed.
    pub fn prepare(&self) {
        LazyCell::force(&self.directory);
    }

    /// What may be meant by what was typed, the likeliest first.
    pub fn offers(&self, typed: &str) -> Vec<Offer> {
        let found = self.directory.search(typed);
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
