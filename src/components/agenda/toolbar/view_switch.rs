//! The control that switches between views.

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
                        {icon(view)}
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

/// What a view looks like, in 16 by 16.
fn icon(view: View) -> Html {
    let path = match view {
        View::List => "M2 4h2M6 4h8M2 8h2M6 8h8M2 12h2M6 12h8",
        View::Grid => "M2.5 2.5h4.5v6h-4.5zM9 2.5h4.5v4h-4.5zM2.5 10.5h4.5v3h-4.5zM9 8.5h4.5v5h-4.5z",
        View::Ruler => "M1.5 5h13v6h-13zM4.5 5v3M7.5 5v2M10.5 5v3",
    };
    html! { <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
