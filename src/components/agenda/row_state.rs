//! What of a session changes while it is shown.

use huso_agenda::event_file::SessionMode;
use huso_agenda::{Change, Changed, Phase, Session};
use huso_registration::wire::{SeatsLeft, SeatsState};

/// What of a session changes while it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowState {
    /// Where it stands; `None` if it does not take place or nobody knows when.
    pub phase: Option<Phase>,
    /// What the visitor has not seen yet.
    pub news: Option<SessionNews>,
    /// Whether it is chosen; `None` where nothing can be.
    pub is_chosen: Option<bool>,
    /// Whether it is in the visitor's plan without being chosen; `None` where it can't be put there so.
    pub is_in_plan: Option<bool>,
    /// How many seats are left, where somebody has to know.
    pub seats: Option<SeatsLeft>,
    /// Whether it can still be put into a calendar.
    pub has_calendar: bool,
}

impl RowState {
    /// Whether those who choose the session wait for a seat.
    pub fn is_waitlist(&self, session: &Session) -> bool {
        session.registration.mode == Some(SessionMode::Waitlist)
            || self.seats.is_some_and(|seats| seats.state == SeatsState::Waitlist)
    }
}

/// What became of a session since the visitor looked last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionNews {
    /// It is new.
    Added,
    /// Something of it changed.
    Changed,
}

impl SessionNews {
    /// What is news of the session of an id.
    pub fn of(id: &str, changed: &[Changed]) -> Option<Self> {
        let first = changed.iter().find(|changed| changed.id == id)?;
        Some(if first.change == Change::Added { Self::Added } else { Self::Changed })
    }
}
