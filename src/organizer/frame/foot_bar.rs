//! The bar at the window's foot.

use yew::{AttrValue, Children, Html, Properties, component, html};

/// Properties of [`FootBar`].
#[derive(Properties, PartialEq)]
pub struct FootBarProps {
    /// What will happen, in one sentence.
    pub will: AttrValue,
    /// What will not.
    #[prop_or_default]
    pub will_not: AttrValue,
    /// The buttons; the last one is filled.
    #[prop_or_default]
    pub children: Children,
}

/// What will happen, what will not, and the button that does it.
#[component]
pub fn FootBar(props: &FootBarProps) -> Html {
    html! {
        <div class="foot">
            <p><strong>{&props.will}</strong>{" "}<span class="faint">{&props.will_not}</span></p>
            <div class="buttons">{props.children.clone()}</div>
        </div>
    }
}
