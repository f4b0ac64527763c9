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

/// What became of the registration. `heading` takes the focus; `restart` starts another person's form.
pub fn done(
    view: &ViewRef,
    form: &Form,
    receipt: &Receipt,
    heading: &NodeRef,
    restart: Callback<MouseEvent>,
) -> Html {
    let say = view.lang.form();
    let save = {
        let (view, choose, receipt) = (view.clone(), form.choose, receipt.clone());
        Callback::from(move |_| {
            view.save_calendar(&view.agenda().id, &kept(&view, choose, &receipt));
        })
    };
    let (title, said) = match receipt.status {
        Status::Confirmed => (say.done_title, say.done),
        Status::Waitlisted => (say.waitlisted_title, say.waitlisted),
    };
    let heading = html! { <h4 tabindex="-1" ref={heading.clone()}>{title}</h4> };
    let mut parts = vec![heading, line("p", "said", said)];
    parts.extend(form.confirmation.as_ref().map(|words| prose("confirmation", view.text(words))));
    if form.choose == Choose::Sessions {
        let sessions = kept(view, form.choose, receipt).into_iter();
        let sessions = sessions.map(|session| entry(view, receipt, session)).collect();
        parts.push(line("h5", "yours", say.your_sessions));
        parts.push(block("ul", "kept", sessions));
    }
    let buttons = vec![button("save", say.calendar, save), button("quiet", say.another, restart)];
    parts.push(block("p", "after", buttons));
    el("div", &["class", "part"], vec!["done".into(), "done".into()], parts)
}

/// The sessions that the visitor will attend: those chosen, or all of them.
fn kept<'a>(view: &'a ViewRef, choose: Choose, receipt: &Receipt) -> Vec<&'a Session> {
    let chosen = |session: &&Session| receipt.sessions.iter().any(|one| one.id == session.id);
    let all = view.agenda().sessions.iter();
    match choose {
        Choose::Sessions => all.filter(chosen).collect(),
        Choose::Event => all.collect(),
    }
}

fn entry(view: &ViewRef, receipt: &Receipt, session: &Session) -> Html {
    let waits = receipt.sessions.iter().any(|one| one.id == session.id && one.status == Status::Waitlisted);
    let mut parts = vec![text(view.text(&session.title))];
    if waits {
        parts.push(text(&format!(" ({})", view.lang.form().session_waitlisted)));
    }
    parts.push(session_when(view, session));
    block("li", "entry", parts)
}
