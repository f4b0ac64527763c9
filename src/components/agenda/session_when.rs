//! When a session takes place for this visitor: below its title, where there is no day's heading.

use super::moment_range::{MomentRange, WhenProps};
use yew::{Html, component, html};

/// When a session takes place for this visitor, date included.
#[component]
pub fn SessionWhen(props: &WhenProps) -> Html {
    html! { <span class="when"><MomentRange when={props.when} /></span> }
}
