//! Whether registration is open, and the form if it is.

use super::form_view::FormView;
use crate::platform;
use crate::state::Choice;
use crate::view::ViewRef;
use huso_agenda::i18n::fill;
use huso_registration::Form;
use huso_registration::form::Period;
use web_sys::HtmlElement;
use yew::{Callback, Html, NodeRef, Properties, component, html};

/// Properties of [`Registration`].
#[derive(Clone, Properties, PartialEq)]
pub struct RegistrationProps {
    /// The event.
    pub view: ViewRef,
    /// Its form.
    pub form: Form,
    /// What is chosen.
    pub choice: Choice,
    /// Adds a session to the choice or takes it out.
    pub toggle: Callback<String>,
    /// Empties the choice.
    pub clear: Callback<()>,
    /// Its heading, to which the agenda leads.
    pub heading: NodeRef,
    /// The element.
    pub host: HtmlElement,
}

/// Whether registration is open, and the form if it is.
#[component]
pub fn Registration(props: &RegistrationProps) -> Html {
    let say = props.view.lang.form();
    let when = |text, instant| fill(text, &[("when", &props.view.moment(instant))]);
    let (note, open) = match props.form.period(platform::now()) {
        Period::Before(opens) => (Some(when(say.opens, opens)), false),
        Period::After(closes) => (Some(when(say.closed, closes)), false),
        Period::Open => (props.form.closes.map(|closes| when(say.open_until, closes)), true),
    };
    html! {
        <section class="registration" part="registration" aria-labelledby="registration">
            <h3 id="registration" tabindex="-1" ref={props.heading.clone()}>{say.title}</h3>
            if let Some(note) = note {
                <p class="period">{note}</p>
            }
            if open {
                <FormView ..props.clone() />
            }
        </section>
    }
}
