//! The preview.

use crate::frame::use_lang;
use crate::preview::pane::Pane;
use crate::workspace::{Checked, use_object_url};
use huso_i18n::Texts as _;
use yew::{Html, Properties, component, html};

/// Properties of [`Preview`].
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
    /// While the registration is edited, the question that is, from 0.
    pub question: Option<usize>,
}

/// The event file as visitors will see it, or that there is nothing to see yet.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let texts = use_lang().preview();
    let src = use_object_url(&props.checked.text);
    match (props.checked.event.clone(), src) {
        (Some(event), Some(src)) => {
            html! { <Pane checked={props.checked.clone()} {event} {src} question={props.question} /> }
        }
        _ => html! {
            <section class="preview" aria-labelledby="preview">
                <h2 id="preview">{texts.title}</h2>
                <p class="hint">{texts.nothing}</p>
            </section>
        },
    }
}
