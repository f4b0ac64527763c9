//! What of the agenda somebody looks at, and how.

use crate::view::View;
use huso_agenda::find::{Awake, Facet, Filters};
use std::rc::Rc;
use yew::Reducible;

/// What of the agenda somebody looks at, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Browse {
    /// The way to look at it.
    pub view: View,
    /// The words that are looked for.
    pub query: String,
    /// What sessions have to have.
    pub filters: Filters,
    /// Whether the plan is looked at, instead of the agenda.
    pub is_plan: bool,
}

impl Browse {
    /// Whether something is looked for.
    pub fn is_looking(&self) -> bool {
        self.filters.count() > 0 || !self.query.trim().is_empty()
    }
}

/// Sessions from which on an agenda is searched and filtered, and parts of it are skipped: fewer are seen at a glance.
pub const MANY: usize = 10;

/// What somebody does to look at something else.
#[derive(Clone, Debug, PartialEq)]
pub enum BrowseAction {
    /// Switches to a view, from the plan too.
    Show(View),
    /// Looks for words.
    Search(String),
    /// Wants a value of a facet, or no longer.
    Toggle(Facet, String),
    /// Wants the hours in which they are awake, or all.
    Awake(Option<Awake>),
    /// Takes all filters away.
    Unfilter,
    /// Looks at the plan, or at the agenda again.
    Plan(bool),
    /// Looks at what an address says.
    Restore(Browse),
    /// Goes to a session in the list, where nothing hides it.
    Reveal,
}

impl Reducible for Browse {
    type Action = BrowseAction;

    fn reduce(self: Rc<Self>, action: BrowseAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            BrowseAction::Show(view) => next = Self { view, is_plan: false, ..next },
            BrowseAction::Search(query) => next.query = query,
            BrowseAction::Toggle(facet, value) => next.filters.toggle(facet, &value),
            BrowseAction::Awake(awake) => next.filters.awake = awake,
            BrowseAction::Unfilter => next.filters = Filters::default(),
            BrowseAction::Plan(is_plan) => next.is_plan = is_plan,
            BrowseAction::Restore(browse) => next = browse,
            BrowseAction::Reveal => next = Self::default(),
        }
        Rc::new(next)
    }
}
