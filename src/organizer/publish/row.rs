//! A step of publishing.

use crate::publish::publishing::use_publishing;
use crate::publish::state::{State, StateLabel};
use crate::publish::task::Task;
use yew::{AttrValue, Children, Html, Properties, classes, component, html};

/// Properties of [`Row`].
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// Which step.
    pub task: Task,
    /// Its name.
    pub title: AttrValue,
    /// What it is, in a sentence.
    pub about: Html,
    /// How it stands, where that isn't what the tasks say.
    #[prop_or_default]
    pub state: Option<State>,
    /// The buttons.
    #[prop_or_default]
    pub actions: Html,
    /// What stands below.
    #[prop_or_default]
    pub children: Children,
}

/// A step of publishing: number, name and sentence, how it stands, buttons; below, what it shows.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let Some(publishing) = use_publishing() else { return Html::default() };
    let own = publishing.state(props.task);
    let state = match (&own, &props.state) {
        (State::Stopped | State::Waits(_), _) | (_, None) => own,
        (_, Some(state)) => state.clone(),
    };
    let class = match state {
        State::Next => "next",
        State::Stopped | State::Failed => "stopped",
        _ => "",
    };
    html! {
        <li class={classes!("task", class)} aria-current={(state == State::Next).then_some("step")}>
            <span class="number">{props.task.number()}</span>
            <div class="about">
                <h2>{&props.title}</h2>
                <p class="faint">{props.about.clone()}</p>
            </div>
            <p class="state" role="status"><StateLabel {state} /></p>
            <div class="buttons">{props.actions.clone()}</div>
            if !props.children.is_empty() { <div class="more">{props.children.clone()}</div> }
        </li>
    }
}
