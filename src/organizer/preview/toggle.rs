//! One of a few, side by side.

use crate::frame::Icon;
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// One of the few.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What it is.
    pub value: T,
    /// Its name.
    pub name: AttrValue,
    /// The drawing that stands for the name, if there is one.
    pub icon: Option<&'static str>,
}

/// Properties of [`Toggle`].
#[derive(Properties, PartialEq)]
pub struct ToggleProps<T: Copy + PartialEq + 'static> {
    /// What is chosen.
    pub title: AttrValue,
    /// All of them.
    pub choices: Vec<Choice<T>>,
    /// The one that is chosen.
    pub chosen: T,
    /// Takes the one that is chosen.
    pub on_choose: Callback<T>,
    /// Whether the title is for screen readers alone.
    #[prop_or_default]
    pub is_bare: bool,
}

/// One of a few, side by side.
#[component]
pub fn Toggle<T: Copy + PartialEq + 'static>(props: &ToggleProps<T>) -> Html {
    let button = |choice: &Choice<T>| {
        let (value, is_pressed) = (choice.value, choice.value == props.chosen);
        let onclick = props.on_choose.reform(move |_| value);
        html! {
            <button type="button" aria-pressed={is_pressed.to_string()} title={choice.icon.map(|_| choice.name.clone())} {onclick}>
                if let Some(name) = choice.icon {
                    <Icon {name} /><span class="spoken">{&choice.name}</span>
                } else {
                    {&choice.name}
                }
            </button>
        }
    };
    html! {
        <div class="toggle">
            <span class={if props.is_bare { "label spoken" } else { "label" }} aria-hidden="true">{&props.title}</span>
            <div class="segments" role="group" aria-label={props.title.clone()}>
                for choice in &props.choices { {button(choice)} }
            </div>
        </div>
    }
}
