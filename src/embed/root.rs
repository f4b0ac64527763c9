//! What stands in a root.

use crate::app::{App, AppProps};
use yew::{Html, Properties, component, html};

/// Properties of [`Root`].
#[derive(Clone, Default, Properties, PartialEq)]
pub struct RootProps {
    /// The widget of an element; none while the root waits for another element.
    pub app: Option<AppProps>,
    /// How many elements had the root before: no state of theirs is left.
    pub past: u32,
}

/// A widget, or nothing.
#[component]
pub fn Root(RootProps { app, past }: &RootProps) -> Html {
    app.as_ref().map(|app| html! { <App key={*past} ..app.clone() /> }).unwrap_or_default()
}
