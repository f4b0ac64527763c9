//! What of the event file is looked at while it is edited.

use crate::edit::tab::Tab;
use crate::workspace::Spot;
use huso_agenda::chrono::NaiveDate;
use huso_edit::{Document, List};
use std::rc::Rc;
use yew::{Reducible, UseReducerHandle, hook, use_context, use_reducer};

/// What of the event file is looked at. It outlives the step: who comes back finds it as it was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditState {
    /// What is edited.
    pub tab: Tab,
    /// What a narrow window shows of it.
    pub pane: Pane,
    /// The session in the form.
    pub chosen: Option<Chosen>,
    /// The speaker, track or venue in the form.
    pub entry: Option<(List, usize)>,
    /// The question in the form, from 0; the last if there are not so many.
    pub question: usize,
    /// The day on the strip; the first unless one was chosen.
    pub day: Option<NaiveDate>,
    /// What is looked for.
    pub query: String,
    /// The last wish that was followed ([`Spot`]).
    pub arrived: u32,
}

/// What a narrow window shows, where not all fits side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// What is edited.
    #[default]
    List,
    /// The form of the session that was chosen.
    Form,
    /// What is wrong.
    Review,
    /// How it will be seen.
    Preview,
}

/// A session that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which of the file's it was then, from 0.
    pub index: usize,
    /// Its id, by which it is known when others come before it.
    pub id: String,
}

impl Chosen {
    /// Chooses a session.
    pub fn of(document: &Document, index: usize) -> Self {
        Self { index, id: id(document, index).unwrap_or_default().to_owned() }
    }

    /// Which of the file's it is now; none once it is gone.
    pub fn index_in(&self, document: &Document) -> Option<usize> {
        if id(document, self.index)? == self.id {
            return Some(self.index);
        }
        (0..document.sessions().len()).find(|index| id(document, *index) == Some(&self.id))
    }
}

fn id(document: &Document, index: usize) -> Option<&str> {
    let session = document.sessions().get(index)?;
    Some(session.get("id").and_then(|id| id.as_str()).unwrap_or_default())
}

/// What can be looked at.
pub enum EditAction {
    /// Edits something else.
    Open(Tab),
    /// Shows something else in a narrow window.
    Show(Pane),
    /// Puts a session into the form.
    Choose(Chosen),
    /// Puts a speaker, track or venue into the form.
    Entry(List, usize),
    /// Puts a question of the registration into the form.
    Question(usize),
    /// Puts a day onto the strip.
    Day(NaiveDate),
    /// Looks for words.
    Search(String),
    /// Goes where somebody wants to.
    Follow(Spot, Option<Chosen>),
}

impl Reducible for EditState {
    type Action = EditAction;

    fn reduce(self: Rc<Self>, action: EditAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            EditAction::Open(tab) => (next.tab, next.pane) = (tab, Pane::List),
            EditAction::Show(pane) => next.pane = pane,
            EditAction::Choose(chosen) => next.chosen = Some(chosen),
            EditAction::Entry(list, index) => next.entry = Some((list, index)),
            EditAction::Question(question) => next.question = question,
            EditAction::Day(day) => next.day = Some(day),
            EditAction::Search(query) => next.query = query,
            EditAction::Follow(spot, chosen) => {
                next.tab = Tab::of(&spot.place);
                next.pane = if chosen.is_some() { Pane::Form } else { Pane::List };
                next.chosen = chosen.or(next.chosen);
                let entry = |list: List| Some((list, spot.place.entry_of(list.key())?));
                next.entry =
                    [List::Speakers, List::Tracks, List::Venues].into_iter().find_map(entry).or(next.entry);
                next.question = spot.place.entry_of("registration.fields").unwrap_or(next.question);
                next.arrived = spot.wish;
            }
        }
        next.into()
    }
}

/// What is looked at, and what looks at something else.
pub type EditHandle = UseReducerHandle<EditState>;

/// What is looked at, from any component of the step.
#[hook]
pub fn use_edit() -> EditHandle {
    let none = use_reducer(EditState::default);
    use_context().unwrap_or(none)
}
