//! The event file that is worked on.

use crate::workspace::brought::Brought;
use huso_edit::{Change, Document, History, Place};
use std::rc::Rc;
use yew::Reducible;

/// The event file that is worked on, with all its changes.
#[derive(Clone, PartialEq)]
pub struct Workspace {
    /// Under which key the browser keeps it.
    pub key: String,
    /// The event file, those before it, and those taken back.
    pub history: History,
    /// What was imported last, for comparing it with what was edited by hand since.
    pub base: Option<Rc<Document>>,
    /// What was brought and doesn't count yet.
    pub brought: Option<Rc<Brought>>,
    /// What was taken over, for undo and redo.
    pub imports: Vec<Import>,
    /// Where somebody wants to go in it.
    pub spot: Option<Spot>,
    /// What the last change took away, in words, until the next.
    pub removed: Option<String>,
}

/// Something that was taken over.
#[derive(Clone, PartialEq)]
pub struct Import {
    /// The event file after it.
    document: Rc<Document>,
    before: Around,
    after: Around,
}

/// What belongs to an event file before or after something was taken over.
#[derive(Clone, PartialEq)]
struct Around {
    /// What was imported last.
    base: Option<Rc<Document>>,
    /// What was brought and doesn't count yet.
    brought: Option<Rc<Brought>>,
}

/// A value to go to: its field takes the focus.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Which.
    pub place: Place,
    /// Counts the wishes: going to the same place again is another one.
    pub wish: u32,
}

/// Works changes out from an event file.
pub type Work = Box<dyn FnOnce(&Document) -> Vec<Change>>;

/// What can be done with it.
pub enum Action {
    /// Changes values as one step.
    Change(Vec<Change>),
    /// Types into a field: one step with what is typed into it before and after.
    Type(Change),
    /// Changes what is worked out from the event file as it is then. Successive ones that type into the same place are
    /// one step.
    By {
        /// The place that is typed into, if any is.
        typed: Option<Place>,
        /// The changes.
        changes: Work,
    },
    /// Takes something away; in words, for the line that offers to undo it.
    Take(Vec<Change>, String),
    /// Takes the last step back.
    Undo,
    /// Makes the step again that was taken back last.
    Redo,
    /// Brings something, or goes on with what was brought otherwise.
    Bring(Rc<Brought>),
    /// Puts what is reviewed away; what was brought with it comes next.
    PutAway,
    /// Takes over what was imported: the event file after it, and what was imported. One step.
    Import {
        /// The event file.
        document: Document,
        /// What was imported, without what was edited by hand.
        base: Document,
    },
    /// Works on another event file, which the browser keeps under this key.
    Open {
        /// Under which key it is kept.
        key: String,
        /// The event file.
        document: Document,
        /// What was imported last.
        base: Option<Document>,
    },
    /// Goes to a value.
    GoTo(Place),
}

impl Action {
    /// Changes what is worked out from the event file as it is then, as one step.
    pub fn by(changes: impl FnOnce(&Document) -> Vec<Change> + 'static) -> Self {
        Self::By { typed: None, changes: Box::new(changes) }
    }

    /// The same, as one step with what is typed into the place before and after.
    pub fn typed_by(typed: Place, changes: impl FnOnce(&Document) -> Vec<Change> + 'static) -> Self {
        Self::By { typed: Some(typed), changes: Box::new(changes) }
    }
}

impl Workspace {
    /// An empty event file.
    pub fn new(key: String) -> Self {
        Self {
            key,
            history: History::of(Document::empty()),
            base: None,
            brought: None,
            imports: Vec::new(),
            spot: None,
            removed: None,
        }
    }

    /// The event file as it is now.
    pub fn document(&self) -> &Rc<Document> {
        self.history.present()
    }

    /// Whether there is nothing in it yet.
    pub fn is_empty(&self) -> bool {
        **self.document() == Document::empty()
    }
}

impl Reducible for Workspace {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Bring(brought) => next.brought = Some(brought),
            Action::PutAway => next.brought = next.brought.and_then(|brought| brought.rest()).map(Rc::new),
            Action::GoTo(place) => {
                let wish = next.spot.map_or(0, |spot| spot.wish) + 1;
                next.spot = Some(Spot { place, wish });
                return next.into();
            }
            Action::Change(changes) => next.push(&changes, None),
            Action::Type(change) => {
                let place = place_of(&change).clone();
                next.push(&[change], Some(place));
            }
            Action::By { typed, changes } => {
                let changes = changes(next.document());
                next.push(&changes, typed);
            }
            Action::Take(changes, words) => {
                next.push(&changes, None);
                next.removed = Some(words);
            }
            Action::Undo => {
                let undone = next.import().map(|import| import.before.clone());
                next.step(History::undo);
                next.restore(undone);
            }
            Action::Redo => {
                next.step(History::redo);
                let redone = next.import().map(|import| import.after.clone());
                next.restore(redone);
            }
            Action::Import { document, base } => {
                let before = next.around();
                next.history.push(document, None);
                next.base = Some(base.into());
                next.brought = before.brought.as_ref().and_then(|brought| brought.rest()).map(Rc::new);
                next.removed = None;
                let after = next.around();
                next.imports.push(Import { document: next.document().clone(), before, after });
            }
            Action::Open { key, document, base } => {
                next = Self { base: base.map(Rc::new), history: History::of(document), ..Self::new(key) };
            }
        }
        next.into()
    }
}

impl Workspace {
    fn push(&mut self, changes: &[Change], typed: Option<Place>) {
        let document = self.document().with(changes);
        self.history.push(document, typed);
        self.removed = None;
    }

    /// What was taken over last, if nothing was done since.
    fn import(&self) -> Option<&Import> {
        self.imports.iter().rfind(|import| Rc::ptr_eq(&import.document, self.document()))
    }

    fn around(&self) -> Around {
        Around { base: self.base.clone(), brought: self.brought.clone() }
    }

    fn restore(&mut self, around: Option<Around>) {
        if let Some(Around { base, brought }) = around {
            (self.base, self.brought) = (base, brought);
        }
    }

    fn step(&mut self, step: fn(&mut History)) {
        step(&mut self.history);
        self.removed = None;
    }
}

fn place_of(change: &Change) -> &Place {
    match change {
        Change::Set(place, _) | Change::Remove(place) | Change::Insert(place, _) => place,
    }
}
