//! What was brought, with all that follows from it.

use crate::workspace::Brought;
use huso_agenda::Severity;
use huso_edit::{Comparison, Document, compare};
use huso_import::{Finding, FindingKind, Kind, Opened, Place, Program, Settled, Source, ZoneQuestion};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What was brought, with all that follows from it.
pub struct Reviewed {
    /// What was brought.
    pub brought: Rc<Brought>,
    /// The files to look at.
    pub files: Vec<ReviewedFile>,
    /// The event file that it makes; nothing while a question is open.
    pub document: Option<Document>,
    /// The event file that is there.
    pub current: Rc<Document>,
    /// What it would do to the event file that is there; nothing where there is none, or a question is open.
    pub comparison: Option<Comparison>,
}

/// A file, and what follows from it.
pub struct ReviewedFile {
    /// As it was opened.
    pub opened: Opened,
    /// What takes place in it, with what was decided.
    pub program: Program,
    /// When, or what has to be asked first.
    pub settled: Result<Settled, ZoneQuestion>,
    /// Whether somebody has to say whose clocks its times are of, or that they are of those it names.
    pub is_asked: bool,
}

impl Reviewed {
    /// What follows from what was brought for an event file, `base` being what was imported into it last.
    pub fn new(brought: Rc<Brought>, current: &Rc<Document>, base: Option<&Document>) -> Self {
        let shown = brought.files().filter(|file| file.kind != Kind::Zip || !file.read.findings.is_empty());
        let files: Vec<_> = shown.map(|file| ReviewedFile::new(&brought, file)).collect();
        let is_asked =
            brought.event().is_none() && files.iter().any(|file| file.is_asked || file.needs_date(&brought));
        let document = brought.document().filter(|_| !is_asked);
        let comparison = document
            .as_ref()
            .filter(|_| **current != Document::empty())
            .map(|new| compare(current, base, new));
        Self { brought, files, document, current: current.clone(), comparison }
    }

    /// Whether somebody has to say the event's first day.
    pub fn needs_date(&self) -> bool {
        self.files.iter().any(|file| file.needs_date(&self.brought))
    }
}

/// The same thing, not one like it.
impl PartialEq for Reviewed {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl ReviewedFile {
    fn new(brought: &Brought, file: &Opened) -> Self {
        let program = brought.program(file);
        let settled = brought.settled(file, &program);
        let is_said = brought.answers.contains_key(&file.file);
        let is_prose = matches!(file.source, Source::Text { .. });
        let is_asked = !program.sessions.is_empty() && !is_said && (is_prose || settled.is_err());
        Self { opened: file.clone(), program, settled, is_asked }
    }

    fn needs_date(&self, brought: &Brought) -> bool {
        let needed = |finding: &Finding| matches!(finding.kind, FindingKind::DateNeeded(_));
        brought.date.is_none() && self.opened.read.findings.iter().any(needed)
    }

    /// Which of the sessions a finding is of, from 0.
    pub fn session_of(&self, finding: &Finding) -> Option<usize> {
        let sessions = &self.program.sessions;
        match &finding.origin.place {
            Place::Text { start, .. } => self.session_at(*start),
            Place::Cell { sheet, row, .. } => {
                sessions.iter().position(|session| match &session.origin.place {
                    Place::Cell { sheet: other, row: at, .. } => (other, at) == (sheet, row),
                    _ => false,
                })
            }
            Place::Line(line) => {
                let starts_before = |place: &Place| matches!(place, Place::Line(at) if at <= line);
                sessions.iter().rposition(|session| starts_before(&session.origin.place))
            }
            Place::Entry(entry) => sessions.iter().position(|session| match &session.origin.place {
                Place::Entry(own) => !own.is_empty() && entry.starts_with(own.as_str()),
                _ => false,
            }),
        }
    }

    /// The session whose words stand at a byte of the text, or before it in the same line.
    fn session_at(&self, byte: usize) -> Option<usize> {
        let Source::Text { text, understood } = &self.opened.source else { return None };
        let line = text.get(..byte)?.rfind('\n').map_or(0, |at| at + 1);
        let end = text.get(byte..)?.find('\n').map_or(text.len(), |at| byte + at);
        let is_here =
            |place: &Place| matches!(place, Place::Text { start, .. } if (line..end).contains(start));
        understood.iter().filter(|one| is_here(&one.origin.place)).find_map(|one| one.session)
    }

    /// The findings of a session.
    pub fn findings_of(&self, session: usize) -> Vec<Finding> {
        let findings = self.opened.read.findings.iter();
        findings.filter(|finding| self.session_of(finding) == Some(session)).cloned().collect()
    }

    /// The findings of no session.
    pub fn other_findings(&self) -> Vec<Finding> {
        let findings = self.opened.read.findings.iter();
        findings.filter(|finding| self.session_of(finding).is_none()).cloned().collect()
    }

    /// How many findings of sessions are as bad as this and open. What was not understood is counted apart.
    pub fn count(&self, severity: Severity, brought: &Brought) -> usize {
        let is_decided = |finding: &&Finding| {
            let session = self.session_of(finding);
            matches!(finding.kind, FindingKind::Duration { .. })
                && session.is_some_and(|session| brought.lengths.contains_key(&(self.opened.file, session)))
        };
        let of_sessions =
            self.opened.read.findings.iter().filter(|finding| self.session_of(finding).is_some());
        let open = of_sessions.filter(|finding| !is_decided(finding));
        open.filter(|finding| finding.severity() == severity).count()
    }

    /// The days on which something takes place.
    pub fn days(&self) -> usize {
        let days = self.program.sessions.iter().filter_map(|session| session.start.as_ref()?.clock());
        days.map(|clock| clock.date()).collect::<BTreeSet<_>>().len()
    }
}
