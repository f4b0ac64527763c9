//! Ways into the visitor's calendar: of a session, and of the whole agenda.

use super::session_row::item;
use crate::components::parts::{block, button, el, link, text};
use crate::platform;
use crate::view::ViewRef;
use huso_agenda::event_file::SessionKind;
use huso_agenda::{Session, When};
use web_sys::MouseEvent;
use yew::{Callback, Html, html};

/// A button that opens and closes it, and while it is `open` a file and the web calendars. Nothing for what is over, what does not
/// take place, and pauses.
pub fn calendar_menu(
    view: &ViewRef,
    session: &Session,
    open: bool,
    toggle: Callback<MouseEvent>,
) -> Option<Html> {
    let say = view.lang.widget();
    if session.is_off() || session.kind == SessionKind::Break || !is_ahead(view, session) {
        return None;
    }
    let label = [say.calendar, ": ", view.text(&session.title)].concat();
    let expanded = if open { "true" } else { "false" };
    let button = html! {
        <button type="button" class="plain" aria-expanded={expanded} aria-label={label} onclick={toggle}>
            {say.calendar}
        </button>
    };
    // Always two children: beside another number of them Yew would make the button anew, without focus.
    Some(item(vec![button, if open { ways(view, session) } else { Html::default() }]))
}

fn ways(view: &ViewRef, session: &Session) -> Html {
    let save = {
        let (view, id) = (view.clone(), session.id.clone());
        Callback::from(move |_| view.save_calendar(&id, view.agenda().session(&id).as_slice()))
    };
    let mut items = vec![item(vec![button("plain", view.lang.widget().calendar_file, save)])];
    let address = |address: &str| Some(view.address(address));
    let links = view.edition(&address).links(session, view.viewer.zone.as_ref());
    items.extend(links.into_iter().map(|(name, address)| item(vec![link(address, name)])));
    block("ul", "links", items)
}

/// The whole agenda as a file and, where it is served, as a calendar to subscribe to; nothing once all is
/// over.
pub fn whole_calendar(view: &ViewRef) -> Option<Html> {
    let (agenda, say) = (view.agenda(), view.lang.widget());
    if !agenda.sessions.iter().any(|session| is_ahead(view, session)) {
        return None;
    }
    let save = {
        let view = view.clone();
        Callback::from(move |_| {
            let sessions: Vec<&Session> = view.agenda().sessions.iter().collect();
            view.save_calendar(&view.agenda().id, &sessions);
        })
    };
    let mut items = vec![item(vec![button("plain", say.whole_calendar, save)])];
    if let Some(address) = &agenda.calendar {
        let address = view.address(address);
        // Calendar programs listen to webcal, and fetch by https.
        let address = ["webcal:", address.split_once(':').map_or("", |(_, rest)| rest)].concat();
        items.push(item(vec![el("a", &["href"], vec![address.into()], vec![text(say.subscribe)])]));
    }
    Some(block("ul", "links", items))
}

/// Whether there is a time for a calendar, and it is not over.
fn is_ahead(view: &ViewRef, session: &Session) -> bool {
    let now = platform::now();
    match session.when {
        When::Timed { start, end } => end.unwrap_or(start) >= now,
        When::Floating { start, end } => end.unwrap_or(start) >= view.viewer.zone.wall_time(now),
        When::AllDay(date) => date >= view.viewer.zone.wall_time(now).date(),
        When::Open => false,
    }
}
