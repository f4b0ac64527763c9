//! Ways past what is long, for those who go by keyboard.

use super::agenda::LIST_ID;
use super::registration::REGISTRATION_ID;
use crate::context::use_locale;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`SkipLinks`].
#[derive(Properties, PartialEq)]
pub struct SkipLinksProps {
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
    /// Looks at the plan, if there is anything in it.
    pub on_plan: Option<Callback<()>>,
    /// Whether there is a form.
    pub has_form: bool,
}

/// Ways to the sessions, to the plan and to the form; seen when they have the focus.
#[component]
pub fn SkipLinks(props: &SkipLinksProps) -> Html {
    let texts = use_locale().lang.find();
    let skip = |id: &'static str, words: &'static str| {
        html! { <button type="button" class="skip" onclick={props.go.reform(move |_| id.to_owned())}>{words}</button> }
    };
    html! {
        <nav class="skips" aria-label={texts.skip}>
            {skip(LIST_ID, texts.skip_agenda)}
            if let Some(on_plan) = &props.on_plan {
                <button type="button" class="skip" onclick={on_plan.reform(|_| ())}>{texts.plan}</button>
            }
            if props.has_form { {skip(REGISTRATION_ID, texts.skip_form)} }
        </nav>
    }
}
