//! What was brought, before it counts.

use crate::workspace::arrived::{Arrived, Found};
use huso::browser::now;
use huso_agenda::Severity;
use huso_agenda::chrono::NaiveDate;
use huso_announcement::Context;
use huso_edit::Document;
use huso_import::{
    Answer, Opened, Place, Program, Session, Settled, Source, ZoneQuestion, join, settle, write,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

/// What was brought, and what somebody said of it since.
#[derive(Clone)]
pub struct Brought {
    /// All files, those of archives too.
    all: Rc<[Opened]>,
    /// What arrived together.
    pub arrived: Rc<[Arrived]>,
    /// What of that is reviewed, from 0.
    pub reviewed: BTreeSet<usize>,
    /// What of that was taken over or put away.
    pub done: BTreeSet<usize>,
    /// Whose clocks the times of a file are of, by its number, once somebody said it.
    pub answers: BTreeMap<usize, Answer>,
    /// The event's first day, once somebody said it.
    pub date: Option<NaiveDate>,
    /// What was decided of sessions whose lengths contradict their times, by file and session, from 0.
    pub lengths: BTreeMap<(usize, usize), Length>,
    /// Whether it is what another tab has kept, and was imported by nobody.
    pub is_of_tab: bool,
}

/// Which of a session's times counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Its end.
    AsTimed,
    /// The length that is said of it.
    AsSaid,
}

impl Brought {
    /// What arrived by itself, and of which nothing was said yet.
    pub fn new(files: Vec<Opened>) -> Self {
        Self::together(vec![(String::new(), files)])
    }

    /// What arrived together, each by its name with the files in it. What fits together is reviewed together; an event file by
    /// itself, before all else.
    pub fn together(arrived: Vec<(String, Vec<Opened>)>) -> Self {
        let mut all = Vec::new();
        let names: Vec<_> = arrived
            .into_iter()
            .map(|(name, files)| {
                let start = all.len();
                all.extend(files);
                Arrived { name, files: start..all.len() }
            })
            .collect();
        let brought = Self {
            all: all.into(),
            arrived: names.into(),
            reviewed: BTreeSet::new(),
            done: BTreeSet::new(),
            answers: BTreeMap::new(),
            date: None,
            lengths: BTreeMap::new(),
            is_of_tab: false,
        };
        let reviewed = match brought.waiting().find(|at| brought.is_event(*at)) {
            Some(event) => BTreeSet::from([event]),
            None => brought.waiting().collect(),
        };
        Self { reviewed, ..brought }
    }

    /// What has something in it and waits: it is not reviewed, and was neither taken over nor put away.
    pub fn waiting(&self) -> impl Iterator<Item = usize> {
        let all = self.arrived.iter().enumerate().filter(|(_, one)| one.has_something(&self.all));
        all.map(|(at, _)| at).filter(|at| !self.reviewed.contains(at) && !self.done.contains(at))
    }

    /// The same once what is reviewed was taken over or put away: the next alone; nothing where none waits.
    pub fn rest(&self) -> Option<Self> {
        let next = self.waiting().next()?;
        let done = self.done.union(&self.reviewed).copied().collect();
        Some(Self { done, ..self.reviewing(BTreeSet::from([next])) })
    }

    /// The same with one more of what arrived reviewed, or one less, but not none. An event file is reviewed by itself.
    pub fn toggled(&self, at: usize) -> Self {
        let mut reviewed = self.reviewed.clone();
        let is_alone = self.is_event(at) || reviewed.iter().any(|one| self.is_event(*one));
        if !reviewed.remove(&at) {
            reviewed = if is_alone { BTreeSet::new() } else { reviewed };
            reviewed.insert(at);
        }
        if reviewed.is_empty() { self.clone() } else { self.reviewing(reviewed) }
    }

    fn reviewing(&self, reviewed: BTreeSet<usize>) -> Self {
        Self { reviewed, ..self.clone() }
    }

    fn is_event(&self, at: usize) -> bool {
        self.found(at) == Found::Event
    }

    /// What was found in one of what arrived.
    pub fn found(&self, at: usize) -> Found {
        self.arrived.get(at).map_or(Found::Sessions(0), |one| one.found(&self.all))
    }

    /// The files that are reviewed; all where nothing has anything in it.
    pub fn files(&self) -> impl Iterator<Item = &Opened> {
        let is_reviewed = |at: usize| {
            self.reviewed.is_empty()
                || self
                    .reviewed
                    .iter()
                    .any(|one| self.arrived.get(*one).is_some_and(|one| one.files.contains(&at)))
        };
        self.all.iter().enumerate().filter(move |(at, _)| is_reviewed(*at)).map(|(_, file)| file)
    }

