//! The sessions to choose, each with the visitor's own time.

use crate::components::agenda::session_when;
use crate::state::Choice;
use crate::view::ViewRef;
use huso_agenda::Session;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`SessionChoice`].
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// The event.
    pub view: ViewRef,
    /// What is chosen.
    pub choice: Choice,
    /// Adds a session to the choice or takes it out.
    pub toggle: Callback<String>,
    /// What has to be corrected.
    pub fault: Option<String>,
}

/// The id of the group, inside the shadow root.
pub const CHOICE_ID: &str = "choice";

/// The sessions to choose.
#[component]
pub fn SessionChoice(props: &ChoiceProps) -> Html {
    let view = &props.view;
    let open = view.event.agenda.sessions.iter().filter(|session| session.is_open());
    html! {
        <fieldset
            class={if props.fault.is_some() { "choice wrong" } else { "choice" }}
            aria-describedby={props.fault.is_some().then_some("choice-fault")}
        >
            <legend id={CHOICE_ID} tabindex="-1">{view.lang.form().choose}</legend>
            if let Some(fault) = &props.fault {
                <p class="fault" id="choice-fault">{fault.clone()}</p>
            }
            for (index, session) in open.enumerate() {
                {option(props, index, session)}
            }
        </fieldset>
    }
}

fn option(props: &ChoiceProps, index: usize, session: &Session) -> Html {
    let view = &props.view;
    let id = format!("choice-{index}");
    let onchange = {
        let (toggle, id) = (props.toggle.clone(), session.id.clone());
        Callback::from(move |_| toggle.emit(id.clone()))
    };
    html! {
        <div class="check">
            <input type="checkbox" id={id.clone()} name={format!("session-{}", session.id)}
                checked={props.choice.0.contains(&session.id)} {onchange} />
            <label for={id}>
                {view.text(&session.title).to_owned()}
                <span class="when">{session_when(view, session)}</span>
            </label>
        </div>
    }
}
