//! Which control a row shows: one, for what one does next about its session.

use super::row_state::RowState;
use huso_agenda::event_file::{LinkRel, SessionLink};
use huso_agenda::{Phase, Session, phase};
use huso_registration::wire::SeatsState;

/// What one does next about a session.
#[derive(Clone, Copy, PartialEq)]
pub enum Action<'a> {
    /// Follows a link: connects, or watches what was recorded.
    Follow(&'a SessionLink),
    /// Chooses it, or no longer.
    Choose {
        /// Whether it is chosen.
        is_chosen: bool,
    },
    /// Puts it into the plan, or takes it out.
    Plan {
        /// Whether it is there.
        is_in_plan: bool,
    },
}

/// What one does next about a session; `None` where there is nothing to be done.
pub fn action<'a>(session: &'a Session, state: &RowState) -> Option<Action<'a>> {
    next_link(session, state.phase)
        .map(Action::Follow)
        .or_else(|| choosable(session, state).map(|is_chosen| Action::Choose { is_chosen }))
        .or_else(|| state.is_in_plan.map(|is_in_plan| Action::Plan { is_in_plan }))
}

/// Whether a session is chosen; `None` where it can't be. What is over, or has no seat to wait for, can only be taken
/// out.
pub fn choosable(session: &Session, state: &RowState) -> Option<bool> {
    let is_full = state.seats.is_some_and(|seats| seats.state == SeatsState::Full);
    let is_takable = |is_chosen: &bool| *is_chosen || (state.phase != Some(Phase::Ended) && !is_full);
    state.is_chosen.filter(|_| session.is_open()).filter(is_takable)
}

/// To connect while that is of use, to watch what was recorded afterwards. What has no time at all is connected to from
/// its details.
fn next_link(session: &Session, phase: Option<Phase>) -> Option<&SessionLink> {
    let rel = match phase? {
        Phase::Upcoming => return None,
        Phase::Soon(_) | Phase::Now(_) => LinkRel::Join,
        Phase::Ended => LinkRel::Recording,
    };
    phase::links(session, phase).into_iter().find(|link| link.rel == rel)
}
