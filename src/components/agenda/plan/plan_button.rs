//! The way to the plan.

use crate::context::use_locale;
use huso_i18n::{Texts as _, fill};
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`PlanButton`].
#[derive(Properties, PartialEq)]
pub struct PlanButtonProps {
    /// How many sessions are in the plan.
    pub count: usize,
    /// Looks at it.
    pub on_plan: Callback<()>,
}

/// Leads to the plan, and says how many sessions are in it.
#[component]
pub fn PlanButton(props: &PlanButtonProps) -> Html {
    let texts = use_locale().lang.find();
    let class = if props.count > 0 { "plan-star full" } else { "plan-star" };
    html! {
        <button type="button" class="tool plan-button" onclick={props.on_plan.reform(|_| ())}>
            <svg {class} width="16" height="16" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M10 2.2l2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.6-4.8 2.6 1-5.4-4-3.8 5.4-.7z" />
            </svg>
            {fill(texts.plan_count, &[("n", &props.count.to_string())])}
        </button>
    }
}
