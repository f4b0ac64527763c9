//! Where a session's links lead.

use super::calendar_menu::CalendarMenu;
use super::row_state::RowState;
use crate::context::{EventContext, LocaleContext};
use huso_agenda::event_file::{LinkRel, SessionLink};
use huso_agenda::{Session, phase};
use huso_i18n::Texts as _;
use yew::{Html, html};

/// The links of use in a session's phase, that one to connect will be, and the way into the calendar.
pub fn links(
    index: usize,
    session: &Session,
    state: RowState,
    event: &EventContext,
    locale: LocaleContext,
) -> Html {
    let (waits, links) = (phase::waits(session, state.phase), phase::links(session, state.phase));
    // Without a script nobody says in time how to connect, or where the recording is.
    let mut later = if event.is_prerendered { phase::links(session, None) } else { Vec::new() };
    later.retain(|link| !links.contains(link));
    if !waits && links.is_empty() && later.is_empty() && !state.has_calendar {
        return Html::default();
    }
    html! {
        <ul class="links">
            if waits {
                <li class="later">{locale.lang.live().join_later}</li>
            }
            for link in links { <li>{anchor(link, event, locale)}</li> }
            for link in later { <li class="without-script">{anchor(link, event, locale)}</li> }
            if state.has_calendar {
                <CalendarMenu {index} />
            }
        </ul>
    }
}

fn anchor(link: &SessionLink, event: &EventContext, locale: LocaleContext) -> Html {
    let class = (link.rel == LinkRel::Join).then_some("button primary");
    let name = link.label.as_ref().map_or_else(|| default_name(link.rel, locale), |label| locale.text(label));
    html! { <a {class} href={event.address(&link.url)} rel="noopener noreferrer">{name}</a> }
}

fn default_name(rel: LinkRel, locale: LocaleContext) -> &'static str {
    let texts = locale.lang.widget();
    match rel {
        LinkRel::Join => texts.link_join,
        LinkRel::Recording => texts.link_recording,
        LinkRel::Slides => texts.link_slides,
        LinkRel::Report => texts.link_report,
        LinkRel::Register => texts.link_register,
        LinkRel::More => texts.link_more,
    }
}
