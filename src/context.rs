//! What every component is shown with and what rarely changes: the event, the reader's language, the zones.
//! What changes at a click is a property of the component that shows it.

use crate::browser::{LoadedEvent, Viewer};
use crate::config::Config;
use huso_agenda::decode::Value;
use huso_agenda::timetable::instants;
use huso_agenda::zone::{Database, Floating};
use huso_agenda::{Agenda, Diagnostic, Instant, Lang, Locale, Offsets, Text, Zone};
use huso_i18n::labels::HourCycle;
use huso_i18n::zone_names::{country_and_region, named as named_zones, tell_apart};
use huso_i18n::{Texts as _, fill, labels, zone_names};
use huso_registration::form::Outline;
use js_sys::Function;
use std::ops::Deref;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::{Callback, hook, use_context};

/// The event that is shown. Equal to itself only: comparing two thousand sessions costs more than drawing
/// them.
#[derive(Clone, Default)]
pub struct EventContext(Rc<EventData>);

/// What an [`EventContext`] leads to.
pub struct EventData {
    loaded: Rc<LoadedEvent>,
    /// Whether the form only shows itself, and nothing is sent.
    pub is_preview: bool,
    /// Whether what somebody looks at stands in the page's address.
    pub is_linked: bool,
    /// Whether it is written as HTML, for everybody and for any time: what depends on who reads it and when has its
    /// room.
    pub is_prerendered: bool,
    /// Relative addresses start here.
    base: String,
    resolve: Resolve,
}

/// Resolves an address against a base.
pub type Resolve = fn(address: &str, base: &str) -> String;

impl Default for EventData {
    fn default() -> Self {
        let resolve = |address: &str, _: &str| address.to_owned();
        Self {
            loaded: Rc::default(),
            is_preview: false,
            is_linked: false,
            is_prerendered: false,
            base: String::new(),
            resolve,
        }
    }
}

impl PartialEq for EventContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for EventContext {
    type Target = EventData;

    fn deref(&self) -> &EventData {
        &self.0
    }
}

impl EventContext {
    /// The event as the element's attributes want it. What addresses mean is for the page to say, or for a
    /// server.
    pub fn new(loaded: Rc<LoadedEvent>, config: &Config, resolve: Resolve) -> Self {
        Self(Rc::new(EventData::new(loaded, config, resolve)))
    }

    /// The event as it is written as HTML.
    pub fn prerendered(loaded: Rc<LoadedEvent>, config: &Config, resolve: Resolve) -> Self {
        Self(Rc::new(EventData { is_prerendered: true, ..EventData::new(loaded, config, resolve) }))
    }
}

impl EventData {
    fn new(loaded: Rc<LoadedEvent>, config: &Config, resolve: Resolve) -> Self {
        let base = config.base.clone();
        Self {
            loaded,
            is_preview: config.preview,
            is_linked: config.link,
            is_prerendered: false,
            base,
            resolve,
        }
    }

    /// What takes place.
    pub fn agenda(&self) -> &Agenda {
        &self.loaded.agenda
    }

    /// What is known of the form before it is read, if one registers.
    pub fn outline(&self) -> Option<&Outline> {
        self.loaded.registration.as_ref().map(|(_, outline)| outline)
    }

    /// What the event file says of the registration, as it is written.
    pub fn registration(&self) -> Option<&Value> {
        self.loaded.registration.as_ref().map(|(written, _)| written)
    }

    /// What is wrong with the event file, the registration left aside.
    pub fn faults(&self) -> &[Diagnostic] {
        &self.loaded.faults
    }

    /// An address of the event file, resolved.
    pub fn address(&self, address: &str) -> String {
        (self.resolve)(address, &self.base)
    }
}

/// The reader's language and habits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocaleContext {
    /// The language of the texts around the event's own.
    pub lang: Lang,
    /// The same, with the country by whose habits times and dates are written.
    pub locale: Locale,
    /// 12 or 24 hours.
    pub hour_cycle: HourCycle,
    /// The language of the event's plain texts.
    event: Lang,
}

