//! How many seats are left of the whole event, above the form.

use crate::context::use_locale;
use huso_registration::wire::SeatsLeft;
use huso_registration::wording;
use yew::{Html, Properties, component, html};

/// Properties of [`EventSeats`].
#[derive(Properties, PartialEq)]
pub struct EventSeatsProps {
    /// How many, as far as that is known.
    pub seats: Option<SeatsLeft>,
}

/// How many seats are left of the whole event; nothing where there are enough.
#[component]
pub fn EventSeats(EventSeatsProps { seats }: &EventSeatsProps) -> Html {
    let lang = use_locale().lang;
    let sentence = seats.and_then(|seats| wording::event_seats(seats, lang));
    html! {
        if let Some(sentence) = sentence { <p class="event-seats">{sentence}</p> }
    }
}
