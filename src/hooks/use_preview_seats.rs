//! How many seats are left in a preview.

use crate::config::PreviewSeats;
use crate::context::EventContext;
use huso_agenda::Agenda;
use huso_registration::wire::{Seats, SeatsLeft, SeatsState};
use std::rc::Rc;
use yew::{hook, use_memo};

/// So many are few.
const FEW: u32 = 3;

/// How many seats are left in a preview, as a Huso receiver would say it: wherever the event, with its `capacity`, or a
/// session limits them. Nothing where no preview wants it.
#[hook]
pub fn use_preview_seats(
    event: &EventContext,
    capacity: Option<u32>,
    wanted: Option<PreviewSeats>,
) -> Option<Rc<Seats>> {
    let seats = use_memo((event.clone(), capacity, wanted), |(event, capacity, wanted)| {
        wanted.map(|wanted| Rc::new(seats(event.agenda(), *capacity, wanted)))
    });
    (*seats).clone()
}

fn seats(agenda: &Agenda, capacity: Option<u32>, wanted: PreviewSeats) -> Seats {
    let left = |capacity: u32| match wanted {
        PreviewSeats::Few => SeatsLeft { state: SeatsState::Few, left: Some(capacity.min(FEW)) },
        PreviewSeats::NoneLeft => SeatsLeft { state: SeatsState::Waitlist, left: None },
    };
    let sessions = agenda.sessions.iter().filter_map(|session| {
        let capacity = session.registration.capacity?;
        Some((session.id.clone(), left(capacity)))
    });
    Seats { event: capacity.map(left), sessions: sessions.collect() }
}
