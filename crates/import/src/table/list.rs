//! The rows of a sheet, one after the other.

use super::calendar::{Calendar, Unknown};
use super::grid::{Cell, Sheet};
use super::mapping::{Field, Mapping};
use super::row::{self, Lane};
use super::said::{Said, SaidDay, day, said, time};
use super::words;
use crate::{Finding, FindingKind, Named, Origin, Person, Read, Session, Stated};
use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};
use huso_announcement::written;
use std::collections::HashSet;

/// What makes sessions of a sheet's rows.
pub(crate) struct Lister<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) mapping: &'a Mapping,
    pub(crate) read: &'a mut Read,
    pub(crate) origin: &'a dyn Fn(usize, usize) -> Origin,
    calendar: Calendar,
    /// The day of the rows that don't say theirs.
    current: Option<Known>,
    lanes: Vec<Lane>,
    /// What was asked already.
    asked: HashSet<String>,
    /// The day of the row above, and the minutes at which its sessions begin.
    above: Option<(NaiveDate, u32)>,
}

/// A day, or why it is not known.
type Known = Result<NaiveDate, (Unknown, String)>;

/// When a row is.
struct Times {
    day: Option<Known>,
    start: Said,
    end: Said,
    length: Option<TimeDelta>,
}

impl<'a> Lister<'a> {
    pub(crate) fn new(
        sheet: &'a Sheet,
        mapping: &'a Mapping,
        calendar: Calendar,
        read: &'a mut Read,
        origin: &'a dyn Fn(usize, usize) -> Origin,
    ) -> Self {
        let lanes = row::lanes(sheet, mapping);
        Self {
            sheet,
            mapping,
            read,
            origin,
            calendar,
            current: None,
            lanes,
            asked: HashSet::new(),
            above: None,
        }
    }

    pub(crate) fn find(&mut self, row: usize, column: usize, kind: FindingKind) {
        self.read.findings.push(Finding { origin: (self.origin)(row, column), kind });
    }

    /// A day above the table: one is that of the rows below it, of several the first is the event's first.
    pub(crate) fn title_day(&mut self, cell: &Cell, at: (usize, usize)) {
        let text = cell.shown();
        let days = written::days(&text);
        let Some((first, _)) = days.first().cloned() else {
            let nth = day(cell).day;
            if let Some(nth @ SaidDay::Nth(_)) =
                nth.filter(|_| matches!(cell, Cell::Text(text) if text.contains(char::is_alphabetic)))
            {
                self.current = Some(self.known(nth, &text, at));
            }
            return;
        };
        self.calendar.year = self.calendar.year.or(first.year);
        let known = self.known(SaidDay::Written(first), &text, at);
        if first.day.is_some() && first.month.is_some() {
            self.calendar.first = self.calendar.first.or(known.as_ref().ok().copied());
        }
        self.current = (days.len() == 1).then_some(known);
    }

    /// The day that a cell says.
    fn known(&mut self, said: SaidDay, text: &str, at: (usize, usize)) -> Known {
        let date = self.calendar.date(said).map_err(|unknown| (unknown, text.to_owned()));
        if let SaidDay::Written(written) = said {
            let is_other =
                |date: &NaiveDate| written.weekday.is_some_and(|weekday| weekday != date.weekday());
            if date.as_ref().is_ok_and(is_other) {
                self.find(at.0, at.1, FindingKind::Weekday(text.to_owned()));
            }
            if written.either && self.mapping.order.is_none() && self.asked.insert("order".to_owned()) {
                self.find(at.0, at.1, FindingKind::DateOrder(text.to_owned()));
            }
        }
        date
    }

    /// What a row says.
    pub(crate) fn row(&mut self, row: usize) {
        let filled = self.sheet.filled(row);
        if filled.is_empty() || self.is_header(row, &filled) || self.is_day(row, &filled) {
            return;
        }
        let times = self.times(row);
        let mut breaks: HashSet<String> = HashSet::new();
        let mut is_used = false;
        for index in 0..self.lanes.len() {
            let Some(lane) = self.lanes.get(index).cloned() else { continue };
            let Some((column, title)) = self.title(row, &lane) else { continue };
            is_used = true;
            // What goes on from the row above was told there.
            let goes_on =
                self.sheet.area(row, column).is_some_and(|area| area.top < row) && times.start.from.is_some();
            // A break of all rooms is one.
            let is_again = lane.day.is_none() && words::is_break(&title) && !breaks.insert(title.clone());
            if !goes_on && !is_again {
                self.session(row, column, &lane, &title, &times);
            }
        }
        if !is_used {
            let words: Vec<_> = filled.iter().map(|column| self.sheet.at(row, *column).shown()).collect();
            let column = filled.first().copied().unwrap_or_default();
            self.find(row, column, FindingKind::LeftOut(words.join(" · ")));
        }
    }

