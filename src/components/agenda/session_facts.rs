//! What there is to know of a session besides its times.

use crate::context::LocaleContext;
use huso_agenda::event_file::{SessionKind, SessionMode, SessionStatus, Speaker, Track, Venue, VenueKind};
use huso_agenda::text::one_line;
use huso_agenda::{Agenda, Session};
use huso_i18n::{Texts as _, fill, labels};
use huso_registration::wire::{SeatsLeft, SeatsState};
use huso_registration::wording;
use yew::{Html, classes, html};

/// Whether and where it takes place, if that is not as it was announced.
pub fn statuses(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
    let texts = locale.lang.widget();
    let status = match session.status {
        SessionStatus::Confirmed => None,
        SessionStatus::Tentative => Some(texts.tentative),
        SessionStatus::Cancelled => Some(texts.cancelled),
        SessionStatus::Postponed => Some(texts.postponed),
        SessionStatus::Rescheduled => Some(texts.rescheduled),
    };
    let statuses = status.map(str::to_owned).into_iter().chain(moved(session, agenda, locale));
    html! {
        for status in statuses { <p class="status" part="status">{status}</p> }
    }
}

/// That it moved to another venue, or online.
fn moved(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Option<String> {
    let before = agenda.venue(session.previous_venue.as_deref()?)?;
    let after = session.venue.as_deref().and_then(|id| agenda.venue(id))?;
    if before.id == after.id || session.is_off() {
        return None;
    }
    let texts = locale.lang.live();
    let is_online = |venue: &Venue| venue.kind.unwrap_or_default() == VenueKind::Online;
    let text = if is_online(after) && !is_online(before) { texts.moved_online } else { texts.moved };
    Some(fill(text, &[("venue", locale.text(&before.name))]))
}

/// Length, track, venue, and the seats that are left.
pub fn facts(session: &Session, agenda: &Agenda, seats: Option<SeatsLeft>, locale: LocaleContext) -> Html {
    let is_closed =
        session.kind == SessionKind::Session && session.registration.mode == Some(SessionMode::Closed);
    html! {
        <ul class="facts">
            if let Some(minutes) = session.minutes() {
                <li>{labels::length(minutes)}</li>
            }
            if let Some(track) = session.track.as_deref().and_then(|id| agenda.track(id)) {
                <li>{dot(track)}{locale.text(&track.name)}</li>
            }
            if let Some(venue) = session.venue.as_deref().and_then(|id| agenda.venue(id)) {
                <li>{venue_words(venue, locale)}</li>
            }
            if is_closed {
                <li>{locale.lang.widget().session_closed}</li>
            }
            if let Some(seats) = seats {
                <li class={classes!("seats", seats_class(seats.state))}>{wording::seats(seats, locale.lang)}</li>
            }
        </ul>
    }
}

/// The name by which styles know the form of the mark.
fn seats_class(state: SeatsState) -> &'static str {
    match state {
        SeatsState::Free | SeatsState::Few => "few",
        SeatsState::Waitlist => "waitlist",
        SeatsState::Full => "full",
    }
}

/// A track's colour. An SVG, since strict policies of the page around forbid inline styles.
fn dot(track: &Track) -> Html {
    html! {
        if let Some(color) = &track.color {
            <svg class="dot" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
                <circle cx="4" cy="4" r="4" fill={color.clone()} />
            </svg>
        }
    }
}

/// A venue's name, and its address if one goes there.
fn venue_words(venue: &Venue, locale: LocaleContext) -> String {
    let name = locale.text(&venue.name);
    match (venue.kind, &venue.address) {
        (Some(VenueKind::Onsite), Some(address)) => format!("{name}, {}", one_line(address, ", ")),
        _ => name.to_owned(),
    }
}

/// Who speaks.
pub fn speakers(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
    html! {
        for speaker in session.speakers.iter().filter_map(|id| agenda.speaker(id)) {
            <p class="speaker"><span class="name">{&speaker.name}</span>{position(speaker, locale)}</p>
        }
    }
}

/// `, Directora · Ministerio de Turismo`
fn position(speaker: &Speaker, locale: LocaleContext) -> String {
    let role = speaker.role.as_ref().map(|role| format!(", {}", locale.text(role)));
    let organization = speaker.organization.as_ref().map(|name| format!(" · {name}"));
    role.unwrap_or_default() + &organization.unwrap_or_default()
}
