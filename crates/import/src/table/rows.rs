//! The rows of a sheet, one after the other.

use super::days::Times;
use super::lister::Lister;
use super::mapping::Field;
use super::row::{self, Lane};
use super::words;
use crate::{FindingKind, Named, Person, Session};
use std::collections::HashSet;

/// Rows of a sheet that are reported as left out, and the one after them.
const MOST_LEFT_OUT: usize = 500;
const MOST_MORE: usize = MOST_LEFT_OUT + 1;

/// Cells of such a row that are quoted.
const QUOTED: usize = 10;

impl Lister<'_> {
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
            self.leave_out(row, &filled);
        }
    }

    /// Reports that nothing was made of a row: of many the first ones, and that there are more.
    fn leave_out(&mut self, row: usize, filled: &[usize]) {
        self.left_out += 1;
        let column = filled.first().copied().unwrap_or_default();
        let words: Vec<_> =
            filled.iter().take(QUOTED).map(|column| self.sheet.at(row, *column).shown()).collect();
        match self.left_out {
            1..=MOST_LEFT_OUT => self.find(row, column, FindingKind::LeftOut(words.join(" · "))),
            MOST_MORE => self.find(row, column, FindingKind::LeftOut("…".to_owned())),
            _ => {}
        }
    }

    /// Whether a row repeats the headers.
    fn is_header(&self, row: usize, filled: &[usize]) -> bool {
        let Some(header) = self.mapping.header else { return false };
        filled.iter().all(|column| self.sheet.at(row, *column) == self.sheet.at(header, *column))
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
        let details = row::details(self.sheet, self.mapping, &self.lanes, row, lane, column);
        for column in details.unread {
            if self.asked.insert(format!("cell {row} {column}")) {
                self.find(row, column, FindingKind::LeftOut(self.sheet.down(row, column).shown()));
            }
        }
        let program = &mut self.read.program;
        session.key = details.key;
        let parts = [std::mem::take(&mut session.summary), details.summary];
        session.summary = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        session.kind = details.kind;
        session.status = details.status;
        session.languages = details.languages;
        session.links = details.links;
        session.venue = details.venue.map(|name| named(&mut program.venues, name));
        session.track = details.track.map(|name| named(&mut program.tracks, name));
        let people = details.speakers.into_iter().map(|person| speaker(&mut program.speakers, person));
        let mut known = HashSet::new();
        session.speakers = people.filter(|person| known.insert(*person)).collect();
    }
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
