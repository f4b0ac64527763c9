//! The agenda as a text with the times of all countries, for e-mails, newsletters and the press.

use crate::address::web;
use huso_agenda::chrono::{NaiveDate, TimeDelta};
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::text::one_line;
use huso_agenda::timetable::{Column, columns};
use huso_agenda::{Agenda, Day, Instant, Lang, Session, Text, When, Zone};
use huso_announcement::places::{Meaning, meaning};
use huso_i18n::labels::{self, HourCycle, zoned_range, zoned_time};
use huso_i18n::{Texts as _, fill, zone_names};

/// An announcement of the agenda, of which [`check`](huso_announcement::check()) finds every time right: a paragraph a
/// session, with its times on a line of their own. Breaks are left out; what is cancelled or postponed is said without a
/// time. `page` is where the agenda is published; the event's own address unless given.
pub fn announcement(agenda: &Agenda, lang: Lang, page: Option<&str>) -> String {
    let zones = &agenda.shown_zones;
    let instants = huso_agenda::timetable::instants(&agenda.sessions);
    let labelled = zone_names::tell_apart(zones, None, &instants, lang, agenda.language);
    let zones = labelled.into_iter().map(|(zone, label)| {
        let label = comparable(&zone, label.get(lang, agenda.language), lang);
        (zone, Text::Plain(label))
    });
    let writer = Writer { agenda, lang, zones: zones.collect() };
    let mut paragraphs = vec![writer.head()];
    for day in agenda.days() {
        writer.day(&day, &mut paragraphs);
    }
    if let Some(page) = page.or(agenda.url.as_deref()).and_then(web) {
        paragraphs.push(fill(lang.publish().announcement_page, &[("url", page)]));
    }
    paragraphs.join("\n\n") + "\n"
}

/// A zone's label, or its city where the label isn't one by which readers and the checker would know the zone.
fn comparable(zone: &Zone, label: &str, lang: Lang) -> String {
    let is_known =
        |name: &str| matches!(meaning(name), Some(Meaning::Zone { zone: known, .. }) if known == zone.name());
    let city = zone_names::place(zone.name(), lang);
    if !is_known(label) && is_known(&city) { city } else { label.to_owned() }
}

struct Writer<'a> {
    agenda: &'a Agenda,
    lang: Lang,
    zones: Vec<(Zone, Text)>,
}

impl Writer<'_> {
    fn line(&self, text: &Text) -> String {
        one_line(text.get(self.lang, self.agenda.language), " ")
    }

    fn head(&self) -> String {
        let title = self.line(&self.agenda.title);
        let mut days = self.agenda.sessions.iter().filter_map(|session| session.day);
        match days.next() {
            Some(first) => {
                let last = days.next_back().unwrap_or(first);
                format!("{title}\n{}", labels::date_range(first, last, self.lang))
            }
            None => title,
        }
    }

    fn day(&self, day: &Day, paragraphs: &mut Vec<String>) {
        let sessions: Vec<&Session> =
            day.sessions.iter().filter(|session| session.kind == SessionKind::Session).collect();
        if sessions.is_empty() {
            return;
        }
        paragraphs.push(match day.date {
            Some(date) => labels::full_date(date, self.lang),
            None => self.lang.widget().open_date.to_owned(),
        });
        paragraphs.extend(sessions.iter().map(|session| self.session(session, day)));
    }

    fn session(&self, session: &Session, day: &Day) -> String {
        let (title, texts) = (self.line(&session.title), self.lang.widget());
        if session.is_off() {
            let cancelled = session.status == SessionStatus::Cancelled;
            return format!(
                "{title} ({})",
                if cancelled { texts.cancelled } else { texts.postponed }.to_lowercase()
            );
        }
        let when = match session.when {
            When::Timed { .. } => self.times(session, day),
            When::AllDay(_) => texts.all_day.to_owned(),
            When::Floating { start, .. } => {
                format!("{} ({})", labels::clock(start.time(), HourCycle::H23, self.lang), texts.local_time)
            }
            When::Open => texts.open_time.to_owned(),
        };
        format!("{title}\n{when}")
    }

    /// `10:00–10:30 Chile, 09:00–09:30 Colombia / Perú, 08:00–08:30 México`
    fn times(&self, session: &Session, day: &Day) -> String {
        let When::Timed { start, end } = session.when else { return String::new() };
        let columns = columns(&self.zones, day.sessions, self.lang, self.agenda.language);
        let time = |column: &Column| {
            format!("{} {}", range(start, end, &column.zone, day.date, self.lang), column.label)
        };
        columns.iter().map(time).collect::<Vec<_>>().join(", ")
    }
}

/// `22:00–00:25 (jue 31)`: the date is that of the start, as people read it, where it is not the day's. An end a day later
/// or more is left out: no reader could tell it from one of the same day.
fn range(start: Instant, end: Option<Instant>, zone: &Zone, day: Option<NaiveDate>, lang: Lang) -> String {
    let first = zoned_time(start, zone, day, HourCycle::H23, lang);
    let end = end.filter(|end| end.signed_duration_since(start) < TimeDelta::days(1));
    let last = end.map(|end| zoned_range(start, end, zone, day, HourCycle::H23, lang));
    let clocks = match last {
        Some([_, last]) => format!("{}–{}", first.clock, last.clock),
        None => first.clock,
    };
    first.mark.map_or_else(|| clocks.clone(), |mark| format!("{clocks} ({mark})"))
}
