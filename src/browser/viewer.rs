//! The visitor's time zone: the browser's own, or one that they chose. Intl is asked for its name, and
//! for the offsets of zones that are not embedded.

use super::device_storage::{remember, remembered};
use huso_agenda::chrono::DateTime;
use huso_agenda::wall_time::wall_time;
use huso_agenda::zone::{AREAS, Database};
use huso_agenda::{Instant, Lang, Offsets, Zone};
use huso_i18n::zone_names;
use huso_i18n::zone_names::Named;
use js_sys::{Array, Date, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// `Intl.DateTimeFormat`. js-sys has it without failure, but it throws for zones that it doesn't know.
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    type Format;

    #[wasm_bindgen(catch, constructor, js_namespace = Intl, js_class = "DateTimeFormat")]
    fn new(locale: &str, options: &Object) -> Result<Format, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn format(this: &Format, milliseconds: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, method, js_name = resolvedOptions)]
    fn resolved_options(this: &Format) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Intl, js_name = supportedValuesOf)]
    fn supported_values_of(key: &str) -> Result<Array, JsValue>;
}

/// Where a zone is kept that the visitor wants remembered (docs/embedding.md).
const KEY: &str = "huso.zone";

/// The visitor's time zone.
#[derive(Clone)]
pub struct Viewer {
    /// Its IANA name, if the browser tells one that it knows.
    pub name: Option<String>,
    /// Its rules: ours where we have them.
    pub zone: Rc<dyn Offsets>,
    /// Whether it is the browser's own, and not one that was asked for.
    pub own: bool,
}

impl Viewer {
    /// The zone of a name, else the browser's own.
    pub fn detect(wanted: Option<&str>, database: &Database) -> Self {
        let named = |name: &str, own| {
            let zone = clocks_of(name, database)?;
            Some(Self { name: Some(name.to_owned()), zone, own })
        };
        let own = || named(&browser_zone()?, true);
        let unknown = || Self::of_clocks(Rc::new(BrowserClock));
        wanted.and_then(|name| named(name, false)).or_else(own).unwrap_or_else(unknown)
    }

    /// Clocks of no zone that has a name.
    pub fn of_clocks(zone: Rc<dyn Offsets>) -> Self {
        Self { name: None, zone, own: true }
    }

    /// Its name and its clocks, if it has a name.
    pub fn named(&self) -> Option<Named<'_>> {
        Some((self.name.as_deref()?, self.zone.as_ref()))
    }

    /// The place that its name says: "Buenos Aires". `EST5EDT` and `Etc/GMT+3` say none.
    pub fn place(&self, lang: Lang) -> Option<String> {
        let name = self.name.as_deref()?;
        let area = name.split('/').next().unwrap_or_default();
        (AREAS.contains(&area) || matches!(name, "UTC" | "Etc/UTC")).then(|| zone_names::place(name, lang))
    }

    /// The first of these instants at which the browser's clocks show another time than we do, and how
    /// far it is from UTC by them.
    pub fn disagreement(&self, instants: &[Instant], database: &Database) -> Option<(Instant, i32)> {
        if !self.own || database.get(self.name.as_deref()?).is_err() {
            return None;
        }
        let theirs = |at: &Instant| Some((*at, BrowserClock.offset_at(*at)));
        instants.iter().filter_map(theirs).find(|(at, offset)| self.zone.offset_at(*at) != *offset)
    }
}

/// The clocks of a zone, if we or the browser know it.
pub fn clocks_of(name: &str, database: &Database) -> Option<Rc<dyn Offsets>> {
    match database.get(name) {
        Ok(zone) => Some(Rc::new(zone)),
        Err(_) => Some(Rc::new(IntlClock::new(name)?)),
    }
}

/// The browser's own clock, for a zone without a name.
struct BrowserClock;

impl Offsets for BrowserClock {
    fn offset_at(&self, instant: Instant) -> i32 {
        let date = Date::new(&JsValue::from_f64(milliseconds(instant)));
        #[allow(clippy::cast_possible_truncation, reason = "minutes of a day")]
        let minutes_west = date.get_timezone_offset() as i32;
        -minutes_west * 60
    }
}

/// A zone that is not embedded, whose rules the browser knows. Asking it costs some microseconds, so
/// answers are kept.
struct IntlClock {
    format: Format,
    known: RefCell<Vec<(Instant, i32)>>,
}

impl IntlClock {
    /// `None` for names that the browser doesn't know.
    fn new(name: &str) -> Option<Self> {
        let options = Object::new();
        for (key, value) in [("timeZone", name), ("dateStyle", "short"), ("timeStyle", "medium")] {
            Reflect::set(&options, &key.into(), &value.into()).ok()?;
        }
        // Sweden writes dates as ISO 8601 does: 2023-08-09 23:00:00.
        let clock = Self { format: Format::new("sv", &options).ok()?, known: RefCell::default() };
        clock.ask(DateTime::UNIX_EPOCH)?;
        Some(clock)
    }

    fn ask(&self, instant: Instant) -> Option<i32> {
        let shown = wall_time(&self.format.format(milliseconds(instant)).ok()?).ok()?;
        i32::try_from(shown.and_utc().timestamp() - instant.timestamp()).ok()
    }
}

impl Offsets for IntlClock {
    fn offset_at(&self, instant: Instant) -> i32 {
        let mut known = self.known.borrow_mut();
        let place = known.partition_point(|(other, _)| *other < instant);
        match known.get(place) {
            Some((other, offset)) if *other == instant => *offset,
            _ => {
                let offset = self.ask(instant).unwrap_or_default();
                known.insert(place, (instant, offset));
                offset
            }
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "milliseconds of any calendar year are exact in a double")]
fn milliseconds(instant: Instant) -> f64 {
    instant.timestamp_millis() as f64
}

/// The zone's name as Intl has it; old browsers and hardened ones leave it out, or say that they don't
/// know.
fn browser_zone() -> Option<String> {
    let options = Format::new("sv", &Object::new()).ok()?.resolved_options().ok()?;
    let name = Reflect::get(&options, &"timeZone".into()).ok()?.as_string();
    name.filter(|name| name != "Etc/Unknown")
}

/// The zones that a visitor may choose: the embedded ones, then what the browser knows besides.
pub fn choosable_zones() -> Vec<String> {
    let mut all = Vec::new();
    for zone in Zone::all() {
        all.push(zone.name().to_owned());
    }
    for name in supported_values_of("timeZone").unwrap_or_default().iter() {
        all.extend(name.as_string());
    }
    all
}

/// The zone that the visitor wanted remembered on this device.
pub fn remembered_zone() -> Option<String> {
    remembered(KEY)
}

/// Remembers a zone on this device, or forgets it. `false` where pages may not store anything.
pub fn remember_zone(name: Option<&str>) -> bool {
    remember(KEY, name)
}
