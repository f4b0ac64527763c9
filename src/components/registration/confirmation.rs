//! After a registration: what became of it, and the sessions for the calendar.

use super::form_context::use_form;
use crate::components::agenda::{SessionWhen, save_calendar};
use crate::components::prose::Paragraphs;
use crate::context::{use_event, use_locale};
use huso_agenda::{Lang, Session};
use huso_i18n::Texts as _;
use huso_registration::format::Choose;
use huso_registration::wire::Status;
use huso_registration::{Receipt, wording};
use web_sys::MouseEvent;
use yew::{Callback, Children, Html, NodeRef, Properties, component, html};

/// Properties of [`Confirmation`].
#[derive(Properties, PartialEq)]
pub struct ConfirmationProps {
    /// A Huso receiver's receipt.
    pub receipt: Option<Receipt>,
    /// Ids of the sessions that were sent.
    pub sessions: Vec<String>,
    /// Whether sessions were added to it just now.
    pub is_added: bool,
    /// Whether the tab keeps the registration.
    pub is_kept: bool,
    /// Takes the focus.
    pub heading: NodeRef,
    /// Starts another person's form, or after a cancellation another form.
    pub on_restart: Callback<MouseEvent>,
    /// What is added to it.
    #[prop_or_default]
    pub children: Children,
}

impl ConfirmationProps {
    /// What became of a session.
    fn status(&self, id: &str) -> Option<Status> {
        let mut sessions = self.receipt.iter().flat_map(|receipt| &receipt.sessions);
        sessions.find(|session| session.id == id).map(|session| session.status)
    }

    /// Whether a session is registered. A receipt says so; without one it is what was sent.
    fn is_registered(&self, id: &String) -> bool {
        match &self.receipt {
            Some(receipt) => receipt.has(id),
            None => self.sessions.contains(id),
        }
    }
}

/// What became of the registration.
#[component]
pub fn Confirmation(props: &ConfirmationProps) -> Html {
    let (event, locale, form) = (use_event(), use_locale(), use_form());
    let texts = locale.lang.form();
    let chooses_sessions = form.outline.choose == Choose::Sessions;
    let registered: Vec<&Session> = (event.agenda().sessions.iter())
        .filter(|session| !chooses_sessions || props.is_registered(&session.id))
        .collect();
    let on_save = {
        let (event, ids) =
            (event.clone(), registered.iter().map(|session| session.id.clone()).collect::<Vec<_>>());
        Callback::from(move |_| {
            let agenda = event.agenda();
            let sessions: Vec<_> = ids.iter().filter_map(|id| agenda.session(id)).collect();
            save_calendar(&event, locale.lang, &agenda.id, &sessions);
        })
    };
    let status = props.receipt.as_ref().map(|receipt| receipt.status);
    let (title, sentence) = wording::outcome(status, locale.lang);
    if status == Some(Status::Cancelled) {
        return html! {
            <div class="done" part="done">
                <h4 tabindex="-1" ref={props.heading.clone()}>{title}</h4>
                <p class="said">{sentence}</p>
                <p class="after">
                    <button type="button" class="quiet" onclick={props.on_restart.clone()}>{texts.new_form}</button>
                </p>
            </div>
        };
    }
    let has_token = props.receipt.as_ref().is_some_and(|receipt| receipt.token.is_some());
    html! {
        <div class="done" part="done">
            <h4 tabindex="-1" ref={props.heading.clone()}>{title}</h4>
            <p class="said">{sentence}</p>
            if let Some(text) = &form.confirmation {
                <Paragraphs class="confirmation" text={locale.text(text).to_owned()} />
            }
            if chooses_sessions {
                <h5 class="yours">{texts.your_sessions}</h5>
                <ul class="kept">
                    for session in &registered {
                        <li class="entry">
                            {locale.text(&session.title).to_owned()}
                            if let Some(status) = props.status(&session.id) {
                                {format!(" ({})", status_word(status, locale.lang))}
                            }
                            <SessionWhen when={session.when} />
                        </li>
                    }
                </ul>
            }
            // The region is there from the start, so that screen readers tell of what comes into it.
            <p class="said" role="status">{if props.is_added { texts.added } else { "" }}</p>
            {props.children.clone()}
            <p class="after">
                <button type="button" class="save" onclick={on_save}>{texts.calendar}</button>
                <button type="button" class="quiet" onclick={props.on_restart.clone()}>{texts.another}</button>
            </p>
            if has_token && props.is_kept { <p class="hint">{texts.registration_kept}</p> }
        </div>
    }
}

/// What became of a session, in a word.
fn status_word(status: Status, lang: Lang) -> &'static str {
    let texts = lang.form();
    match status {
        Status::Confirmed => texts.session_confirmed,
        Status::Waitlisted => texts.session_waitlisted,
        Status::Cancelled => texts.session_cancelled,
    }
}
