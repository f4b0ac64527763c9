//! When a session begins and ends.

use super::calendar::Unknown;
use super::days::Times;
use super::lister::{Known, Lister};
use super::mapping::Field;
use super::said::{Said, time};
use crate::{FindingKind, Session, Stated};
use chrono::{Days, NaiveDate, TimeDelta};

impl Lister<'_> {
    /// Sets when a session begins and ends.
    pub(super) fn when(
        &mut self,
        row: usize,
        column: usize,
        day: Option<Known>,
        times: &Times,
        session: &mut Session,
    ) {
        session.duration = times.length;
        if let Some(stated) = &times.start.stated {
            session.start = Some(stated.clone());
            session.end = times.end.stated.clone();
            return self.check(row, column, session);
        }
        let has_times = self.mapping.first(Field::Start).is_some();
        // What can't be read was said already.
        let is_empty =
            self.mapping.first(Field::Start).is_some_and(|column| self.sheet.down(row, column).is_empty());
        if times.start.from.is_none() && has_times && (is_empty || times.start.day.is_some()) {
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
        self.check_elsewhere(row, session.start.as_ref());
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
