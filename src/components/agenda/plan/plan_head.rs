//! What stands above the sessions of the plan.

use crate::choice::Choice;
use crate::context::use_locale;
use huso_i18n::{Texts as _, plural};
use yew::{Callback, Html, Properties, component, html};

/// The id of the plan's heading, to which others lead.
pub const PLAN_ID: &str = "plan";

/// Properties of [`PlanHead`].
#[derive(Properties, PartialEq)]
pub struct PlanHeadProps {
    /// What the visitor means to attend.
    pub choice: Choice,
    /// Whether one can register.
    pub is_choosable: bool,
    /// Looks at the agenda again.
    pub on_back: Callback<()>,
}

/// The way back, how many sessions are in the plan, and how many of them are still to be registered.
#[component]
pub fn PlanHead(props: &PlanHeadProps) -> Html {
    let texts = use_locale().lang.find();
    let count = props.choice.plan().len();
    let is_open = |id: &&String| !props.choice.registered.contains(id);
    let open = if props.is_choosable { props.choice.ids.iter().filter(is_open).count() } else { 0 };
    html! {
        <div class="plan-head">
            <button type="button" class="plain back" onclick={props.on_back.reform(|_| ())}>{texts.plan_back}</button>
            <h3 id={PLAN_ID} tabindex="-1">{texts.plan}</h3>
            <p class="planned" role="status">
                if count == 0 {
                    {texts.plan_empty}
                } else {
                    {plural(count, texts.plan_one, texts.plan_other)}
                    if open > 0 { {". "}<b>{plural(open, texts.plan_open_one, texts.plan_open_other)}</b> }
                }
            </p>
        </div>
    }
}
