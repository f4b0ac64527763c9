//! Which sessions a visitor can choose, and which of the chosen ones overlap.

use crate::form::Form;
use crate::wire::{Answer, Answers, SeatsLeft, SeatsState};
use huso_agenda::event_file::{SessionKind, SessionMode};
use huso_agenda::{Agenda, Instant, Session};

/// Whether this visitor can choose a session now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Yes.
    Open,
    /// Yes; they will be put on the list.
    Waitlist,
    /// Not yet; from this instant on.
    Before(Instant),
    /// Not any more, or never.
    Closed,
    /// No seat is left.
    Full,
    /// Only those who are invited.
    Invitation,
    /// It is for others.
    OtherAudience,
}

impl Availability {
    /// Whether it can be chosen.
    pub fn is_choosable(self) -> bool {
        matches!(self, Self::Open | Self::Waitlist)
    }

    /// The same, given how many seats are left as far as that is known. What can't be chosen
    /// by the event file stays so.
    pub fn given(self, seats: Option<SeatsLeft>) -> Self {
        match (self, seats.map(|seats| seats.state)) {
            (Self::Open | Self::Waitlist, Some(SeatsState::Full)) => Self::Full,
            (Self::Open, Some(SeatsState::Waitlist)) => Self::Waitlist,
            _ => self,
        }
    }
}

/// Whether anybody registers for a session, be it full or not open yet.
pub fn takes_registrations(session: &Session) -> bool {
    session.kind == SessionKind::Session
        && !session.is_off()
        && session.registration.mode != Some(SessionMode::None)
}

/// Whether the visitor of these answers can choose a session at an instant.
pub fn availability(form: &Form, session: &Session, answers: &Answers, now: Instant) -> Availability {
    let mode = session.registration.mode.unwrap_or_default();
    let takes_place = session.kind == SessionKind::Session && !session.is_off();
    let is_over = session.closes.is_some_and(|closes| closes <= now);
    match mode {
        SessionMode::Full if takes_place => return Availability::Full,
        SessionMode::Closed | SessionMode::None => return Availability::Closed,
        _ if !takes_place || is_over => return Availability::Closed,
        _ => {}
    }
    if !form.is_for(&session.registration.audience, answers) {
        return Availability::OtherAudience;
    }
    if let Some(opens) = session.opens.filter(|opens| now < *opens) {
        return Availability::Before(opens);
    }
    match mode {
        SessionMode::Waitlist => Availability::Waitlist,
        SessionMode::Invitation if !is_invited(form, answers) => Availability::Invitation,
        _ => Availability::Open,
    }
}

/// Whether the invitation's field has an answer. Whether that is a good one, the endpoint knows.
fn is_invited(form: &Form, answers: &Answers) -> bool {
    let answer = form.invitation_field.as_ref().and_then(|field| answers.get(field));
    answer.is_some_and(|answer| *answer != Answer::Checked(false) && answer.values() != [""])
}

/// Two sessions that take place at the same time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clash<'a> {
    /// The one that the agenda has first.
    pub first: &'a Session,
    /// The other.
    pub second: &'a Session,
    /// When the overlap begins.
    pub from: Instant,
    /// When it ends; when it begins, if neither session's end is known.
    pub to: Instant,
}

/// The chosen sessions that overlap, two by two in the order of the agenda. What matters is the instant:
/// zones and midnight make no difference. Sessions without times never clash, nor do those that don't
/// take place; one without an end clashes where it starts. A reason to warn, never to refuse.
pub fn clashes<'a>(agenda: &'a Agenda, chosen: &[String]) -> Vec<Clash<'a>> {
    let timed = |session: &'a Session| {
        let start = session.start().filter(|_| chosen.contains(&session.id) && !session.is_off())?;
        Some((session, start, session.end().unwrap_or(start)))
    };
    let timed: Vec<_> = agenda.sessions.iter().filter_map(timed).collect();
    let mut all = Vec::new();
    for (index, (first, start, end)) in timed.iter().enumerate() {
        for (second, from, until) in timed.iter().skip(index + 1) {
            if (start <= from && from < end) || (from <= start && start < until) || start == from {
                all.push(Clash { first, second, from: *start.max(from), to: *end.min(until) });
            }
        }
    }
    all
}
