//! Ways into the visitor's calendar: of a session, and of the whole agenda.

use super::copy_address::{CopyAddress, CopyAddressProps};
use crate::components::tree::Tree;
use crate::platform;
use crate::view::{View, ViewRef};
use huso_agenda::event_file::SessionKind;
use huso_agenda::{Session, When, phase};
use huso_i18n::Texts as _;
use web_sys::MouseEvent;
use yew::Callback;
use yew::virtual_dom::VChild;

/// A button that opens and closes it, and while it is `open` a file and the web calendars. Nothing for what
/// is over, what does not take place, and pauses.
pub fn calendar_menu(
    tree: &mut Tree,
    view: &ViewRef,
    session: &Session,
    open: bool,
    toggle: Callback<MouseEvent>,
) {
    if !has_calendar_menu(view, session) {
        return;
    }
    let say = view.lang.widget();
    let label = [say.calendar, ": ", view.text(&session.title)].concat();
    tree.el("li", |tree| {
        let values = [if open { "true" } else { "false" }, &label];
        tree.with("button|type=button|class=plain|aria-expanded|aria-label", &values, |tree| {
            tree.on_click(toggle);
            tree.text(say.calendar);
        });
        if open {
            ways(tree, view, session);
        } else {
            tree.nothing();
        }
    });
}

/// Whether a session has a way into the calendar.
pub fn has_calendar_menu(view: &View, session: &Session) -> bool {
    !session.is_off() && session.kind != SessionKind::Break && is_ahead(view, session)
}

fn ways(tree: &mut Tree, view: &ViewRef, session: &Session) {
    let save = {
        let (view, id) = (view.clone(), session.id.clone());
        Callback::from(move |_| view.save_calendar(&id, view.agenda().session(&id).as_slice()))
    };
    tree.el("ul|class=links", |tree| {
        tree.el("li", |tree| tree.button("plain", view.lang.widget().calendar_file, save));
        let address = |address: &str| Some(view.address(address));
        for (name, address) in view.edition(&address).links(session, view.device.as_ref()) {
            tree.el("li", |tree| tree.link(&address, name));
        }
    });
}

/// The whole agenda as a file and, where it is served, as a calendar to subscribe to; nothing once all is
/// over.
pub fn whole_calendar(tree: &mut Tree, view: &ViewRef) {
    let (agenda, say) = (view.agenda(), view.lang.widget());
    if !agenda.sessions.iter().any(|session| is_ahead(view, session)) {
        return;
    }
    let save = {
        let view = view.clone();
        Callback::from(move |_| {
            let sessions: Vec<&Session> = view.agenda().sessions.iter().collect();
            view.save_calendar(&view.agenda().id, &sessions);
        })
    };
    tree.el("ul|class=links", |tree| {
        tree.el("li", |tree| tree.button("plain", say.whole_calendar, save));
        if let Some(address) = &agenda.calendar {
            let address = view.address(address);
            // Calendar programs listen to webcal, and fetch by https. On Android nobody listens.
            let webcal = ["webcal:", address.split_once(':').map_or("", |(_, rest)| rest)].concat();
            tree.el("li", |tree| tree.with("a|href", &[&webcal], |tree| tree.text(say.subscribe)));
            tree.put(VChild::<CopyAddress>::new(CopyAddressProps { lang: view.lang, address }, None).into());
        }
    });
}

/// Whether there is a time for a calendar, and it is not over.
fn is_ahead(view: &View, session: &Session) -> bool {
    let now = platform::now();
    let here = view.device.wall_time(now);
    match phase::lasting(view.agenda(), session) {
        When::Timed { start, end } => end.unwrap_or(start) >= now,
        When::Floating { start, end } => end.unwrap_or(start) >= here,
        When::AllDay(date) => date >= here.date(),
        When::Open => false,
    }
}
