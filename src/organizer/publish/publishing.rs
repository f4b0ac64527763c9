//! What is published, for every step of it.

use crate::publish::done::{Deed, Done, DoneHandle};
use crate::publish::state::State;
use crate::publish::task::Task;
use crate::publish::use_announcement::Announcement;
use crate::publish::use_package::Published;
use crate::workspace::Checked;
use huso_agenda::{Agenda, Severity};
use huso_registration::Event;
use std::rc::Rc;
use yew::{hook, use_context};

/// What is published, for every step of it.
#[derive(Clone, PartialEq)]
pub struct Publishing {
    /// The event file.
    pub checked: Checked,
    /// The event in it.
    pub event: Rc<Event>,
    /// What is beside this page of the widget's package.
    pub package: Published,
    /// The announcements, one a language.
    pub announcements: Rc<[Announcement]>,
    /// What was done already.
    pub done: DoneHandle,
}

impl Publishing {
    /// The agenda.
    pub fn agenda(&self) -> &Agenda {
        &self.event.agenda
    }

    /// The name of a file of the event: its id with an ending.
    pub fn file_name(&self, ending: &str) -> String {
        self.agenda().id.clone() + ending
    }

    /// Says that a task was done.
    pub fn did(&self, task: Task, deed: Deed) {
        self.done.dispatch((task, deed, self.checked.document.clone()));
    }

    /// How a task stands.
    pub fn state(&self, task: Task) -> State {
        if self.stops().contains(&task) {
            return match task {
                Task::Archive if !self.has_errors() => State::Waits(Task::Announcements.number()),
                _ => State::Stopped,
            };
        }
        match done(&self.done, task, &self.checked) {
            Some((deed, at)) => State::Done(deed, at.to_owned()),
            None if self.next() == Some(task) => State::Next,
            None => State::Ready,
        }
    }

    /// How many tasks are done.
    pub fn count_done(&self) -> usize {
        Task::ALL.into_iter().filter(|task| done(&self.done, *task, &self.checked).is_some()).count()
    }

    /// What errors stop. Saving the event file nothing does: it is a copy.
    pub fn stops(&self) -> Vec<Task> {
        let is_stopped = |task: &Task| match task {
            Task::EventFile => false,
            Task::Announcements | Task::Archive => self.has_errors() || self.has_wrong_announcement(),
            _ => self.has_errors(),
        };
        Task::ALL.into_iter().filter(is_stopped).collect()
    }

    /// Whether nothing can be done for a task: of three announcements those that are right can be copied.
    pub fn is_off(&self, task: Task) -> bool {
        match task {
            Task::Announcements => self.has_errors(),
            _ => self.stops().contains(&task),
        }
    }

    fn has_errors(&self) -> bool {
        self.checked.count(Severity::Error) > 0
    }

    fn has_wrong_announcement(&self) -> bool {
        self.announcements.iter().any(|one| one.errors().next().is_some())
    }

    fn next(&self) -> Option<Task> {
        let is_open = |task: &Task| done(&self.done, *task, &self.checked).is_none();
        Task::NEEDED.into_iter().filter(is_open).find(|task| !self.stops().contains(task))
    }
}

fn done<'d>(done: &'d Done, task: Task, checked: &Checked) -> Option<(Deed, &'d str)> {
    done.of(task, &checked.document)
}

/// What is published. Below [`crate::publish::Publish`], which provides it.
#[hook]
pub fn use_publishing() -> Option<Publishing> {
    use_context()
}
