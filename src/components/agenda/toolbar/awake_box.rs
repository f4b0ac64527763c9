//! The box that leaves out what takes place while the visitor sleeps.

use super::awake_hours::hours;
use crate::browse::BrowseAction;
use crate::context::use_locale;
use huso_agenda::find::Awake;
use huso_i18n::Texts as _;
use yew::{Callback, Event, Html, Properties, component, html};

/// Properties of [`AwakeBox`].
#[derive(Properties, PartialEq)]
pub struct AwakeBoxProps {
    /// The hours in force.
    pub awake: Option<Awake>,
    /// Changes them.
    pub on_browse: Callback<BrowseAction>,
}

/// Leaves out what takes place while the visitor sleeps.
#[component]
pub fn AwakeBox(props: &AwakeBoxProps) -> Html {
    let locale = use_locale();
    let (awake, usual) = (props.awake, props.awake.unwrap_or_default());
    let onchange =
        props.on_browse.reform(move |_: Event| BrowseAction::Awake(awake.is_none().then_some(usual)));
    html! {
        <label class="box awake-box">
            <input type="checkbox" checked={awake.is_some()} {onchange} />
            <span>{locale.lang.find().awake}{" "}<span class="hours">{format!("({})", hours(usual, locale))}</span></span>
        </label>
    }
}
