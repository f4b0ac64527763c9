//! How many seats there are now.

use super::request::{accepted_language, wants_page};
use super::shared::Shared;
use crate::problem::Problem;
use crate::store::Occupancy;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use huso_agenda::event_file::SessionMode;
use huso_registration::Event;
use huso_registration::wire::{Seats, SeatsLeft, SeatsState};
use std::sync::Arc;

/// Few are these,
const FEW: u32 = 5;
/// or one in so many.
const FEW_OF: u32 = 10;

/// `GET /events/{id}/seats`
pub(super) async fn seats(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (lang, is_page) = (accepted_language(&headers), wants_page(&headers));
    let (Some((event, _)), Some(remembered)) = (shared.event(&id), shared.seats.get(&id)) else {
        return Problem::UnknownEvent.answer(lang, is_page);
    };
    match remembered.get_or(async || shared.seats_of(event).await).await {
        Ok(seats) => ([(header::CACHE_CONTROL, "public, max-age=5")], Json(seats)).into_response(),
        Err(problem) => problem.answer(lang, is_page),
    }
}

impl Shared {
    async fn seats_of(&self, event: &Event) -> Result<Seats, Problem> {
        let occupancy = match self.store.occupancy(&event.agenda.id).await {
            Ok(occupancy) => occupancy,
            Err(error) => return Err(self.failed("seats could not be counted", &error).await),
        };
        let is_full = |session: &str| {
            let session = event.agenda.session(session);
            session.is_some_and(|session| session.registration.mode == Some(SessionMode::Full))
        };
        let session = |(id, one): (String, Occupancy)| {
            let left = left(one, is_full(&id))?;
            Some((id, left))
        };
        Ok(Seats {
            event: left(occupancy.event, false),
            sessions: occupancy.sessions.into_iter().filter_map(session).collect(),
        })
    }
}

/// What is said of one limit; nothing where there is none and nobody waits.
fn left(one: Occupancy, is_full: bool) -> Option<SeatsLeft> {
    let free = one.capacity.map(|capacity| capacity.saturating_sub(one.taken));
    let state = match (one.capacity, free) {
        _ if is_full => SeatsState::Full,
        (_, Some(0)) => SeatsState::Waitlist,
        _ if one.waiting > 0 => SeatsState::Waitlist,
        (Some(capacity), Some(free)) if free <= FEW.max(capacity / FEW_OF) => SeatsState::Few,
        (Some(_), _) => SeatsState::Free,
        (None, _) => return None,
    };
    Some(SeatsLeft { state, left: free.filter(|_| state == SeatsState::Few) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_in_a_word() {
        let say = |capacity, taken, waiting| {
            left(Occupancy { capacity, taken, waiting }, false).map(|left| (left.state, left.left))
        };
        assert_eq!(say(None, 7, 0), None);
        assert_eq!(say(Some(100), 89, 0), Some((SeatsState::Free, None)));
        assert_eq!(say(Some(100), 90, 0), Some((SeatsState::Few, Some(10))));
        assert_eq!(say(Some(8), 3, 0), Some((SeatsState::Few, Some(5))));
        assert_eq!(say(Some(8), 8, 0), Some((SeatsState::Waitlist, None)));
        assert_eq!(say(Some(8), 9, 0), Some((SeatsState::Waitlist, None)), "the capacity was lowered");
        assert_eq!(
            say(Some(8), 3, 1),
            Some((SeatsState::Waitlist, None)),
            "it was raised, and somebody waits"
        );
        assert_eq!(say(None, 3, 1), Some((SeatsState::Waitlist, None)), "it went, and somebody waits");
        let full = left(Occupancy { capacity: Some(8), taken: 0, waiting: 0 }, true);
        assert_eq!(full.map(|left| left.state), Some(SeatsState::Full), "the file says so");
    }
}
