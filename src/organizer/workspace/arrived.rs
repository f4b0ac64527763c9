//! Something that arrived, among others perhaps.

use huso_import::{Opened, Source};
use std::ops::Range;

/// Something that arrived: a file with what is in it, where it is an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// As people see it.
    pub name: String,
    /// Which of all files are in it, by their place among them.
    pub files: Range<usize>,
}

/// What is in something that arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An event file, which has more than sessions.
    Event,
    /// So many sessions.
    Sessions(usize),
}

impl Arrived {
    /// How many sessions are in it.
    fn sessions(&self, all: &[Opened]) -> usize {
        self.opened(all).iter().map(|file| file.read.program.sessions.len()).sum()
    }

    /// Whether an event file is in it: that has more than sessions, and nothing else is joined with it.
    pub fn has_event(&self, all: &[Opened]) -> bool {
        self.opened(all).iter().any(|file| matches!(file.source, Source::EventFile(_)))
    }

    /// What is in it.
    pub fn found(&self, all: &[Opened]) -> Found {
        if self.has_event(all) { Found::Event } else { Found::Sessions(self.sessions(all)) }
    }

    /// Whether there is anything in it to go on with.
    pub fn has_something(&self, all: &[Opened]) -> bool {
        self.found(all) != Found::Sessions(0)
    }

    fn opened<'a>(&self, all: &'a [Opened]) -> &'a [Opened] {
        all.get(self.files.clone()).unwrap_or_default()
    }
}
