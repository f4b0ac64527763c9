//! What was done already.

use crate::publish::task::Task;
use huso::browser::timestamp;
use huso_edit::Document;
use std::rc::Rc;
use yew::{Reducible, UseReducerHandle};

/// What was done already, each with the event file as it was then: once that is another, it is to be done again.
#[derive(Clone, Default, PartialEq)]
pub struct Done(Vec<Entry>);

#[derive(Clone, PartialEq)]
struct Entry {
    task: Task,
    deed: Deed,
    document: Rc<Document>,
    at: String,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A file was handed to the browser to save.
    Saved,
    /// Something is on the clipboard.
    Copied,
    /// A sheet was opened to print.
    Opened,
}

/// What was done, and what adds to it.
pub type DoneHandle = UseReducerHandle<Done>;

impl Done {
    /// What was done of a task last, and when (RFC 3339); nothing if the event file has changed since.
    pub fn of(&self, task: Task, document: &Rc<Document>) -> Option<(Deed, &str)> {
        let is_it = |entry: &&Entry| entry.task == task && Rc::ptr_eq(&entry.document, document);
        self.0.iter().find(is_it).map(|entry| (entry.deed, entry.at.as_str()))
    }
}

impl Reducible for Done {
    type Action = (Task, Deed, Rc<Document>);

    fn reduce(self: Rc<Self>, (task, deed, document): Self::Action) -> Rc<Self> {
        let others = self.0.iter().filter(|entry| entry.task != task).cloned();
        let this = Entry { task, deed, document, at: timestamp() };
        Self(others.chain([this]).collect()).into()
    }
}
