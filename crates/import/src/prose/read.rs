//! From a text to a program.

use super::blocks::{Block, blocks};
use super::builder::Builder;
use super::details::{self, Details, without_restated};
use super::labels;
use super::language::language;
use super::repeated::{Repeated, repeated};
use super::shape::{is_heading, is_name};
use super::slots::{Slot, slots};
use super::source::Source;
use super::table;
use super::times::Zones;
use super::understood::{Understood, Value};
use super::words::text as shown;
use crate::Read;
use crate::finding::{Finding, FindingKind};
use crate::program::Program;
use huso_announcement::{Context, Moment};
use std::ops::Range;

/// What is made of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// What takes place, and what somebody has to know of it.
    pub read: Read,
    /// From which words each value was understood, in the text's order.
    pub understood: Vec<Understood>,
}

/// Longest text that is read, in bytes: an announcement is never so long.
const LONGEST: usize = 64 * 1024;

/// Reads an announcement or an e-mail. The context's `today` is the day from which a date without a year is
/// counted, where the e-mail doesn't say when it was sent.
pub fn read(text: &str, file: usize, context: &Context) -> Prose {
    let longest = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let source = Source::new(text.get(..longest).unwrap_or_default(), file, context);
    let (mut all, details) = without_restated(&source, slots(&source));
    let moments = all.iter().filter_map(|slot| source.written.moments.get(slot.moment));
    let mut builder = Builder {
        source: &source,
        zones: Zones::of(&source, moments),
        columns: table::columns(&source),
        program: Program { language: language(&source.body), ..Program::default() },
        findings: Vec::new(),
        understood: Vec::new(),
    };
    builder.title(all.first());
    let alone = all.is_empty().then(|| builder.single()).flatten();
    let of_alone = alone.as_ref().map(|slot| Block { end: slot.lines.end, ..Block::default() });
    all.extend(alone);
    let repeated = repeated(&source, &all, &details, &builder.zones);
    let blocks = of_alone.map_or_else(|| blocks(&source, &all, &repeated), |block| vec![block]);
    let mut added: Vec<Range<usize>> =
        all.iter().zip(&blocks).map(|(slot, block)| builder.add(slot, block)).collect();
    let agenda = all.first().zip(blocks.last()).map(|(first, last)| first.lines.start..last.end);
    builder.details(&details, &mut added, agenda.as_ref(), &repeated);
    builder.repeated(&repeated, &added);
    builder.faults(&all, &repeated);
    if longest < text.len() {
        let rest = text.get(longest..).unwrap_or_default();
        builder.find(&(longest..text.len()), FindingKind::LeftOut(rest.chars().take(80).collect()));
    }
    builder.done()
}

impl Builder<'_> {
    /// The event's name: an e-mail's subject, or the last heading above the agenda.
    fn title(&mut self, first: Option<&Slot>) {
        let source = self.source;
        let above = source.lines.get(..first.map_or(source.lines.len(), |slot| slot.lines.start));
        let above = above.unwrap_or_default();
        let by_label = || {
            let labelled = |line: &super::lines::Line| {
                let (label, value) = labels::label(source.slice(&line.range))?;
                (label == labels::Label::Title).then_some(line.range.start + value..line.range.end)
            };
            above.iter().rev().find_map(labelled).filter(|range| !range.is_empty())
        };
        let heading = || {
            let mut lines = above.iter();
            let heading = match first {
                Some(_) => lines.rfind(|line| is_heading(source, line) && !table::is_row(source, line)),
                None => lines.find(|line| is_heading(source, line)),
            };
            heading.map(|line| line.range.clone())
        };
        let first = || above.first().filter(|line| is_name(source, line)).map(|line| line.range.clone());
        let found = source.subject.clone().filter(|subject| !subject.is_empty());
        if let Some(range) = found.or_else(by_label).or_else(heading).or_else(first) {
            self.program.title = shown(source, &range);
            self.understand(None, Value::Title, &range);
        }
    }

    /// What is said again of sessions, and what stands between the agenda and that.
    fn details(
        &mut self,
        details: &[Details],
        added: &mut [Range<usize>],
        agenda: Option<&Range<usize>>,
        repeated: &Repeated,
    ) {
        let Some(agenda) = agenda else { return };
        let mut end = agenda.end;
        for part in details.iter().filter(|part| part.lines.start >= agenda.end) {
            for at in (end..part.lines.start).filter(|at| !repeated.lines.contains(at)) {
                if let Some(line) = self.source.lines.get(at) {
                    self.left_out(&line.range);
                }
            }
            end = part.lines.end;
            let parts = details::parts(self.source, part, &repeated.lines);
            let sessions = added.get(part.slot).cloned().unwrap_or_default();
            for (label, range) in parts.labels {
                for at in sessions.clone() {
                    let Some(mut session) = self.program.sessions.get(at).cloned() else { continue };
                    let mut values = Vec::new();
                    if !self.labelled(Some(label), &range, &mut session, &mut values) {
                        self.left_out(&range);
                    }
                    values.iter().for_each(|(value, range)| self.understand(Some(at), *value, range));
                    if let Some(old) = self.program.sessions.get_mut(at) {
                        *old = session;
                    }
                }
            }
            parts.others.iter().for_each(|range| self.left_out(range));
        }
    }

    /// An invitation in a sentence, to one thing: its name is the event's.
    fn single(&mut self) -> Option<Slot> {
        let source = self.source;
        let mut dated = source.written.moments.iter().enumerate().filter(|(_, moment)| {
            moment.date.as_ref().is_some_and(|date| date.days.len() == 1)
                && moment.times.iter().any(|time| time.clock.is_some())
        });
        let (moment, times) = dated.next()?;
        let day = |moment: &Moment| moment.date.as_ref().map(|date| date.days.clone());
        let clock = |moment: &Moment| moment.times.first().and_then(|time| time.clock);
        // What is said twice is one thing.
        if dated.any(|(_, other)| (day(other), clock(other)) != (day(times), clock(times))) {
            return None;
        }
        let (first, last) = (times.times.first()?, times.times.last()?);
        if self.program.title.is_empty() {
            return None;
        }
        let row = source.line_at(first.range.start);
        let lines = row..source.line_at(last.range.start).max(row) + 1;
        self.zones = Zones::of(source, std::iter::once(times));
        Some(Slot { moment, until: None, lines, row, title: None, more: Vec::new() })
    }

    /// Times that are in no session: those that say again when one is, and others, whose lines are left out.
    fn repeated(&mut self, repeated: &Repeated, added: &[Range<usize>]) {
        for (slot, range) in &repeated.words {
            match slot.and_then(|slot| added.get(slot)) {
                Some(of) => of.clone().for_each(|at| self.understand(Some(at), Value::Again, range)),
                None => self.understand(None, Value::Again, range),
            }
        }
        for line in repeated.left_out.iter().filter_map(|at| self.source.lines.get(*at)) {
            self.left_out(&line.range);
        }
    }

    fn done(mut self) -> Prose {
        self.findings.sort_by_key(|(start, _)| *start);
        self.understood.sort_by_key(|one| match one.origin.place {
            crate::Place::Text { start, .. } => start,
            _ => 0,
        });
        let mut findings: Vec<Finding> = Vec::new();
        for (_, finding) in self.findings {
            if findings.last() != Some(&finding) {
                findings.push(finding);
            }
        }
        Prose { read: Read { program: self.program, findings }, understood: self.understood }
    }
}
