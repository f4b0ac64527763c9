//! What every view of the agenda is given.

use super::row_state::RowState;
use crate::choice::ChoiceAction;
use huso_agenda::Instant;
use std::rc::Rc;
use yew::{Callback, Properties};

/// What every view of the agenda is given.
#[derive(Clone, Properties, PartialEq)]
pub struct ViewProps {
    /// Which of the agenda's sessions are shown, from 0, in order.
    pub shown: Rc<Vec<usize>>,
    /// The state of each of the agenda's sessions.
    pub rows: Rc<Vec<RowState>>,
    /// Now.
    pub now: Instant,
    /// Adds a session to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
}
