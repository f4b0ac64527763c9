//! What is chosen of a comparison.

use crate::review::reviewed::Reviewed;
use huso_agenda::chrono::NaiveDateTime;
use huso_edit::Item;
use std::collections::HashSet;
use std::rc::Rc;
use yew::Reducible;

/// What is chosen of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// Its items, from 0.
    pub chosen: HashSet<usize>,
    /// Items, from 0, and keys of which the imported value is taken although it was edited by hand.
    pub taken: HashSet<(usize, String)>,
    /// When the gaps begin that get a break.
    pub breaks: HashSet<NaiveDateTime>,
}

/// What happens to it.
pub enum Action {
    /// Another comparison.
    Start(Selection),
    /// An item is chosen, or no longer.
    Toggle(usize),
    /// Another value is taken for a key of an item.
    Take(usize, String),
    /// A gap gets a break, or no longer.
    Break(NaiveDateTime),
}

impl Selection {
    /// What is proposed.
    pub fn of(reviewed: &Reviewed) -> Self {
        let items = reviewed.comparison.iter().flat_map(|comparison| comparison.items.iter().enumerate());
        let chosen = items.filter(|(_, item)| item.is_proposed()).map(|(at, _)| at);
        Self { chosen: chosen.collect(), ..Self::default() }
    }

    /// Whether anything of an item is done.
    pub fn is_done(&self, at: usize, item: &Item) -> bool {
        let is_taken = || item.fields.iter().any(|field| self.taken.contains(&(at, field.key.clone())));
        self.chosen.contains(&at)
            && (item.fields.is_empty() || item.fields.iter().any(|field| !field.by_hand))
            || is_taken()
    }
}

impl Reducible for Selection {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Start(selection) => next = selection,
            Action::Toggle(at) => toggle(&mut next.chosen, at),
            Action::Take(at, key) => toggle(&mut next.taken, (at, key)),
            Action::Break(start) => toggle(&mut next.breaks, start),
        }
        next.into()
    }
}

fn toggle<T: std::hash::Hash + Eq>(all: &mut HashSet<T>, one: T) {
    if !all.remove(&one) {
        all.insert(one);
    }
}
