//! What a comparison says.

use crate::document::Document;
use serde_json::Value;

/// What importing would do, item by item.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The event itself first, then sessions: those of the event file in its order, then those that are new to it.
    pub items: Vec<Item>,
    /// What is imported, under the ids that the event file has for the same things. What is imported next is compared with
    /// it, to tell what was edited by hand.
    pub incoming: Document,
}

/// One thing that importing would change, or leave as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What would happen to it.
    pub kind: Kind,
    /// Which of the event file's sessions it is, from 0.
    pub current: Option<usize>,
    /// Which of the imported sessions it is, from 0.
    pub incoming: Option<usize>,
    /// What of it would change.
    pub fields: Vec<FieldChange>,
    /// Whether somebody edited it by hand since the last import, or took it out.
    pub is_by_hand: bool,
}

/// What importing would do to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The event's own texts and lists change.
    Event,
    /// It is new.
    Added,
    /// Something of it changes, but not when it starts.
    Changed,
    /// It starts at another time.
    Moved,
    /// It is not in what is imported.
    Removed,
    /// Nothing.
    Same,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Its key: of a session `title`, or `start` for all that says when it is; of the event its place, `speakers[0].role`.
    pub key: String,
    /// As it is; `None` where it isn't said. Of times an object with all their keys.
    pub old: Option<Value>,
    /// As it is imported.
    pub new: Option<Value>,
    /// Whether it was edited by hand since it was imported last, and stays as it is unless somebody says otherwise.
    pub by_hand: bool,
}

impl Item {
    /// Whether it is to be done unless somebody says otherwise. Nothing is taken out, nor put back that was.
    pub fn is_proposed(&self) -> bool {
        match self.kind {
            Kind::Added => !self.is_by_hand,
            Kind::Event | Kind::Changed | Kind::Moved => self.fields.iter().any(|field| !field.by_hand),
            Kind::Removed | Kind::Same => false,
        }
    }
}