    /// The same, with a file in place of the one that has its number: what was decided of its sessions is open again.
    pub fn with_file(&self, file: &Opened) -> Self {
        let all = self.all.iter().map(|one| if one.file == file.file { file } else { one }.clone());
        let mut lengths = self.lengths.clone();
        lengths.retain(|(other, _), _| *other != file.file);
        Self { all: all.collect(), lengths, ..self.clone() }
    }

    /// The same, its days counted from the event's first.
    pub fn dated(&self, date: NaiveDate) -> Self {
        let context = Context { date: Some(date), ..self.context() };
        let all = self.all.iter().map(|file| file.clone().dated(&context));
        Self { all: all.collect(), date: Some(date), ..self.clone() }
    }

    /// The same, with somebody's answer for a file.
    pub fn answered(&self, file: usize, answer: Answer) -> Self {
        let mut answers = self.answers.clone();
        answers.insert(file, answer);
        Self { answers, ..self.clone() }
    }

    /// The same, with a decision on a session of a file.
    pub fn decided(&self, file: usize, session: usize, length: Length) -> Self {
        let mut lengths = self.lengths.clone();
        lengths.insert((file, session), length);
        Self { lengths, ..self.clone() }
    }

    /// From what dates without a year are counted.
    pub fn context(&self) -> Context {
        Context { date: self.date, today: now().date_naive() }
    }

    /// The event file among the files that are reviewed: it has more than a program, and the other files of its archive are made of it.
    pub fn event(&self) -> Option<Document> {
        self.files().find_map(|file| match &file.source {
            Source::EventFile(text) => Document::parse(text),
            _ => None,
        })
    }

    /// The files in which something takes place.
    pub fn programs(&self) -> impl Iterator<Item = &Opened> {
        self.files().filter(|file| !file.read.program.sessions.is_empty())
    }

    /// Whether there is anything to go on with.
    pub fn has_something(&self) -> bool {
        self.event().is_some() || self.programs().next().is_some()
    }

    /// What takes place in a file, with what was decided.
    pub fn program(&self, file: &Opened) -> Program {
        let mut program = file.read.program.clone();
        for ((_, session), length) in self.lengths.iter().filter(|((of, _), _)| *of == file.file) {
            let Some(session) = program.sessions.get_mut(*session) else { continue };
            match length {
                Length::AsTimed => session.duration = None,
                Length::AsSaid => session.end = None,
            }
        }
        program
    }

    /// When a file's program takes place.
    ///
    /// # Errors
    /// What has to be asked first.
    pub fn settled(&self, file: &Opened, program: &Program) -> Result<Settled, ZoneQuestion> {
        settle(program, self.answers.get(&file.file))
    }

    /// The event file that it makes; nothing while a zone is not known.
    pub fn document(&self) -> Option<Document> {
        self.event().or_else(|| {
            let settled = self.programs().map(|file| {
                let program = self.program(file);
                let settled = self.settled(file, &program).ok()?;
                Some(without_errors(file, program, settled))
            });
            let (program, settled) = join(settled.collect::<Option<_>>()?)?;
            Some(Document::from(write(&program, &settled)))
        })
    }
}

/// A program without the rows of a table whose time can't be read: they are left out until that is corrected.
fn without_errors(file: &Opened, program: Program, settled: Settled) -> (Program, Settled) {
    let row = |place: &Place| match place {
        Place::Cell { sheet, row, .. } => Some((sheet.clone(), *row)),
        _ => None,
    };
    let errors = file.read.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let wrong: HashSet<_> = errors.filter_map(|finding| row(&finding.origin.place)).collect();
    let is_right = |session: &Session| {
        session.start.is_some() || row(&session.origin.place).is_none_or(|row| !wrong.contains(&row))
    };
    let (sessions, spans) =
        program.sessions.into_iter().zip(settled.spans).filter(|(session, _)| is_right(session)).unzip();
    (Program { sessions, ..program }, Settled { spans, ..settled })
}

/// Equal to what was read of the same files, with the same decisions.
impl PartialEq for Brought {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.all, &other.all)
            && self.reviewed == other.reviewed
            && self.done == other.done
            && self.answers == other.answers
            && self.date == other.date
            && self.lengths == other.lengths
    }
}
