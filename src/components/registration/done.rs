//! After a registration: what became of it, and the sessions for the calendar.

use crate::components::agenda::session_when;
use crate::components::prose::prose;
use crate::platform;
use crate::view::ViewRef;
use huso_agenda::{Session, calendar};
use huso_registration::Receipt;
use huso_registration::form_file::Choose;
use huso_registration::wire::Status;
use web_sys::Element;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_node_ref, use_state};

/// Properties of [`Done`].
#[derive(Properties, PartialEq)]
pub struct DoneProps {
    /// The event.
    pub view: ViewRef,
    /// The receiver's answer.
    pub receipt: Receipt,
    /// Starts another person's form.
    pub restart: Callback<()>,
}

/// What became of the registration.
#[component]
pub fn Done(props: &DoneProps) -> Html {
    let view = &props.view;
    let say = view.lang.form();
    let heading = use_node_ref();
    {
        let heading = heading.clone();
        use_effect_with((), move |()| {
            if let Some(heading) = heading.cast::<Element>() {
                platform::focus(&heading);
            }
        });
    }
    let sessions = sessions(props);
    let file = use_state(|| None::<String>);
    {
        let (file, view, receipt) = (file.setter(), view.clone(), props.receipt.clone());
        let choose = choose(&props.view);
        use_effect_with(receipt, move |receipt| {
            let kept = kept(&view, choose, receipt);
            let text = calendar::calendar(view.agenda(), &kept, view.lang, platform::now());
            let url = platform::object_url(&text, "text/calendar;charset=utf-8");
            file.set(url.clone());
            move || url.iter().for_each(|url| platform::free_object_url(url))
        });
    }
    let waitlisted = props.receipt.status == Status::Waitlisted;
    html! {
        <div class="done" part="done">
            <h4 tabindex="-1" ref={heading}>{if waitlisted { say.waitlisted_title } else { say.done_title }}</h4>
            <p>{if waitlisted { say.waitlisted } else { say.done }}</p>
            if let Some(confirmation) = view.form().and_then(|form| form.confirmation.as_ref()) {
                <div>{prose(view.text(confirmation))}</div>
            }
            if !sessions.is_empty() {
                <h5>{say.your_sessions}</h5>
                <ul class="kept">{for sessions}</ul>
            }
            <p class="after">
                if let Some(file) = (*file).clone() {
                    <a class="button" href={file} download={format!("{}.ics", view.agenda().id)}>{say.calendar}</a>
                }
                <button type="button" class="quiet" onclick={props.restart.reform(|_| ())}>{say.another}</button>
            </p>
        </div>
    }
}

fn choose(view: &ViewRef) -> Choose {
    view.form().map(|form| form.choose).unwrap_or_default()
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

fn sessions(props: &DoneProps) -> Vec<Html> {
    let view = &props.view;
    if choose(view) == Choose::Event {
        return Vec::new();
    }
    let entry = |session: &Session| {
        let waits = (props.receipt.sessions.iter())
            .any(|one| one.id == session.id && one.status == Status::Waitlisted);
        html! {
            <li>
                {view.text(&session.title).to_owned()}
                if waits {
                    {format!(" ({})", view.lang.form().session_waitlisted)}
                }
                <span class="when">{session_when(view, session)}</span>
            </li>
        }
    };
    kept(view, choose(view), &props.receipt).into_iter().map(entry).collect()
}
