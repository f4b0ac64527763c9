//! When a session takes place for this visitor: below its title, where there is no day's heading.

use super::moment_range::{MomentRange, WhenProps};
use crate::components::tree::Tree;
use crate::view::View;
use huso_agenda::Session;
use yew::{Html, component, html};

/// When a session takes place for this visitor, date included.
#[component]
pub fn SessionWhen(props: &WhenProps) -> Html {
    html! { <span class="when"><MomentRange when={props.when} /></span> }
}

/// The same in a [`Tree`].
pub fn session_when(tree: &mut Tree, _: &View, session: &Session) {
    tree.put(html! { <SessionWhen when={session.when} /> });
}