    /// Whether a row repeats the headers.
    fn is_header(&self, row: usize, filled: &[usize]) -> bool {
        let Some(header) = self.mapping.header else { return false };
        filled.iter().all(|column| self.sheet.at(row, *column) == self.sheet.at(header, *column))
    }

    /// Whether a row says a day and nothing else; it is that of the rows below it.
    fn is_day(&mut self, row: usize, filled: &[usize]) -> bool {
        let has_time =
            self.mapping.all(Field::Start).any(|column| time(self.sheet.down(row, column)).from.is_some());
        let dates: Vec<usize> = filled
            .iter()
            .filter(|column| said(self.sheet.at(row, **column)).day.is_some())
            .copied()
            .collect();
        let Some(column) = dates.first().copied().filter(|_| !has_time && filled.len() <= 2) else {
            return false;
        };
        let is_dated = self.mapping.first(Field::Date) == Some(column) && filled.len() > 1;
        let cell = self.sheet.at(row, column).clone();
        let Some(day) = said(&cell).day.filter(|_| !is_dated) else { return false };
        self.current = Some(self.known(day, &cell.shown(), (row, column)));
        true
    }

    fn times(&mut self, row: usize) -> Times {
        let column = |field| self.mapping.first(field);
        let (date, start, end, length) =
            (column(Field::Date), column(Field::Start), column(Field::End), column(Field::Duration));
        let sheet = self.sheet;
        let cell = move |column: Option<usize>| column.map_or(&Cell::Empty, |column| sheet.down(row, column));
        let of_date = day(cell(date));
        let mut of_start = time(cell(start));
        if start.is_none() {
            of_start = of_date.clone();
        }
        let is_read = |said: &Said| said.from.is_some() || said.day.is_some();
        for (column, said) in [(date, &of_date), (start, &of_start), (end, &time(cell(end)))] {
            if let Some(column) = column.filter(|column| !cell(Some(*column)).is_empty() && !is_read(said)) {
                self.find(row, column, FindingKind::Time(cell(Some(column)).shown()));
            }
        }
        let days = [(date, of_date.day), (start, of_start.day)]
            .into_iter()
            .find_map(|(column, day)| Some((column?, day?)));
        let known = days.map(|(column, day)| self.known(day, &cell(Some(column)).shown(), (row, column)));
        // What can't be read is not the day of the row above.
        let is_unread = date.is_some() && !cell(date).is_empty() && !is_read(&of_date);
        let unread = || is_unread.then(|| Err((Unknown::Unreadable, cell(date).shown())));
        let known = known.or_else(unread);
        if known.is_some() {
            self.current = known.clone();
        }
        Times {
            day: known.or_else(|| self.current.clone()),
            start: of_start,
            end: time(cell(end)),
            length: super::said::length(cell(length)),
        }
    }

    /// A lane's title in a row, and its column. A session without one is called by what it is.
    fn title(&self, row: usize, lane: &Lane) -> Option<(usize, String)> {
        let shown = |column: usize| {
            let area = self.sheet.area(row, column);
            let cell =
                if lane.day.is_some() { self.sheet.at(row, column) } else { self.sheet.down(row, column) };
            let is_own = area.is_none_or(|area| area.left == column) || lane.day.is_some();
            Some((column, cell.shown())).filter(|(_, text)| is_own && !text.is_empty())
        };
        let other = || {
            let only = self.lanes.len() == 1;
            let others = [Field::Kind, Field::Speakers].into_iter().filter(|_| only);
            others.filter_map(|field| self.mapping.first(field)).find_map(shown)
        };
        shown(lane.column).or_else(other)
    }

    fn session(&mut self, row: usize, column: usize, lane: &Lane, title: &str, times: &Times) {
        let (first, rest) = title.split_once('\n').unwrap_or((title, ""));
        let mut session = Session::new(first.trim(), (self.origin)(row, column));
        session.summary = rest.trim().to_owned();
        self.details(row, column, lane, &mut session);
        let day = match &lane.day {
            Some((day, text)) => Some(self.known(*day, text, (lane.header, lane.column))),
            None => times.day.clone(),
        };
        self.when(row, column, day, times, &mut session);
        self.read.program.sessions.push(session);
    }

    fn details(&mut self, row: usize, column: usize, lane: &Lane, session: &mut Session) {
        let program = &mut self.read.program;
        let details = row::details(self.sheet, self.mapping, &self.lanes, row, lane, column);
        session.key = details.key;
        let parts = [std::mem::take(&mut session.summary), details.summary];
        session.summary = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        session.kind = details.kind;
        session.links = details.links;
        session.venue = details.venue.map(|name| named(&mut program.venues, name));
        session.track = details.track.map(|name| named(&mut program.tracks, name));
        let people = details.speakers.into_iter().map(|person| speaker(&mut program.speakers, person));
        let mut known = HashSet::new();
        session.speakers = people.filter(|person| known.insert(*person)).collect();
    }

