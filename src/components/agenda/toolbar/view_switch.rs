//! The control that switches between views.

use super::super::icon::view_icon;
use crate::context::use_locale;
use crate::view::{VIEWS, View};
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`ViewSwitch`].
#[derive(Properties, PartialEq)]
pub struct ViewSwitchProps {
    /// The view that is shown.
    pub view: View,
    /// Switches to another.
    pub on_view: Callback<View>,
}

/// A segmented control: radio buttons, so that it is one stop of the keyboard.
#[component]
pub fn ViewSwitch(props: &ViewSwitchProps) -> Html {
    let texts = use_locale().lang.find();
    html! {
        <fieldset class="views">
            <legend class="spoken">{texts.views}</legend>
            for view in VIEWS.iter().copied() {
                <label>
                    <input type="radio" name="view" checked={view == props.view}
                        onchange={props.on_view.reform(move |_| view)} />
                    <span>
                        {view_icon(view)}
                        {match view {
                            View::List => texts.view_list,
                            View::Grid => texts.view_grid,
                            View::Ruler => texts.view_ruler,
                        }}
                    </span>
                </label>
            }
        </fieldset>
    }
}
