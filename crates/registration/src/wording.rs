//! What a form says, the same in the widget and on the receiver's page.

use crate::controls::{SESSIONS_ID, consent_id, field_id};
use crate::fault::Target;
use crate::form::{Consent, Form, MINIMUM_AGE};
use crate::sessions::Availability;
use crate::wire::{SeatsLeft, SeatsState, Status};
use huso_agenda::{Instant, Lang, Text};
use huso_i18n::{Texts as _, fill, plural};

/// What the visitor is asked to agree to, a box each: the form's consents, then that they are old enough.
pub fn consents(form: &Form, lang: Lang) -> Vec<Consent> {
    let age = form.minimum_age().map(|age| Consent {
        id: MINIMUM_AGE.to_owned(),
        text: Text::Plain(fill(lang.form().minimum_age, &[("age", &age.to_string())])),
        required: true,
        show_if: None,
        url: None,
    });
    form.consents.iter().cloned().chain(age).collect()
}

/// The id and the label of the control that a fault is about.
pub fn place(form: &Form, target: &Target, lang: Lang) -> Option<(String, Text)> {
    let texts = lang.form();
    match target {
        Target::Sessions => Some((SESSIONS_ID.to_owned(), Text::Plain(texts.choose.to_owned()))),
        Target::Field(id) => {
            let index = form.fields.iter().position(|field| field.id == *id)?;
            Some((field_id(index), form.fields.get(index)?.label.clone()))
        }
        Target::Consent(id) => {
            let index = form.consents.iter().position(|consent| consent.id == *id);
            // The age's box stands after the others.
            let id = consent_id(index.unwrap_or(form.consents.len()));
            Some((id, Text::Plain(texts.consents.to_owned())))
        }
    }
}

/// How many sessions can be chosen, where that is not "one or more".
pub fn session_limits(form: &Form, lang: Lang) -> Option<String> {
    let texts = lang.form();
    let least = form.min_sessions.to_string();
    Some(match form.max_sessions {
        None if form.min_sessions < 2 => return None,
        None => fill(texts.choose_least, &[("least", &least)]),
        Some(most) if form.min_sessions < 2 => fill(texts.choose_most, &[("most", &most.to_string())]),
        Some(most) => fill(texts.choose_between, &[("least", &least), ("most", &most.to_string())]),
    })
}

/// What stands behind a session that can't be chosen just like that. `moment` writes an instant.
pub fn remark(
    availability: Availability,
    lang: Lang,
    moment: impl FnOnce(Instant) -> String,
) -> Option<String> {
    let texts = lang.form();
    Some(match availability {
        Availability::Open | Availability::OtherAudience => return None,
        Availability::Waitlist => texts.session_waitlisted.to_owned(),
        Availability::Before(opens) => fill(texts.session_before, &[("when", &moment(opens))]),
        Availability::Full => texts.session_full.to_owned(),
        Availability::Invitation => texts.session_invitation.to_owned(),
        Availability::Closed => lang.widget().session_closed.to_owned(),
    })
}

/// How many seats are left of a session, in a few words; `None` where there are enough.
pub fn seats(seats: SeatsLeft, lang: Lang) -> Option<String> {
    let texts = lang.live();
    Some(match (seats.state, seats.left) {
        (SeatsState::Free, _) => return None,
        (SeatsState::Few, Some(left)) => plural(left as usize, texts.seats_one, texts.seats_other),
        (SeatsState::Few, None) => texts.seats_few.to_owned(),
        (SeatsState::Waitlist, _) => texts.seats_waitlist.to_owned(),
        (SeatsState::Full, _) => texts.seats_full.to_owned(),
    })
}

/// The same of the whole event, in a sentence.
pub fn event_seats(seats: SeatsLeft, lang: Lang) -> Option<String> {
    let texts = lang.form();
    Some(match (seats.state, seats.left) {
        (SeatsState::Free, _) => return None,
        (SeatsState::Few, Some(left)) => {
            plural(left as usize, texts.event_seats_one, texts.event_seats_other)
        }
        (SeatsState::Few, None) => texts.event_seats_few.to_owned(),
        (SeatsState::Waitlist, _) => texts.event_waitlist.to_owned(),
        (SeatsState::Full, _) => texts.event_full.to_owned(),
    })
}

/// Title and sentence of what became of a registration; `None` where the endpoint only says that it has it.
pub fn outcome(status: Option<Status>, lang: Lang) -> (&'static str, &'static str) {
    let texts = lang.form();
    match status {
        Some(Status::Confirmed) => (texts.done_title, texts.done),
        Some(Status::Waitlisted) => (texts.waitlisted_title, texts.waitlisted),
        Some(Status::Cancelled) => (texts.cancelled_title, texts.cancelled),
        None => (texts.done_title, texts.received),
    }
}
