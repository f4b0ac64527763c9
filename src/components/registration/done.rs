//! After a registration: what became of it, and the sessions for the calendar.

use crate::components::agenda::session_when;
use crate::components::parts::{block, button, el, line, text};
use crate::components::prose::prose;
use crate::view::ViewRef;
use huso_agenda::Session;
use huso_registration::form_file::Choose;
use huso_registration::wire::Status;
use huso_registration::{Form, Receipt};
use web_sys::MouseEvent;
use yew::{Callback, Html, NodeRef, html};

/// What became of the registration: a Huso receiver's receipt, or the `registered` sessions alone.
/// `heading` takes the focus; `restart` starts another person's form.
pub fn done(
    view: &ViewRef,
    form: &Form,
    receipt: Option<&Receipt>,
    registered: &[String],
    heading: &NodeRef,
    restart: Callback<MouseEvent>,
) -> Html {
    let say = view.lang.form();
    let status = |id: &str| {
        let one = receipt.into_iter().flat_map(|receipt| &receipt.sessions).find(|one| one.id == id);
        one.map(|one| one.status)
    };
    // A receipt says what is registered; without one it is what was sent.
    let is_kept = |session: &&Session| match receipt {
        _ if form.choose == Choose::Event => true,
        Some(_) => status(&session.id).is_some(),
        None => registered.contains(&session.id),
    };
    let kept: Vec<&Session> = view.agenda().sessions.iter().filter(is_kept).collect();
    let save = {
        let (view, ids) = (view.clone(), kept.iter().map(|session| session.id.clone()).collect::<Vec<_>>());
        Callback::from(move |_| {
            let sessions: Vec<_> = ids.iter().filter_map(|id| view.agenda().session(id)).collect();
            view.save_calendar(&view.agenda().id, &sessions);
        })
    };
    let (title, said) = match receipt.map(|receipt| receipt.status) {
        Some(Status::Confirmed) => (say.done_title, say.done),
        Some(Status::Waitlisted) => (say.waitlisted_title, say.waitlisted),
        None => (say.done_title, say.received),
    };
    let heading = html! { <h4 tabindex="-1" ref={heading.clone()}>{title}</h4> };
    let mut parts = vec![heading, line("p", "said", said)];
    parts.extend(form.confirmation.as_ref().map(|words| prose("confirmation", view.text(words))));
    if form.choose == Choose::Sessions {
        let entry = |session: &&Session| entry(view, session, status(&session.id));
        parts.push(line("h5", "yours", say.your_sessions));
        parts.push(block("ul", "kept", kept.iter().map(entry).collect()));
    }
    let buttons = vec![button("save", say.calendar, save), button("quiet", say.another, restart)];
    parts.push(block("p", "after", buttons));
    el("div", &["class", "part"], vec!["done".into(), "done".into()], parts)
}

fn entry(view: &ViewRef, session: &Session, status: Option<Status>) -> Html {
    let mut parts = vec![text(view.text(&session.title))];
    if status == Some(Status::Waitlisted) {
        parts.push(text(&format!(" ({})", view.lang.form().session_waitlisted)));
    }
    parts.push(session_when(view, session));
    block("li", "entry", parts)
}
