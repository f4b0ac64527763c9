//! What the checks look at.

use crate::remark::Remark;
use crate::spot::File;
use crate::texts::{Written, links, written};
use huso_agenda::event_file::SessionKind;
use huso_agenda::{Agenda, Instant, Session};
use huso_registration::Event;
use huso_registration::form::Form;
use std::collections::HashMap;

/// What the checks look at.
pub struct Scope<'a> {
    /// What takes place.
    pub agenda: &'a Agenda,
    /// How one registers.
    pub form: Option<&'a Form>,
    /// When it is looked at.
    pub now: Instant,
    /// Every text that readers see, in the file's order.
    pub texts: Vec<Written>,
    /// Every link with its place, but for the endpoint.
    pub links: Vec<(String, String)>,
    /// Where in the file each session is, by its id.
    indices: HashMap<&'a str, usize>,
}

/// A remark, and the place that it is about.
pub struct Placed {
    /// `sessions[3].venue`
    pub path: String,
    /// What could be better there.
    pub remark: Remark,
}

impl<'a> Scope<'a> {
    /// What an event, read from a file, is to be looked at for.
    pub fn new(event: &'a Event, file: &'a File<'a>, now: Instant) -> Self {
        let mut indices = HashMap::new();
        for (index, id) in file.session_strings("id").enumerate() {
            // Of equal ids the first is in the agenda.
            id.into_iter().for_each(|id| {
                indices.entry(id).or_insert(index);
            });
        }
        Self {
            agenda: &event.agenda,
            form: event.form.as_ref(),
            now,
            texts: written(file),
            links: links(file),
            indices,
        }
    }

    /// A remark on what a session has under a key.
    pub fn on(&self, session: &Session, key: &str, remark: Remark) -> Placed {
        let index = self.indices.get(session.id.as_str()).copied().unwrap_or_default();
        Placed { path: format!("sessions[{index}].{key}"), remark }
    }

    /// The sessions that people attend, in the agenda's order: no breaks, nothing that doesn't take place.
    pub fn attended(&self) -> impl Iterator<Item = &'a Session> {
        self.agenda
            .sessions
            .iter()
            .filter(|session| session.kind == SessionKind::Session && !session.is_off())
    }
}

impl Placed {
    /// A remark on a place.
    pub fn at(path: &str, remark: Remark) -> Self {
        Self { path: path.to_owned(), remark }
    }
}
