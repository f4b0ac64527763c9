//! A button of a step of publishing.

use crate::frame::Icon;
use crate::publish::publishing::use_publishing;
use crate::publish::state::State;
use crate::publish::task::Task;
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html};

/// Properties of [`Act`].
#[derive(Properties, PartialEq)]
pub struct ActProps {
    /// The step.
    pub task: Task,
    /// Its words.
    pub label: AttrValue,
    /// Its drawing.
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// Whether it is the step's first one, which is filled while the step is the next.
    #[prop_or_default]
    pub is_first: bool,
    /// Whether something is missing, which stands beside it.
    #[prop_or_default]
    pub is_off: bool,
    /// Does it.
    pub onclick: Callback<()>,
}

/// A button of a step of publishing; while the step is stopped it does nothing, and can still be reached.
#[component]
pub fn Act(props: &ActProps) -> Html {
    let publishing = use_publishing();
    let is_off = props.is_off || publishing.as_ref().is_none_or(|publishing| publishing.is_off(props.task));
    let is_next = publishing.is_some_and(|publishing| publishing.state(props.task) == State::Next);
    let class = if props.is_first && is_next { "filled" } else { "neutral" };
    let onclick = {
        let onclick = props.onclick.clone();
        move |_: MouseEvent| {
            if !is_off {
                onclick.emit(());
            }
        }
    };
    html! {
        <button type="button" {class} aria-disabled={is_off.then_some("true")} {onclick}>
            if let Some(name) = props.icon { <Icon {name} /> }
            {&props.label}
        </button>
    }
}
