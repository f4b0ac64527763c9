//! The heading of the questions that follow.

use crate::context::use_locale;
use huso_registration::form::Field;
use yew::{Html, Properties, component, html};

/// Properties of [`Heading`].
#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    /// What it says.
    pub field: Field,
}

/// The heading of the questions that follow.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let locale = use_locale();
    html! {
        <div class="section">
            <h4 class="heading">{locale.text(&props.field.label).to_owned()}</h4>
            if let Some(hint) = &props.field.hint { <p class="hint">{locale.text(hint).to_owned()}</p> }
        </div>
    }
}
