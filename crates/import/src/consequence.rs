//! What follows from an answer, before it is given.

use crate::program::Program;
use crate::question::{Doubt, ZoneQuestion};
use crate::settle::{Answer, When, settle};
use chrono::NaiveDateTime;
use huso_agenda::model::reading::default_zones;
use huso_agenda::timetable::columns_at;
use huso_agenda::zone::Database;
use huso_agenda::{Lang, Offsets as _, Text, Zone, iso};
use huso_i18n::labels::{HourCycle, clock, short_date};
use huso_i18n::{Texts as _, fill, zone_names};

/// A time that clocks of a place show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// What the place is called; several that agree are one: `Colombia / Perú`.
    pub place: String,
    /// What its clocks show.
    pub time: NaiveDateTime,
}

impl ZoneQuestion {
    /// What the example's start would be with an answer: first there, then where the event is announced, each once. Empty
    /// where it has no time.
    pub fn consequences(&self, program: &Program, answer: &Answer, lang: Lang) -> Vec<Consequence> {
        let Ok(settled) = settle(program, Some(answer)) else { return Vec::new() };
        let start = settled.spans.get(self.example).and_then(|[start, _]| start.as_ref());
        let Some(When::Wall { wall, timezone, .. }) = start else { return Vec::new() };
        let own = timezone.as_ref().unwrap_or(&settled.timezone);
        let Ok(zone) = Zone::named(own) else { return Vec::new() };
        let instant = zone.resolve(*wall).instant();
        let mut zones = default_zones(&Database::default());
        let known = zones.iter().position(|(known, _)| known.name() == zone.name());
        let own = match known {
            Some(known) => zones.remove(known),
            None => (zone.clone(), Text::Plain(zone_names::place(own, lang))),
        };
        zones.insert(0, own);
        let columns = columns_at(&zones, &[instant], lang, lang).into_iter();
        columns
            .map(|column| Consequence { time: column.zone.wall_time(instant), place: column.label })
            .collect()
    }

    /// Why it has to be asked.
    pub fn message(&self, lang: Lang) -> String {
        let texts = lang.findings();
        match &self.doubt {
            Doubt::Unsaid => texts.ask_unsaid.to_owned(),
            Doubt::OffsetsOnly => texts.ask_offsets.to_owned(),
            Doubt::InstantsOnly => texts.ask_instants.to_owned(),
            Doubt::WithoutRules { zones } => fill(texts.ask_without_rules, &[("zones", &zones.join(", "))]),
            Doubt::Contradictory { claims, offset } => {
                let words: Vec<String> = claims.iter().map(|claim| claim.words.clone()).collect();
                let offset = offset.map(iso::offset);
                let text = if offset.is_some() { texts.ask_contradictory } else { texts.ask_several };
                let offset = offset.unwrap_or_default();
                fill(text, &[("zones", &words.join(", ")), ("offset", &offset)])
            }
        }
    }
}

/// `10:00 en Chile = 09:00 en Colombia / Perú = 08:00 en México`; what is another day's says so.
pub fn equation(consequences: &[Consequence], lang: Lang) -> String {
    let day = consequences.first().map(|first| first.time.date());
    let one = |one: &Consequence| {
        let mut time = clock(one.time.time(), HourCycle::H23, lang);
        if Some(one.time.date()) != day {
            time = format!("{time} ({})", short_date(one.time.date(), lang));
        }
        fill(lang.findings().time_in, &[("time", &time), ("place", &one.place)])
    };
    consequences.iter().map(one).collect::<Vec<_>>().join(" = ")
}
