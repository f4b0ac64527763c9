//! The sessions to choose, each with the visitor's own time.

use crate::components::agenda::session_when;
use crate::components::parts::{block, el, text};
use crate::platform;
use crate::state::{Choice, ChoiceAction, FormState};
use crate::view::View;
use huso_agenda::Session;
use huso_registration::sessions::availability;
use huso_registration::{Form, Target};
use yew::{Callback, Event, Html, html};

/// The id of the group, inside the shadow root.
pub const CHOICE_ID: &str = "choice";

/// The sessions to choose.
pub fn session_choice(
    view: &View,
    form: &Form,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    state: &FormState,
) -> Html {
    let fault = state.fault(&Target::Sessions);
    let now = platform::now();
    let sessions = view.agenda().sessions.iter();
    let open = sessions.filter(|session| availability(form, session, &state.answers, now).is_choosable());
    let legend = el(
        "legend",
        &["id", "tabindex"],
        vec![CHOICE_ID.into(), "-1".into()],
        vec![text(view.lang.form().choose)],
    );
    let mut parts = vec![legend];
    if let Some(fault) = fault {
        let values = vec!["fault".into(), "choice-fault".into()];
        parts.push(el("p", &["class", "id"], values, vec![text(fault)]));
    }
    parts.extend(open.enumerate().map(|(index, session)| option(view, session, index, choice, on_choice)));
    match fault {
        Some(_) => {
            let values = vec!["choice wrong".into(), "choice-fault".into()];
            el("fieldset", &["class", "aria-describedby"], values, parts)
        }
        None => block("fieldset", "choice", parts),
    }
}

fn option(
    view: &View,
    session: &Session,
    index: usize,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
) -> Html {
    let id = format!("choice-{index}");
    let session_id = session.id.clone();
    let onchange = on_choice.reform(move |_: Event| ChoiceAction::Toggle(session_id.clone()));
    let label = vec![text(view.text(&session.title)), session_when(view, session)];
    let input = html! {
        <input type="checkbox" id={id.clone()} name={format!("session-{}", session.id)}
            checked={choice.0.contains(&session.id)} {onchange} />
    };
    block("div", "check", vec![input, el("label", &["for"], vec![id.into()], label)])
}
