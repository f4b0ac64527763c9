//! Where somebody is in the agenda, which stays the same from view to view.

use huso_agenda::chrono::NaiveDate;
use std::rc::Rc;
use yew::Reducible;

/// Where somebody is in the agenda.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The day that was picked.
    pub day: Option<NaiveDate>,
    /// The session that is looked at: which of the agenda's it is, from 0.
    pub selected: Option<usize>,
}

/// Goes elsewhere in the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceAction {
    /// To another day.
    Pick(NaiveDate),
    /// To a session, or to none.
    Select(Option<usize>),
}

impl Reducible for Place {
    type Action = PlaceAction;

    fn reduce(self: Rc<Self>, action: PlaceAction) -> Rc<Self> {
        Rc::new(match action {
            PlaceAction::Pick(day) => Self { day: Some(day), selected: None },
            PlaceAction::Select(selected) => Self { selected, ..*self },
        })
    }
}
