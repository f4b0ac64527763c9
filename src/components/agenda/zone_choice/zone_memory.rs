//! What becomes of a zone that was chosen.

use crate::context::use_locale;
use huso_i18n::Texts as _;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, Properties, TargetCast as _, component, html};

/// Properties of [`ZoneMemory`].
#[derive(Properties, PartialEq)]
pub struct ZoneMemoryProps {
    /// Whether choices are remembered on this device.
    pub is_remembered: bool,
    /// Takes whether they are to be.
    pub on_remember: Callback<bool>,
    /// Returns to the browser's own zone.
    pub on_reset: Callback<()>,
}

/// Remembers the zone on this device, or returns to the browser's own.
#[component]
pub fn ZoneMemory(props: &ZoneMemoryProps) -> Html {
    let texts = use_locale().lang.widget();
    let onchange =
        props.on_remember.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <>
            <label class="check">
                <input type="checkbox" checked={props.is_remembered} {onchange} />
                {texts.zone_remember}
            </label>
            <button type="button" class="plain" onclick={props.on_reset.reform(|_| ())}>{texts.zone_reset}</button>
        </>
    }
}
