//! What every part of the widget is shown with.

use crate::embed::{Config, resolve};
use crate::platform::{self, Viewer};
use huso_agenda::calendar::CalendarExport;
use huso_agenda::decode::Value;
use huso_agenda::timetable::instants;
use huso_agenda::{Agenda, Diagnostic, Instant, Lang, Locale, Offsets, Session, Text, Zone};
use huso_i18n::labels::HourCycle;
use huso_i18n::zone_names::{country_and_region, named as named_zones, tell_apart};
use huso_i18n::{Texts as _, calendar_words, fill, labels, zone_names};
use huso_registration::Form;
use huso_registration::form::{Outline, Period};
use huso_registration::form_file::Endpoint;
use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

/// The event, and how this visitor reads it.
pub struct View {
    loaded: Rc<Loaded>,
    /// The form, once it is read.
    registration: OnceCell<Registered>,
    /// The zones shown beside each session.
    pub zones: Vec<(Zone, Text)>,
    /// The language of the texts around it.
    pub lang: Lang,
    /// The same, with the country by whose habits times and dates are written.
    pub locale: Locale,
    /// 12 or 24 hours.
    pub cycle: HourCycle,
    /// The visitor's zone.
    pub viewer: Viewer,
    /// The zone of the visitor's own clocks, which other programs on the device go by whatever zone was
    /// chosen here.
    pub device: Rc<dyn Offsets>,
    /// The visitor's place, by the event's own label where their zone is one of its.
    pub viewer_place: Option<String>,
    /// Whether the visitor may choose another zone.
    pub zone_open: bool,
    /// Whether the form only shows itself.
    pub preview: bool,
    /// Relative addresses start here.
    base: String,
}

/// An event as its file is read at first.
pub struct Loaded {
    /// What takes place.
    pub agenda: Agenda,
    /// What the file says of the registration, and what of that is known before it is read.
    pub registration: Option<(Value, Outline)>,
    /// What is wrong with the file, the registration left aside.
    pub faults: Vec<Diagnostic>,
}

/// How one registers.
pub struct Registration {
    /// The form, if it can be read.
    pub form: Option<Form>,
    /// Where registrations go, if they go anywhere; its address is absolute.
    pub endpoint: Option<Endpoint>,
    /// What is wrong with it in the event file.
    pub faults: Vec<Diagnostic>,
}

/// A [`Registration`] that is freed by the part of the program that reads it: the rest doesn't have the
/// code for it.
pub type Registered = Box<dyn Deref<Target = Registration>>;

/// A shared [`View`], equal to itself only: comparing two thousand sessions costs more than drawing them.
#[derive(Clone)]
pub struct ViewRef(Rc<View>);

impl PartialEq for ViewRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for ViewRef {
    type Target = View;

    fn deref(&self) -> &View {
        &self.0
    }
}

impl ViewRef {
    /// The event as the element's attributes want it, and as somebody in the `chosen` zone sees it.
    pub fn new(loaded: Rc<Loaded>, config: &Config, chosen: Option<&str>) -> Self {
        let agenda = &loaded.agenda;
        let own = agenda.language;
        let locale = config.locale.unwrap_or(agenda.locale);
        let lang = locale.lang;
        let zone_open = config.viewer.is_none() && !config.preview;
        let viewer =
            Viewer::detect(config.viewer.as_deref().or(chosen.filter(|_| zone_open)), &agenda.database);
        let zones = match config.zones.as_slice() {
            [] => agenda.shown_zones.clone(),
            names => shown_zones(agenda, names, lang),
        };
        let instants = instants(&agenda.sessions);
        let zones = tell_apart(&zones, viewer.named(), &instants, lang, own);
        let viewer_place = viewer_place(&viewer, &zones, &instants, lang, own);
        Self(Rc::new(View {
            zones,
            lang,
            locale,
            cycle: config.cycle,
            viewer,
            device: Viewer::detect(None, &agenda.database).zone,
            viewer_place,
            zone_open,
            preview: config.preview,
            base: config.base.clone(),
            registration: OnceCell::new(),
            loaded,
        }))
    }
}

impl View {
    /// What takes place.
    pub fn agenda(&self) -> &Agenda {
        &self.loaded.agenda
    }

    /// What is known of the form before it is read, if one registers.
    pub fn outline(&self) -> Option<&Outline> {
        self.loaded.registration.as_ref().map(|(_, outline)| outline)
    }

