//! Whether the plan is kept on the device.

use crate::context::use_locale;
use crate::hooks::KeptPlan;
use huso_i18n::Texts as _;
use web_sys::{Event, HtmlInputElement};
use yew::{Html, Properties, TargetCast as _, component, html};

/// Properties of [`PlanMemory`].
#[derive(Properties, PartialEq)]
pub struct PlanMemoryProps {
    /// Whether the plan is kept.
    pub kept: KeptPlan,
}

/// Keeps the plan on the device, or no longer.
#[component]
pub fn PlanMemory(props: &PlanMemoryProps) -> Html {
    let locale = use_locale();
    let texts = locale.lang.widget();
    let KeptPlan { is_kept, is_refused, keep } = &props.kept;
    let onchange = keep.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="plan-memory">
            <label class="box"><input type="checkbox" checked={*is_kept} {onchange} />{texts.zone_remember}</label>
            <p role="status">if *is_refused { <span class="fault">{texts.zone_not_kept}</span> }</p>
        </div>
    }
}