impl LocaleContext {
    /// The language that the element's attributes ask for, else the event's own.
    pub fn new(agenda: &Agenda, config: &Config) -> Self {
        let locale = config.locale.unwrap_or(agenda.locale);
        Self { lang: locale.lang, locale, hour_cycle: config.cycle, event: agenda.language }
    }

    /// A text of the event in the reader's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.lang, self.event)
    }
}

/// The zones whose times are shown. Equal to itself only.
#[derive(Clone, Default)]
pub struct ZonesContext(Rc<Zones>);

/// What a [`ZonesContext`] leads to.
pub struct Zones {
    /// The zones shown beside each session, labelled so that they can be told from the visitor's.
    pub shown: Vec<(Zone, Text)>,
    /// The visitor's zone.
    pub viewer: Viewer,
    /// The zone of the visitor's own clocks, which other programs on the device go by whatever zone was
    /// chosen here.
    pub device: Rc<dyn Offsets>,
    /// Whether the visitor may choose another zone.
    pub is_choosable: bool,
    /// The visitor's place, by the event's own label where their zone is one of its.
    viewer_place: Option<String>,
}

impl Default for Zones {
    fn default() -> Self {
        Self {
            shown: Vec::new(),
            viewer: Viewer::of_clocks(Rc::new(Floating)),
            device: Rc::new(Floating),
            is_choosable: false,
            viewer_place: None,
        }
    }
}

impl PartialEq for ZonesContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for ZonesContext {
    type Target = Zones;

    fn deref(&self) -> &Zones {
        &self.0
    }
}

impl ZonesContext {
    /// The zones as the element's attributes want them, and as somebody in the `chosen` zone sees them.
    pub fn new(agenda: &Agenda, config: &Config, locale: LocaleContext, chosen: Option<&str>) -> Self {
        let is_choosable = config.viewer.is_none() && !config.preview;
        let wanted = config.viewer.as_deref().or(chosen.filter(|_| is_choosable));
        let viewer = Viewer::detect(wanted, &agenda.database);
        let instants = instants(&agenda.sessions);
        let shown = tell_apart(
            &shown_zones(agenda, config, locale.lang),
            viewer.named(),
            &instants,
            locale.lang,
            locale.event,
        );
        let viewer_place = viewer_place(&viewer, &shown, &instants, locale);
        let device = Viewer::detect(None, &agenda.database).zone;
        Self(Rc::new(Zones { shown, viewer, device, is_choosable, viewer_place }))
    }

    /// The same as somebody in one of the zones shown sees them, by its place among them from 0; as they are if there is
    /// no such.
    pub fn seen_from(&self, index: usize, locale: LocaleContext) -> Self {
        let Some((zone, label)) = self.shown.get(index) else { return self.clone() };
        let viewer = Viewer { name: Some(zone.name().to_owned()), zone: Rc::new(zone.clone()), own: false };
        Self(Rc::new(Zones {
            shown: self.shown.clone(),
            viewer,
            device: self.device.clone(),
            is_choosable: self.is_choosable,
            viewer_place: Some(locale.text(label).to_owned()),
        }))
    }

    /// The zones for a reader of whom nothing is known.
    pub fn prerendered(agenda: &Agenda, config: &Config, locale: LocaleContext) -> Self {
        let instants = instants(&agenda.sessions);
        let shown = shown_zones(agenda, config, locale.lang);
        let shown = tell_apart(&shown, None, &instants, locale.lang, locale.event);
        Self(Rc::new(Zones { shown, is_choosable: true, ..Zones::default() }))
    }
}

impl Zones {
    /// The visitor's place, where their zone's name says one: "Bogotá".
    pub fn viewer_place(&self) -> &str {
        self.viewer_place.as_deref().unwrap_or_default()
    }

