//! The state of each session's row.

use super::row_state::{RowState, SessionNews};
use crate::choice::Choice;
use crate::context::{use_event, use_zones};
use huso_agenda::event_file::{SessionKind, SessionMode};
use huso_agenda::{Agenda, Changed, Instant, Offsets, Phase, Progress, Session, When, phase};
use huso_registration::sessions::takes_registrations;
use huso_registration::wire::{Seats, SeatsLeft, SeatsState};
use std::rc::Rc;
use yew::{hook, use_memo};

/// The state of each of the agenda's sessions, in its order.
#[hook]
pub fn use_rows(source: RowSource, now: Instant) -> Rc<Vec<RowState>> {
    let (event, zones) = (use_event(), use_zones());
    let ahead = use_memo((event.clone(), zones, now), |(event, zones, now)| {
        ahead(event.agenda(), *now, zones.device.as_ref())
    });
    use_memo((event, source, ahead), |(event, source, ahead)| {
        let sessions = event.agenda().sessions.iter().enumerate();
        sessions.map(|(index, session)| source.row(index, session, ahead.get(index) == Some(&true))).collect()
    })
}

/// What the states are made of.
#[derive(PartialEq)]
pub struct RowSource {
    /// Where the sessions stand.
    pub progress: Rc<Progress>,
    /// What changed since the visitor looked last.
    pub changed: Rc<Vec<Changed>>,
    /// What is chosen.
    pub choice: Choice,
    /// Whether anything can be.
    pub is_choosable: bool,
    /// How many seats are left.
    pub seats: Rc<Seats>,
}

impl RowSource {
    /// The state of a row, whose session is the agenda's at `index`, and may be ahead with a time for a calendar.
    fn row(&self, index: usize, session: &Session, is_ahead: bool) -> RowState {
        let is_for_calendars = !session.is_off() && session.kind != SessionKind::Break;
        let phase = self.progress.phases.get(index).copied().flatten();
        RowState {
            phase,
            news: SessionNews::of(&session.id, &self.changed),
            is_chosen: self.is_choosable.then(|| self.choice.ids.contains(&session.id)),
            is_in_plan: self
                .choice
                .is_starred(session, self.is_choosable)
                .filter(|is_starred| *is_starred || phase != Some(Phase::Ended)),
            seats: self.seats(session).filter(|_| phase != Some(Phase::Ended)),
            has_calendar: is_for_calendars && is_ahead,
        }
    }

    /// The seats of a session for which one registers, where there are not enough. The event file's word goes first.
    fn seats(&self, session: &Session) -> Option<SeatsLeft> {
        let seats = *self.seats.sessions.get(&session.id).filter(|_| takes_registrations(session))?;
        let is_told = match session.registration.mode.unwrap_or_default() {
            SessionMode::Closed | SessionMode::None => false,
            SessionMode::Full => seats.state == SeatsState::Full,
            SessionMode::Open | SessionMode::Waitlist | SessionMode::Invitation => {
                seats.state != SeatsState::Free
            }
        };
        is_told.then_some(seats)
    }
}

/// Of each session, whether there is a time for a calendar and it is not over, on a device whose clocks
/// are `here`.
fn ahead(agenda: &Agenda, now: Instant, here: &dyn Offsets) -> Vec<bool> {
    let wall = here.wall_time(now);
    let is_ahead = |session: &Session| match phase::lasting(agenda, session) {
        When::Timed { start, end } => end.unwrap_or(start) >= now,
        When::Floating { start, end } => end.unwrap_or(start) >= wall,
        When::AllDay(date) => date >= wall.date(),
        When::Open => false,
    };
    agenda.sessions.iter().map(is_ahead).collect()
}
