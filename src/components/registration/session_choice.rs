//! The sessions to choose, each with the visitor's own time.

use crate::components::agenda::session_when;
use crate::state::{Choice, ChoiceAction, FormState};
use crate::view::View;
use huso_agenda::Session;
use huso_registration::Target;
use yew::{Callback, Event, Html, html};

/// The id of the group, inside the shadow root.
pub const CHOICE_ID: &str = "choice";

/// The sessions to choose.
pub fn session_choice(
    view: &View,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    state: &FormState,
) -> Html {
    let fault = state.fault(&Target::Sessions);
    let open = view.agenda().sessions.iter().filter(|session| session.is_open());
    html! {
        <fieldset
            class={if fault.is_some() { "choice wrong" } else { "choice" }}
            aria-describedby={fault.map(|_| "choice-fault")}
        >
            <legend id={CHOICE_ID} tabindex="-1">{view.lang.form().choose}</legend>
            if let Some(fault) = fault {
                <p class="fault" id="choice-fault">{fault.to_owned()}</p>
            }
            for (index, session) in open.enumerate() {
                {option(view, session, index, choice, on_choice)}
            }
        </fieldset>
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
    html! {
        <div class="check">
            <input type="checkbox" id={id.clone()} name={format!("session-{}", session.id)}
                checked={choice.0.contains(&session.id)} {onchange} />
            <label for={id}>
                {view.text(&session.title).to_owned()}
                <span class="when">{session_when(view, session)}</span>
            </label>
        </div>
    }
}
