//! What every part of the widget is shown with.

use crate::embed::{Config, resolve};
use crate::platform::Viewer;
use huso_agenda::labels::HourCycle;
use huso_agenda::{Lang, Text, Zone, labels};
use huso_registration::Event;
use std::ops::Deref;
use std::rc::Rc;

/// The event, and how this visitor reads it.
pub struct View {
    /// The event.
    pub event: Event,
    /// The language of the texts around it.
    pub lang: Lang,
    /// 12 or 24 hours.
    pub cycle: HourCycle,
    /// The visitor's zone.
    pub viewer: Viewer,
    /// Whether the form only shows itself.
    pub preview: bool,
    /// Relative addresses start here.
    base: String,
}

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
    /// The event as the element's attributes want it.
    pub fn new(mut event: Event, config: &Config) -> Self {
        let lang = config.lang.unwrap_or(event.agenda.language);
        if !config.zones.is_empty() {
            event.agenda.shown_zones = shown_zones(&event, &config.zones);
        }
        if let (Some(form), Some(url)) = (&mut event.form, &config.endpoint) {
            let dialect = form.endpoint.as_ref().and_then(|endpoint| endpoint.dialect);
            form.endpoint = Some(huso_registration::form_file::Endpoint { url: url.clone(), dialect });
        }
        if let Some(form) = event.form.as_mut().filter(|_| config.preview) {
            form.endpoint = None;
        }
        let viewer = Viewer::detect(config.viewer.as_deref());
        let (cycle, preview, base) = (config.cycle, config.preview, config.base.clone());
        Self(Rc::new(View { event, lang, cycle, viewer, preview, base }))
    }
}

impl View {
    /// A text in the reader's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.lang, self.event.agenda.language)
    }

    /// An address of the event file, resolved.
    pub fn address(&self, address: &str) -> String {
        resolve(address, &self.base)
    }

    /// The visitor's place, by the event's own label where their zone is one of its.
    pub fn viewer_place(&self) -> Option<String> {
        let name = self.viewer.name.as_deref()?;
        let shown = self.event.agenda.shown_zones.iter().find(|(zone, _)| zone.name() == name);
        Some(match shown {
            Some((_, label)) => self.text(label).to_owned(),
            None => self.viewer.place()?,
        })
    }

    /// A moment in full, on the visitor's clocks: `martes 10 de agosto de 2027, 18:00`.
    pub fn moment(&self, instant: huso_agenda::Instant) -> String {
        let wall = self.viewer.zone.wall_time(instant);
        let date = labels::full_date(wall.date(), self.lang);
        format!("{date}, {}", labels::clock(wall.time(), self.cycle, self.lang))
    }
}

/// Zones by name, with the file's label, the default one, or the place in the name. Names that aren't
/// known are left out: an attribute can't be worse than none.
fn shown_zones(event: &Event, names: &[String]) -> Vec<(Zone, Text)> {
    let known: Vec<_> =
        event.agenda.shown_zones.iter().cloned().chain(huso_agenda::agenda::default_zones()).collect();
    let label = |zone: Zone| {
        let found = known.iter().find(|(other, _)| *other == zone).map(|(_, label)| label.clone());
        found.unwrap_or_else(|| Text::Plain(labels::place_of_zone(zone.name())))
    };
    names.iter().filter_map(|name| Zone::named(name).ok()).map(|zone| (zone, label(zone))).collect()
}
