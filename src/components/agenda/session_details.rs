//! What a row shows once it is opened: what the session is about, who speaks, where, and its links.

use super::row_state::RowState;
use super::session_facts::other_languages;
use super::session_links::links;
use crate::choice::ChoiceAction;
use crate::components::prose::Paragraphs;
use crate::context::{EventContext, LocaleContext};
use huso_agenda::event_file::{Speaker, Venue, VenueKind};
use huso_agenda::text::one_line;
use huso_agenda::{Agenda, Session};
use yew::{Callback, Html, html};

/// What a row shows once it is opened; `None` if there is nothing more to show.
pub fn details(
    index: usize,
    session: &Session,
    state: RowState,
    on_choose: &Callback<ChoiceAction>,
    event: &EventContext,
    locale: LocaleContext,
) -> Option<Html> {
    let agenda = event.agenda();
    let links = links(index, session, state, on_choose, event, locale);
    if session.summary.is_none() && session.speakers.is_empty() && session.venue.is_none() && links.is_none()
    {
        return None;
    }
    Some(html! {
        <>
            if let Some(summary) = &session.summary {
                <Paragraphs class="summary" text={locale.text(summary).to_owned()} />
            }
            {speakers(session, agenda, locale)}
            {place_and_languages(session, agenda, locale)}
            {links}
        </>
    })
}

/// `En línea · Español · Portugués`
fn place_and_languages(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
    let venue = session.venue.as_deref().and_then(|id| agenda.venue(id));
    let place = venue.map(|venue| venue_words(venue, locale));
    let words: Vec<String> = place.into_iter().chain(other_languages(session, agenda, locale)).collect();
    html! {
        if !words.is_empty() { <p class="venue">{words.join(" · ")}</p> }
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
fn speakers(session: &Session, agenda: &Agenda, locale: LocaleContext) -> Html {
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
