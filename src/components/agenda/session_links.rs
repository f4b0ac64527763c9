//! Where a session's links lead.

use super::calendar_menu::CalendarMenu;
use super::choose_button::ChooseButton;
use super::copy_link::CopyLink;
use super::link_name::link_name;
use super::row_action::{Action, action, choosable};
use super::row_state::RowState;

use crate::choice::ChoiceAction;
use crate::context::{EventContext, LocaleContext};
use huso_agenda::event_file::SessionLink;
use huso_agenda::{Session, phase};
use huso_i18n::Texts as _;
use yew::{Callback, Html, html};

/// The links of use in a session's phase but for the one that the row shows, that one to connect will be, the choice where
/// a link has its place in the row, and the way into the calendar; `None` if there is none of them.
pub fn links(
    index: usize,
    session: &Session,
    state: RowState,
    on_choose: &Callback<ChoiceAction>,
    event: &EventContext,
    locale: LocaleContext,
) -> Option<Html> {
    let (waits, mut links) = (phase::waits(session, state.phase), phase::links(session, state.phase));
    // Without a script nobody says in time how to connect, or where the recording is.
    let mut later = if event.is_prerendered { phase::links(session, None) } else { Vec::new() };
    later.retain(|link| !links.contains(link));
    let action = action(session, &state);
    links.retain(|link| action != Some(Action::Follow(link)));
    let is_followed = matches!(action, Some(Action::Follow(_)));
    let choosable = choosable(session, &state).filter(|_| is_followed);
    if !waits
        && choosable.is_none()
        && links.is_empty()
        && later.is_empty()
        && !state.has_calendar
        && !event.is_linked
    {
        return None;
    }
    Some(html! {
        <ul class="links">
            if waits {
                <li class="later">{locale.lang.live().join_later}</li>
            }
            if let Some(is_chosen) = choosable {
                <li><ChooseButton {index} {is_chosen} is_waitlist={state.is_waitlist(session)} {on_choose} /></li>
            }
            for link in links { <li>{anchor(link, event, locale)}</li> }
            for link in later { <li class="without-script">{anchor(link, event, locale)}</li> }
            if state.has_calendar {
                <CalendarMenu {index} />
            }
            if event.is_linked {
                <CopyLink id={session.id.clone()} />
            }
        </ul>
    })
}

fn anchor(link: &SessionLink, event: &EventContext, locale: LocaleContext) -> Html {
    html! {
        <a href={event.address(&link.url)} rel="noopener noreferrer">{link_name(link, locale)}</a>
    }
}