    /// What the visitor's own time is called: `Su hora: Bogotá`.
    pub fn your_time(&self, locale: LocaleContext) -> String {
        let texts = locale.lang.widget();
        match &self.viewer_place {
            Some(place) => fill(texts.your_time_in, &[("place", place)]),
            None => texts.your_time.to_owned(),
        }
    }

    /// A moment in full, on the visitor's clocks: `martes 10 de agosto de 2027, 18:00`.
    pub fn moment(&self, instant: Instant, locale: LocaleContext) -> String {
        let wall = self.viewer.zone.wall_time(instant);
        let date = labels::full_date(wall.date(), locale.locale);
        format!("{date}, {}", labels::clock(wall.time(), locale.hour_cycle, locale.locale))
    }

    /// The same until which something holds: `martes 10 de agosto de 2027, 24:00`.
    pub fn deadline(&self, instant: Instant, locale: LocaleContext) -> String {
        labels::deadline(instant, self.viewer.zone.as_ref(), locale.hour_cycle, locale.locale)
    }
}

/// The zones of the element's attribute, with the file's label, the default one, or the place in the name;
/// without one the file's. Names that aren't known are left out: an attribute can't be worse than none.
fn shown_zones(agenda: &Agenda, config: &Config, lang: Lang) -> Vec<(Zone, Text)> {
    if config.zones.is_empty() {
        return agenda.shown_zones.clone();
    }
    let database: &Database = &agenda.database;
    let mut known = agenda.shown_zones.clone();
    known.extend(huso_agenda::model::reading::default_zones(database));
    let mut shown = Vec::new();
    for name in &config.zones {
        let Ok(zone) = database.get(name) else { continue };
        let label = known.iter().find(|(other, _)| *other == zone).map(|(_, label)| label.clone());
        let label = label.unwrap_or_else(|| Text::Plain(zone_names::place(zone.name(), lang)));
        shown.push((zone, label));
    }
    shown
}

fn viewer_place(
    viewer: &Viewer,
    shown: &[(Zone, Text)],
    instants: &[Instant],
    locale: LocaleContext,
) -> Option<String> {
    let named = viewer.named()?;
    if let Some((_, label)) = shown.iter().find(|(zone, _)| zone.name() == named.0) {
        return Some(locale.text(label).to_owned());
    }
    country_and_region(named, &named_zones(shown), instants, locale.lang)
        .or_else(|| viewer.place(locale.lang))
}

/// What prints the agenda: as somebody in one of the zones shown sees it, by its place among them from 0, or as the
/// visitor does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintContext(pub Callback<Option<usize>>);

/// Why the last part of the program that was fetched did not come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExplanationContext {
    /// Given a language's tag, it returns which file was looked for where (embed/files.js). Without one there
    /// are no parts.
    pub explain: Option<Function>,
    /// The language to say it in.
    pub lang: Lang,
}

impl ExplanationContext {
    /// Which file was looked for where, for whoever runs the page.
    pub fn words(&self) -> String {
        let explain = |explain: &Function| explain.call1(&JsValue::UNDEFINED, &self.lang.tag().into()).ok();
        self.explain.as_ref().and_then(explain).and_then(|words| words.as_string()).unwrap_or_default()
    }
}

/// Why the last part of the program that was fetched did not come.
#[hook]
pub fn use_explanation() -> ExplanationContext {
    use_context().unwrap_or_default()
}

/// The event that is shown; an empty one outside of the widget.
#[hook]
pub fn use_event() -> EventContext {
    use_context().unwrap_or_default()
}

/// The reader's language and habits.
#[hook]
pub fn use_locale() -> LocaleContext {
    use_context().unwrap_or_default()
}

/// The zones whose times are shown.
#[hook]
pub fn use_zones() -> ZonesContext {
    use_context().unwrap_or_default()
}

/// What prints the agenda.
#[hook]
pub fn use_print() -> PrintContext {
    use_context().unwrap_or_default()
}
