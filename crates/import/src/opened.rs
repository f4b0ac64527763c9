//! A file that was brought, and what was read of it.

use crate::kind::{Encoding, Kind};
use crate::prose::{self, Understood};
use crate::table::{self, Grid, Mapping};
use crate::{Finding, FindingKind, Origin, Place, Read};
use huso_announcement::Context;
use std::rc::Rc;

/// A file that was brought, and what was read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Which one it is of all that was brought, from 0: its places' [`Origin::file`].
    pub file: usize,
    /// As it was brought, or as its archive names it.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// What its text was saved as; `None` where it is no text.
    pub encoding: Option<Encoding>,
    /// What was read of it.
    pub read: Read,
    /// What it was read from, as far as that is shown beside it.
    pub source: Source,
}

/// What a file was read from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// What a program wrote for programs: nobody has to look at it.
    Entries,
    /// An event file, whose text has more than a program holds: the form, colours, texts in other languages.
    EventFile(Rc<str>),
    /// Tables.
    Table {
        /// Their cells.
        grid: Rc<Grid>,
        /// What their columns are taken for.
        mappings: Vec<Mapping>,
    },
    /// Text for people.
    Text {
        /// The text, of which [`Place::Text`] counts the bytes.
        text: Rc<str>,
        /// From which of its words each value was understood, in its order.
        understood: Vec<Understood>,
    },
}

impl Opened {
    /// The same file, its dates without a year counted as the context says; for what programs write that is all the same.
    pub fn dated(self, context: &Context) -> Self {
        let file = self.file;
        match self.source.clone() {
            Source::Entries | Source::EventFile(_) => self,
            Source::Table { grid, mappings } => self.with(of_grid(grid, mappings, file, context)),
            Source::Text { text, .. } => self.with(of_text(text, file, context)),
        }
    }

    /// The same table, its columns taken for something else. Anything but a table stays as it is.
    pub fn mapped(self, mappings: Vec<Mapping>, context: &Context) -> Self {
        let Source::Table { grid, .. } = self.source.clone() else { return self };
        let file = self.file;
        self.with(of_grid(grid, mappings, file, context))
    }

    fn with(self, (read, source): (Read, Source)) -> Self {
        let opened = Self { read, source, ..self };
        opened.with_losses()
    }

    /// Says that the encoding gives some bytes no meaning, if so.
    pub(crate) fn with_losses(mut self) -> Self {
        if let Some(encoding) = self.encoding.filter(|encoding| encoding.has_losses) {
            self.read.findings.push(of_all(FindingKind::Encoding(encoding.name), self.file));
        }
        self
    }
}

/// A grid, read by what its columns are taken for.
pub(crate) fn of_grid(
    grid: Rc<Grid>,
    mappings: Vec<Mapping>,
    file: usize,
    context: &Context,
) -> (Read, Source) {
    (table::read(&grid, &mappings, context.date, file), Source::Table { grid, mappings })
}

/// A text for people, read.
pub(crate) fn of_text(text: Rc<str>, file: usize, context: &Context) -> (Read, Source) {
    let prose = prose::read(&text, file, context);
    (prose.read, Source::Text { text, understood: prose.understood })
}

/// What is found of a whole file.
pub(crate) fn of_all(kind: FindingKind, file: usize) -> Finding {
    Finding { origin: Origin { file, place: Place::Entry(String::new()) }, kind }
}