    /// Whether one can register now.
    pub fn is_open(&self) -> bool {
        self.outline().is_some_and(|outline| outline.period(platform::now()) == Period::Open)
    }

    /// Has the form read, by the part of the program that can; the agenda is the same with it, and not drawn
    /// again.
    pub fn read_form(&self, read: impl FnOnce(&Value, &Agenda) -> Registered) {
        if let Some((written, _)) = &self.loaded.registration {
            self.registration.get_or_init(|| read(written, self.agenda()));
        }
    }

    /// The form, once it is read.
    pub fn form(&self) -> Option<&Form> {
        self.registration.get()?.form.as_ref()
    }

    /// Where registrations go, if they go anywhere; its address is absolute.
    pub fn endpoint(&self) -> Option<&Endpoint> {
        self.registration.get()?.endpoint.as_ref()
    }

    /// What is known to be wrong with the event's file.
    pub fn faults(&self) -> impl Iterator<Item = &Diagnostic> {
        let of_form = self.registration.get().into_iter().flat_map(|registration| &registration.faults);
        self.loaded.faults.iter().chain(of_form)
    }

    /// A text in the reader's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.lang, self.agenda().language)
    }

    /// An address of the event file, resolved.
    pub fn address(&self, address: &str) -> String {
        resolve(address, &self.base)
    }

    /// Offers the visitor a calendar file of these sessions.
    pub fn save_calendar(&self, name: &str, sessions: &[&Session]) {
        let address = |address: &str| Some(self.address(address));
        let text = self.edition(&address).file(sessions, platform::now());
        platform::download(&[name, ".ics"].concat(), &text, "text/calendar;charset=utf-8");
    }

    /// The event for calendars, its addresses made absolute by `address`.
    pub fn edition<'a>(&'a self, address: &'a dyn Fn(&str) -> Option<String>) -> CalendarExport<'a> {
        CalendarExport { agenda: self.agenda(), lang: self.lang, words: calendar_words(self.lang), address }
    }

    /// What the visitor's own time is called: `Su hora: Bogotá`.
    pub fn your_time(&self) -> String {
        let say = self.lang.widget();
        match &self.viewer_place {
            Some(place) => fill(say.your_time_in, &[("place", place)]),
            None => say.your_time.to_owned(),
        }
    }

    /// A moment in full, on the visitor's clocks: `martes 10 de agosto de 2027, 18:00`.
    pub fn moment(&self, instant: Instant) -> String {
        let wall = self.viewer.zone.wall_time(instant);
        let date = labels::full_date(wall.date(), self.locale);
        date + ", " + &labels::clock(wall.time(), self.cycle, self.locale)
    }

    /// The same until which something holds: `martes 10 de agosto de 2027, 24:00`.
    pub fn deadline(&self, instant: Instant) -> String {
        labels::deadline(instant, self.viewer.zone.as_ref(), self.cycle, self.locale)
    }
}

/// The id of the input of a form's field, counted from 0, inside the shadow root.
pub fn input_id(index: usize) -> String {
    "field-".to_owned() + &index.to_string()
}

/// Zones by name, with the file's label, the default one, or the place in the name. Names that aren't
/// known are left out: an attribute can't be worse than none.
fn shown_zones(agenda: &Agenda, names: &[String], lang: Lang) -> Vec<(Zone, Text)> {
    let database = &agenda.database;
    let mut known = agenda.shown_zones.clone();
    known.extend(huso_agenda::agenda::default_zones(database));
    let mut shown = Vec::new();
    for name in names {
        let Ok(zone) = database.get(name) else { continue };
        let label = known.iter().find(|(other, _)| *other == zone).map(|(_, label)| label.clone());
        let label = label.unwrap_or_else(|| Text::Plain(zone_names::place(zone.name(), lang)));
        shown.push((zone, label));
    }
    shown
}

fn viewer_place(
    viewer: &Viewer,
    zones: &[(Zone, Text)],
    instants: &[Instant],
    lang: Lang,
    own: Lang,
) -> Option<String> {
    let named = viewer.named()?;
    if let Some((_, label)) = zones.iter().find(|(zone, _)| zone.name() == named.0) {
        return Some(label.get(lang, own).to_owned());
    }
    country_and_region(named, &named_zones(zones), instants, lang).or_else(|| viewer.place(lang))
}
