//! What the visitor typed, and what may be meant by it.

use crate::hooks::Offer;
use std::rc::Rc;
use yew::Reducible;

/// The state of the choice of a zone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ZoneChoiceState {
    /// What stands in the field.
    pub typed: String,
    /// What may be meant by it, the likeliest first.
    pub offers: Vec<Offer>,
    /// The offer that arrows have led to, counted from 0.
    pub active: Option<usize>,
    /// Whether Enter was pressed before anything could be looked for.
    pub is_entered: bool,
    /// Why the last choice was not taken.
    pub problem: Option<ZoneProblem>,
    /// Whether choices are remembered on this device.
    pub is_remembered: bool,
}

/// Why a choice was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneProblem {
    /// Several places may be meant; their names.
    Several(String),
    /// No place has that name.
    Unknown,
    /// It can't be remembered.
    NotRemembered,
}

/// What happens to the choice of a zone.
#[derive(Clone, Debug)]
pub enum ZoneChoiceAction {
    /// This was typed, and may mean that.
    Type(String, Vec<Offer>),
    /// An arrow leads to the next place that is offered, or back.
    Move {
        /// Down or up.
        is_forward: bool,
    },
    /// Enter was pressed before anything could be looked for.
    Enter,
    /// Nothing is offered any more.
    Close,
    /// The zone of this place was taken.
    Take(String),
    /// A choice was not taken.
    Refuse(ZoneProblem),
    /// Choices are remembered on this device from now on, or no longer.
    Remember(bool),
    /// The browser's own zone holds.
    Reset,
}

/// What Enter means.
#[derive(Debug, PartialEq, Eq)]
pub enum Meant<'a> {
    /// A place that is offered.
    Offer(&'a Offer),
    /// Nobody can tell which of those that are offered.
    Several,
    /// What was typed, as it is.
    Typed(&'a str),
}

impl Reducible for ZoneChoiceState {
    type Action = ZoneChoiceAction;

    fn reduce(self: Rc<Self>, action: ZoneChoiceAction) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            ZoneChoiceAction::Type(typed, offers) => state = Self { typed, offers, ..state.closed() },
            ZoneChoiceAction::Move { is_forward } => state.active = state.next(is_forward),
            ZoneChoiceAction::Enter => state.is_entered = true,
            ZoneChoiceAction::Close => state = state.closed(),
            ZoneChoiceAction::Take(typed) => state = Self { typed, ..state.closed() },
            ZoneChoiceAction::Refuse(problem) => state.problem = Some(problem),
            ZoneChoiceAction::Remember(is_remembered) => {
                state = Self { is_remembered, problem: None, ..state };
            }
            ZoneChoiceAction::Reset => state = Self::default(),
        }
        state.into()
    }
}

impl ZoneChoiceState {
    /// Without offers, and without what was said of them.
    fn closed(self) -> Self {
        Self { typed: self.typed, is_remembered: self.is_remembered, ..Self::default() }
    }

    /// Where an arrow leads. Before the first offer and behind the last one is the field.
    fn next(&self, is_forward: bool) -> Option<usize> {
        let count = self.offers.len();
        let next = match self.active {
            None if is_forward => Some(0),
            None => count.checked_sub(1),
            Some(active) if is_forward => Some(active + 1),
            Some(active) => active.checked_sub(1),
        };
        next.filter(|next| *next < count)
    }

    /// What Enter means: the offer that arrows have led to, else the only one whose whole name was typed,
    /// else the only one.
    pub fn meant(&self) -> Meant<'_> {
        let exact: Vec<&Offer> = self.offers.iter().filter(|offer| offer.is_exact).collect();
        let active = self.active.and_then(|index| self.offers.get(index));
        match (active, exact.as_slice(), self.offers.as_slice()) {
            (Some(offer), ..) | (None, &[offer], _) | (None, [], [offer]) => Meant::Offer(offer),
            (None, [], []) => Meant::Typed(self.typed.trim()),
            _ => Meant::Several,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_i18n::labels::ZonedTime;

    fn offer(place: &str, is_exact: bool) -> Offer {
        let time = ZonedTime {
            machine: String::new(),
            clock: "10:00".into(),
            unseen_half: String::new(),
            mark: None,
            spoken_date: String::new(),
        };
        Offer { place: place.into(), name: place.into(), zone: format!("America/{place}"), is_exact, time }
    }

    fn after(actions: impl IntoIterator<Item = ZoneChoiceAction>) -> ZoneChoiceState {
        let state = Rc::new(ZoneChoiceState::default());
        (*actions.into_iter().fold(state, Reducible::reduce)).clone()
    }

    fn typed(offers: impl Into<Vec<Offer>>) -> ZoneChoiceAction {
        ZoneChoiceAction::Type(" s ".into(), offers.into())
    }

    const DOWN: ZoneChoiceAction = ZoneChoiceAction::Move { is_forward: true };
    const UP: ZoneChoiceAction = ZoneChoiceAction::Move { is_forward: false };

    #[test]
    fn arrows_lead_through_the_list_and_the_field() {
        let two = [offer("A", false), offer("B", false)];
        let active = |moves: &[ZoneChoiceAction]| {
            after([typed(two.clone())].into_iter().chain(moves.iter().cloned())).active
        };
        assert_eq!(active(&[]), None);
        assert_eq!(active(&[DOWN, DOWN]), Some(1));
        assert_eq!(active(&[DOWN, DOWN, DOWN]), None);
        assert_eq!(active(&[UP]), Some(1));
        assert_eq!(active(&[UP, UP, UP]), None);
        assert_eq!(after([DOWN]).active, None, "nothing is offered");
    }

    #[test]
    fn enter_takes_what_is_meant_beyond_doubt() {
        let [vague, exact, other] = [offer("A", false), offer("B", true), offer("C", true)];
        assert_eq!(after([typed([vague.clone()])]).meant(), Meant::Offer(&vague));
        assert_eq!(after([typed([vague.clone(), exact.clone()])]).meant(), Meant::Offer(&exact));
        assert_eq!(after([typed([exact.clone(), other])]).meant(), Meant::Several);
        assert_eq!(after([typed([vague.clone(), vague.clone()])]).meant(), Meant::Several);
        assert_eq!(after([typed([])]).meant(), Meant::Typed("s"));
        let moved = after([typed([vague.clone(), exact]), DOWN]);
        assert_eq!(moved.meant(), Meant::Offer(&vague));
    }

    #[test]
    fn what_was_said_holds_until_something_else_is_done() {
        let refused = [typed([]), ZoneChoiceAction::Refuse(ZoneProblem::Unknown)];
        assert_eq!(after(refused.clone()).problem, Some(ZoneProblem::Unknown));
        for next in [typed([]), ZoneChoiceAction::Close, ZoneChoiceAction::Remember(true)] {
            assert_eq!(after(refused.clone().into_iter().chain([next])).problem, None);
        }
    }

    #[test]
    fn an_early_enter_holds_until_something_else_is_typed() {
        assert!(after([typed([]), ZoneChoiceAction::Enter]).is_entered);
        assert!(!after([typed([]), ZoneChoiceAction::Enter, typed([])]).is_entered);
    }

    #[test]
    fn what_was_taken_stands_in_the_field() {
        let taken = after([
            ZoneChoiceAction::Remember(true),
            typed([offer("A", true)]),
            DOWN,
            ZoneChoiceAction::Take("A".into()),
        ]);
        let expected = ZoneChoiceState { typed: "A".into(), is_remembered: true, ..Default::default() };
        assert_eq!(taken, expected);
    }
}
