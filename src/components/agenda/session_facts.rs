//! The line below a session's title: where it stands, and what there is to know of it at a glance.

use super::row_state::{RowState, SessionNews};
use super::track_mark::{TrackMark, is_for_all};
use crate::context::LocaleContext;
use huso_agenda::event_file::{SessionKind, SessionMode, SessionStatus, Venue, VenueKind};
use huso_agenda::{Agenda, Phase, Session};
use huso_i18n::language_names::{language_name, primary};
use huso_i18n::{Texts as _, fill, labels};
use huso_registration::wire::{SeatsLeft, SeatsState};
use huso_registration::wording;
use yew::{Html, classes, html};

/// News, phase, status, length, track, venue, languages and the seats that are left, each where there is something to
/// say.
pub fn facts(session: &Session, agenda: &Agenda, state: &RowState, locale: LocaleContext) -> Html {
    html! {
        <span class="list">
            {news(state.news, locale)}
            {state.phase.map(|phase| standing(phase, locale))}
            {statuses(session, agenda, locale)}
            if let Some(minutes) = session.minutes() {
                <span class="fact length">{labels::length(minutes)}</span>
            }
            {track(session, agenda, locale)}
            {several_venues(session, agenda, locale)}
            {languages(session, agenda, locale)}
            {seats(session, state.seats, locale)}
        </span>
    }
}

/// That it is new, or that something of it changed.
fn news(news: Option<SessionNews>, locale: LocaleContext) -> Html {
    let texts = locale.lang.live();
    let words = match news {
        None => return Html::default(),
        Some(SessionNews::Added) => texts.change_added,
        Some(SessionNews::Changed) => texts.change_mark,
    };
    html! { <span class="fact fresh"><span class="words">{words}</span></span> }
}

/// Where a session stands.
fn standing(phase: Phase, locale: LocaleContext) -> Html {
    let texts = locale.lang.live();
    match phase {
        Phase::Upcoming => Html::default(),
        Phase::Soon(minutes) => {
            let words = fill(texts.starts_in, &[("time", &labels::length(minutes))]);
            html! { <span class="fact phase">{words}</span> }
        }
        Phase::Now(left) => html! {
            <span class="fact phase">
                <span class="badge reversed">{texts.now}</span>
                if let Some(minutes) = left { <span class="spoken">{", "}</span>{time_left(minutes, locale)} }
            </span>
        },
        Phase::Ended => html! { <span class="fact phase">{texts.ended}</span> },
    }
}

/// `quedan 15 min`, `queda 1 h`
fn time_left(minutes: i64, locale: LocaleContext) -> String {
    let texts = locale.lang.live();
    let is_one = minutes == 1 || minutes == 60;
    fill(if is_one { texts.left_one } else { texts.left_other }, &[("time", &labels::length(minutes))])
}

/// Whether and where it takes place, if that is not as it was announced.
fn statuses(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
    let texts = locale.lang.widget();
    let (class, status) = match session.status {
        SessionStatus::Confirmed => ("", None),
        SessionStatus::Tentative => ("", Some(texts.tentative)),
        SessionStatus::Cancelled => ("called-off", Some(texts.cancelled)),
        SessionStatus::Postponed => ("called-off", Some(texts.postponed)),
        SessionStatus::Rescheduled => ("moved", Some(texts.rescheduled)),
    };
    let other_place = moved(session, agenda, locale);
    html! {
        <>
            if let Some(status) = status {
                <span class={classes!("fact", "status", class)} part="status">{icon(class)}{status}</span>
            }
            if let Some(words) = other_place {
                <span class="fact status moved" part="status">{icon("moved")}{words}</span>
            }
        </>
    }
}

/// A cross, or an arrow: forms besides the words and the colour.
fn icon(class: &str) -> Html {
    let form = match class {
        "called-off" => "M2 2l8 8M10 2l-8 8",
        "moved" => "M1 6h10M7 2l4 4-4 4",
        _ => return Html::default(),
    };
    html! {
        <svg class="icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d={form} /></svg>
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

/// Its track with the track's mark, or that it is for everybody.
fn track(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
    let index = session.track.as_ref().and_then(|id| agenda.tracks.iter().position(|track| track.id == *id));
    let found = index.and_then(|index| Some((index, agenda.tracks.get(index)?)));
    if let Some((index, track)) = found {
        let color = track.color.clone();
        return html! {
            <span class="fact"><TrackMark track={Some(index)} {color} />{locale.text(&track.name)}</span>
        };
    }
    html! {
        if session.kind == SessionKind::Session && is_for_all(session, agenda) {
            <span class="fact"><TrackMark track={None} />{locale.lang.widget().for_all}</span>
        }
    }
}

/// Its venue, where the event has several: which is it, is what one looks for on the spot.
fn several_venues(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
    let venue = session.venue.as_deref().filter(|_| agenda.venues.len() > 1).and_then(|id| agenda.venue(id));
    html! {
        if let Some(venue) = venue {
            <span class="fact room">{locale.text(&venue.name)}</span>
        }
    }
}

/// In what languages it is held, if that is not the event's alone.
fn languages(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
    html! {
        if let Some(names) = other_languages(session, agenda, locale) {
            <span class="fact language">{names}</span>
        }
    }
}

/// `Español · Portugués`; `None` for the event's alone.
pub fn other_languages(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Option<String> {
    let is_own = |tag: &String| primary(tag).eq_ignore_ascii_case(agenda.language.tag());
    if session.languages.iter().all(is_own) {
        return None;
    }
    let names: Vec<&str> = session.languages.iter().map(|tag| language_name(tag, locale.lang)).collect();
    Some(names.join(" · "))
}

/// The seats that are left, or what the event file says of them.
fn seats(session: &Session, seats: Option<SeatsLeft>, locale: LocaleContext) -> Html {
    if let Some(seats) = seats {
        let words = match seats.state {
            SeatsState::Waitlist => Some(locale.lang.live().full_waitlist.to_owned()),
            SeatsState::Free | SeatsState::Few | SeatsState::Full => wording::seats(seats, locale.lang),
        };
        return html! { <span class="fact seats"><span class="words">{words}</span></span> };
    }
    let mode =
        session.registration.mode.filter(|_| session.kind == SessionKind::Session && !session.is_off());
    let (class, words) = match mode {
        Some(SessionMode::Closed) => ("", locale.lang.widget().session_closed),
        Some(SessionMode::Full) => ("strong", locale.lang.live().seats_full),
        Some(SessionMode::Waitlist) => ("strong", locale.lang.live().full_waitlist),
        _ => return Html::default(),
    };
    html! { <span class={classes!("fact", class)}><span class="words">{words}</span></span> }
}