    /// Sets when a session begins and ends.
    fn when(&mut self, row: usize, column: usize, day: Option<Known>, times: &Times, session: &mut Session) {
        session.duration = times.length;
        if let Some(stated) = &times.start.stated {
            session.start = Some(stated.clone());
            session.end = times.end.stated.clone();
            return self.check(row, column, session);
        }
        let has_times = self.mapping.first(Field::Start).is_some();
        if times.start.from.is_none() && has_times {
            self.find(row, column, FindingKind::NoTime(session.title.clone()));
        }
        let date = match day {
            Some(Ok(date)) => date,
            Some(Err((Unknown::Impossible, text))) => return self.find(row, column, FindingKind::Time(text)),
            Some(Err((Unknown::Unreadable, _))) => return,
            Some(Err((Unknown::Unsaid, text))) => return self.ask(row, column, text),
            None => match self.calendar.given.filter(|_| self.has_no_days()) {
                Some(date) => date,
                None => return self.ask(row, column, String::new()),
            },
        };
        let Some(from) = times.start.from else {
            session.start = Some(Stated::Day(date));
            return;
        };
        self.half_of_day(row, date, from);
        let zone = times.start.zone.as_ref().map(|(zone, _)| zone.as_str());
        session.start = at(date, from, zone);
        let same_day = times.end.day.is_none();
        let last = match times.end.day {
            Some(day) => self.calendar.date(day).unwrap_or(date),
            None => date,
        };
        if let Some(to) = self.until(row, column, times.end.from.or(times.start.to)) {
            let is_next = same_day && to <= from;
            session.end =
                last.checked_add_days(Days::new(u64::from(is_next))).and_then(|last| at(last, to, zone));
        }
        self.check(row, column, session);
    }

    /// Whether nothing says the days of rows.
    fn has_no_days(&self) -> bool {
        self.mapping.first(Field::Date).is_none() && self.lanes.iter().all(|lane| lane.day.is_none())
    }

    /// When something ends: where it is merged with rows below, when the last of them does, or the next begins.
    fn until(&self, row: usize, column: usize, own: Option<u32>) -> Option<u32> {
        let Some(area) = self.sheet.area(row, column).filter(|area| area.bottom > row) else { return own };
        let of = |row: usize, field| {
            self.mapping.first(field).map_or_else(Said::default, |column| time(self.sheet.down(row, column)))
        };
        let last = of(area.bottom, Field::End).from.or(of(area.bottom, Field::Start).to);
        last.or(own).or_else(|| of(area.bottom + 1, Field::Start).from)
    }

    fn ask(&mut self, row: usize, column: usize, text: String) {
        if self.asked.insert(format!("day {text}")) {
            self.find(row, column, FindingKind::DateNeeded(text));
        }
    }

    /// Reports a time in the night after one of the same day: `1:30` below `12:00`.
    fn half_of_day(&mut self, row: usize, date: NaiveDate, from: u32) {
        const NIGHT: std::ops::Range<u32> = 60..8 * 60;
        let is_again = self.above.is_some_and(|(above, _)| above == date);
        let is_back = self.above.is_some_and(|(_, above)| above >= NIGHT.end);
        if is_again && is_back && NIGHT.contains(&from) {
            let column = self.mapping.first(Field::Start).unwrap_or_default();
            let text = self.sheet.at(row, column).shown();
            if self.asked.insert(format!("half {row}")) {
                self.find(row, column, FindingKind::HalfOfDay(text));
            }
        } else {
            self.above = Some((date, from));
        }
    }

    /// Reports where a session's length and end contradict.
    fn check(&mut self, row: usize, column: usize, session: &Session) {
        let clock = |stated: &Option<Stated>| stated.as_ref().and_then(Stated::clock);
        let (Some(start), Some(end), Some(said)) =
            (clock(&session.start), clock(&session.end), session.duration)
        else {
            return;
        };
        if end - start != said {
            let (said, between) = (said.num_minutes(), (end - start).num_minutes());
            self.find(row, column, FindingKind::Duration { said, between });
        }
    }
}

/// Minutes after a day's midnight.
fn at(date: NaiveDate, minutes: u32, zone: Option<&str>) -> Option<Stated> {
    let wall = date.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::try_minutes(minutes.into())?)?;
    Some(zone.map_or(Stated::Wall(wall), |zone| Stated::Zoned(wall, zone.to_owned())))
}

/// Which of the names one is, from 0; a new one is added.
fn named(all: &mut Vec<Named>, name: String) -> usize {
    let known = all.iter().position(|other| words::plain(&other.name) == words::plain(&name));
    known.unwrap_or_else(|| {
        all.push(Named { key: None, name });
        all.len() - 1
    })
}

fn speaker(all: &mut Vec<Person>, person: Person) -> usize {
    let known = all.iter().position(|other| words::plain(&other.name) == words::plain(&person.name));
    known.unwrap_or_else(|| {
        all.push(person);
        all.len() - 1
    })
}
