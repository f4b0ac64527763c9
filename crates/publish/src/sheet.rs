//! A sheet of paper with one country's times alone.

use crate::address::web;
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::text::one_line;
use huso_agenda::timetable::{Column, columns, instants};
use huso_agenda::{Agenda, Day, Lang, Session, Text, When};
use huso_i18n::labels::{self, HourCycle, length, zoned_range, zoned_time};
use huso_i18n::{Texts as _, fill, zone_names};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The sheets of an agenda, by whose times they have: countries whose clocks agree at every time of the agenda share one.
pub fn countries(agenda: &Agenda, lang: Lang) -> Vec<Column> {
    let instants = instants(&agenda.sessions);
    let zones = zone_names::tell_apart(&agenda.shown_zones, None, &instants, lang, agenda.language);
    columns(&zones, &agenda.sessions, lang, agenda.language)
}

/// A page that prints as sheets of A4, with no script in it. Days are the event's; a time of another date says so.
pub fn sheet(agenda: &Agenda, country: &Column, lang: Lang) -> String {
    Sheet { agenda, country, lang }.page().into_string() + "\n"
}

struct Sheet<'a> {
    agenda: &'a Agenda,
    country: &'a Column,
    lang: Lang,
}

impl Sheet<'_> {
    fn page(&self) -> Markup {
        let title = self.line(&self.agenda.title);
        let heading = fill(self.lang.widget().sheet_for, &[("place", &self.country.label)]);
        let mut days = self.agenda.sessions.iter().filter_map(|session| session.day);
        let dates =
            days.next().map(|first| labels::date_range(first, days.next_back().unwrap_or(first), self.lang));
        let mut number = 0;
        html! {
            (DOCTYPE)
            html lang=(self.lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) ": " (heading) }
                    style { (PreEscaped(include_str!("sheet.css"))) }
                }
                body {
                    header {
                        p { (title) }
                        h1 { (heading) }
                        @if let Some(dates) = dates { p { (dates) } }
                    }
                    main { @for day in self.agenda.days() { (self.day(&day, &mut number)) } }
                    footer { p { (self.foot()) } }
                }
            }
        }
    }

    fn line(&self, text: &Text) -> String {
        one_line(text.get(self.lang, self.agenda.language), " ")
    }

    fn foot(&self) -> String {
        let rules = fill(self.lang.widget().rules, &[("release", &self.agenda.database.used())]);
        match self.agenda.url.as_deref().and_then(web) {
            Some(url) => format!("{url} · {rules}"),
            None => rules,
        }
    }

    fn day(&self, day: &Day, number: &mut usize) -> Markup {
        let (texts, own) = (self.lang.widget(), self.lang.publish());
        let date = day.date.map(|date| labels::full_date(date, self.lang));
        html! {
            h2 { (date.unwrap_or_else(|| texts.open_date.to_owned())) }
            table {
                thead {
                    tr {
                        th scope="col" class="number" { (own.sheet_number) }
                        th scope="col" class="time" { (self.country.label) }
                        th scope="col" { (texts.activity) }
                        th scope="col" class="tick" { (own.sheet_attend) }
                    }
                }
                tbody { @for session in day.sessions { (self.row(session, day, number)) } }
            }
        }
    }

    /// Breaks have no number and no box to tick, and what doesn't take place no box.
    fn row(&self, session: &Session, day: &Day, number: &mut usize) -> Markup {
        let is_break = session.kind == SessionKind::Break;
        let class = if session.is_off() {
            "off"
        } else if is_break {
            "break"
        } else {
            ""
        };
        if !is_break {
            *number += 1;
        }
        html! {
            tr class=(class) {
                td class="number" { @if !is_break { (*number) } }
                td class="time" { (self.times(session, day)) }
                td {
                    span class="title" { (self.line(&session.title)) }
                    @if !is_break { p class="facts" { (self.facts(session)) } }
                }
                td class="tick" { @if !is_break && !session.is_off() { span class="box" {} } }
            }
        }
    }

    fn times(&self, session: &Session, day: &Day) -> Markup {
        let (zone, cycle, texts) = (&self.country.zone, HourCycle::H23, self.lang.widget());
        match session.when {
            When::Timed { start, end } => {
                let times = match end {
                    Some(end) => Vec::from(zoned_range(start, end, zone, day.date, cycle, self.lang)),
                    None => vec![zoned_time(start, zone, day.date, cycle, self.lang)],
                };
                let before = session.previous_start.filter(|_| session.status == SessionStatus::Rescheduled);
                let before = before.map(|start| zoned_time(start, zone, day.date, cycle, self.lang).plain());
                html! {
                    @for (index, time) in times.iter().enumerate() {
                        @if index > 0 { " – " }
                        span class=(if index == 0 { "start" } else { "end" }) { (time.clock) }
                        @if let Some(mark) = &time.mark { " (" (mark) ")" }
                    }
                    @if let Some(before) = before { p class="before" { (before) } }
                }
            }
            When::Floating { start, .. } => {
                html! { (labels::clock(start.time(), cycle, self.lang)) " (" (texts.local_time) ")" }
            }
            When::AllDay(_) => html! { (texts.all_day) },
            When::Open => html! { (texts.open_time) },
        }
    }

    /// `Cancelada · Agenda académica · 45 min · En línea`
    fn facts(&self, session: &Session) -> String {
        let texts = self.lang.widget();
        let status = match session.status {
            SessionStatus::Confirmed => None,
            SessionStatus::Tentative => Some(texts.tentative.to_owned()),
            SessionStatus::Cancelled => Some(texts.cancelled.to_owned()),
            SessionStatus::Postponed => Some(texts.postponed.to_owned()),
            SessionStatus::Rescheduled => Some(texts.rescheduled.to_owned()),
        };
        let track = session.track.as_deref().and_then(|id| self.agenda.track(id));
        let venue = session.venue.as_deref().and_then(|id| self.agenda.venue(id));
        let facts = [
            status,
            track.map(|track| self.line(&track.name)),
            session.minutes().map(length),
            venue.map(|venue| self.line(&venue.name)),
        ];
        facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
