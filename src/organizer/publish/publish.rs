//! The step.

use crate::frame::use_lang;
use crate::snippet::Snippet;
use crate::workspace::Checked;
use yew::{Html, Properties, component, html};

/// Properties of [`Publish`].
#[derive(Properties, PartialEq)]
pub struct PublishProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
}

/// Publishing.
#[component]
pub fn Publish(props: &PublishProps) -> Html {
    let lang = use_lang();
    html! {
        if let Some(event) = props.checked.event.clone() { <Snippet {lang} name="event.json" {event} /> }
    }
}
