//! What stands in the table.

use super::cell::Cell;
use crate::address::web;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::event_file::{LinkRel, SessionKind, SessionStatus, Speaker};
use huso_agenda::text::one_line;
use huso_agenda::timetable::{Column, columns};
use huso_agenda::zone::Resolved;
use huso_agenda::{Agenda, Instant, Lang, Offsets as _, Session, Text, When, iso};
use huso_i18n::{Texts as _, fill, labels, zone_names};

/// Header and rows, in texts for a reader of `lang`. Every time is the event's zone's, which the headers of the times
/// name; beside them stand the countries', as texts.
pub(super) fn rows(agenda: &Agenda, lang: Lang) -> (Vec<String>, Vec<Vec<Cell>>) {
    let countries = columns(&agenda.shown_zones, &agenda.sessions, lang, agenda.language);
    let rows = Rows { agenda, lang, countries: &countries };
    (rows.header(), agenda.sessions.iter().map(|session| rows.row(session)).collect())
}

struct Rows<'a> {
    agenda: &'a Agenda,
    lang: Lang,
    countries: &'a [Column],
}

impl Rows<'_> {
    fn header(&self) -> Vec<String> {
        let texts = self.lang.publish();
        let place = zone_names::place(self.agenda.zone.name(), self.lang);
        let clocks = |column| fill(texts.column_clocks, &[("column", column), ("place", &place)]);
        let mut header = vec![
            "ID".to_owned(),
            texts.column_date.to_owned(),
            clocks(texts.column_start),
            clocks(texts.column_end),
        ];
        header.extend(self.countries.iter().map(|column| column.label.clone()));
        let rest = [
            texts.column_title,
            texts.column_summary,
            texts.column_kind,
            texts.column_track,
            texts.column_venue,
            texts.column_speakers,
            texts.column_languages,
            texts.column_status,
            texts.column_link,
        ];
        header.extend(rest.map(str::to_owned));
        header
    }

    fn row(&self, session: &Session) -> Vec<Cell> {
        let agenda = self.agenda;
        let [start, end] = self.times(session);
        let mut row = vec![Cell::Text(session.id.clone()), self.date(session), start, end];
        row.extend(self.countries.iter().map(|column| self.country(session, column)));
        let track = session.track.as_deref().and_then(|id| agenda.track(id));
        let venue = session.venue.as_deref().and_then(|id| agenda.venue(id));
        let speakers = session.speakers.iter().filter_map(|id| agenda.speaker(id)).map(speaker);
        let summary = session.summary.as_ref().map(|text| text.get(self.lang, agenda.language).to_owned());
        let rest = [
            self.line(&session.title),
            summary.unwrap_or_default(),
            self.kind(session).to_owned(),
            track.map(|track| self.line(&track.name)).unwrap_or_default(),
            venue.map(|venue| self.line(&venue.name)).unwrap_or_default(),
            speakers.collect::<Vec<_>>().join("; "),
            session.languages.join(", "),
            self.status(session).to_owned(),
            link(session).unwrap_or_default().to_owned(),
        ];
        row.extend(rest.map(Cell::Text));
        row
    }

    fn line(&self, text: &Text) -> String {
        one_line(text.get(self.lang, self.agenda.language), " ")
    }

    fn date(&self, session: &Session) -> Cell {
        let date = match session.when {
            When::Timed { .. } | When::AllDay(_) => session.day,
            When::Floating { start, .. } => Some(start.date()),
            When::Open => None,
        };
        date.map_or_else(Cell::empty, Cell::Date)
    }

    /// Start and end. With their offsets where the clocks show one of them twice and the second is meant.
    fn times(&self, session: &Session) -> [Cell; 2] {
        let zone = &self.agenda.zone;
        match session.when {
            When::Timed { start, end } => {
                let is_second = |instant: &Instant| matches!(zone.resolve(zone.wall_time(*instant)), Resolved::Repeated { second, .. } if second == *instant);
                let day = zone.wall_time(start).date();
                let has_offsets = [Some(start), end].iter().flatten().any(is_second);
                let cell = |instant| match has_offsets {
                    true => Cell::Text(iso::second(zone.wall_time(instant)) + &zone.designator(instant)),
                    false => clock(zone.wall_time(instant), day),
                };
                [cell(start), end.map_or_else(Cell::empty, cell)]
            }
            // Whose clocks they are of is said in words: they are nobody's in particular.
            When::Floating { start, end } => {
                let local = self.lang.widget().local_time;
                let cell = |wall: NaiveDateTime| Cell::Text(format!("{} ({local})", wall.format("%H:%M")));
                [cell(start), end.map_or_else(Cell::empty, cell)]
            }
            When::AllDay(_) | When::Open => [Cell::empty(), Cell::empty()],
        }
    }

    /// `23:30–00:30 (jue 10)`
    fn country(&self, session: &Session, column: &Column) -> Cell {
        let When::Timed { start, end } = session.when else { return Cell::empty() };
        Cell::Text(labels::plain_range(start, end, &column.zone, session.day, self.lang))
    }

    fn kind(&self, session: &Session) -> &'static str {
        let texts = self.lang.publish();
        match session.kind {
            SessionKind::Session => texts.kind_session,
            SessionKind::Break => texts.kind_break,
        }
    }

    fn status(&self, session: &Session) -> &'static str {
        let texts = self.lang.widget();
        match session.status {
            SessionStatus::Confirmed => "",
            SessionStatus::Tentative => texts.tentative,
            SessionStatus::Cancelled => texts.cancelled,
            SessionStatus::Postponed => texts.postponed,
            SessionStatus::Rescheduled => texts.rescheduled,
        }
    }
}

fn clock(wall: NaiveDateTime, day: NaiveDate) -> Cell {
    if wall.date() == day { Cell::Time(wall.time()) } else { Cell::Moment(wall) }
}

/// `Ana Pérez (ProColombia)`
fn speaker(speaker: &Speaker) -> String {
    let name = one_line(&speaker.name, " ");
    match &speaker.organization {
        Some(organization) => format!("{name} ({})", one_line(organization, " ")),
        None => name,
    }
}

/// Where one joins is shown shortly before the start, and not to everybody for ever.
fn link(session: &Session) -> Option<&str> {
    session.links.iter().filter(|link| link.rel != LinkRel::Join).find_map(|link| web(&link.url))
}
