//! What stands below the sessions of the plan.

use super::super::save_calendar::save_calendar;
use super::clash_note::ClashNotes;
use super::plan_memory::PlanMemory;
use crate::choice::{Choice, ChoiceAction};
use crate::context::{use_event, use_locale};
use crate::hooks::KeptPlan;
use huso_agenda::Session;
use huso_i18n::Texts as _;
use yew::{Callback, Html, MouseEvent, Properties, component, html};

/// Properties of [`PlanFoot`].
#[derive(Properties, PartialEq)]
pub struct PlanFootProps {
    /// What the visitor means to attend.
    pub choice: Choice,
    /// Whether that is kept on the device.
    pub kept: KeptPlan,
    /// Changes it.
    pub on_choose: Callback<ChoiceAction>,
}

/// What overlaps, the way into the calendar, and whether the plan is kept.
#[component]
pub fn PlanFoot(props: &PlanFootProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let plan = props.choice.plan();
    let is_empty = plan.is_empty();
    let save = {
        let event = event.clone();
        move |_: MouseEvent| {
            let sessions: Vec<&Session> = plan.iter().filter_map(|id| event.agenda().session(id)).collect();
            save_calendar(&event, locale.lang, &event.agenda().id, &sessions);
        }
    };
    html! {
        <div class="plan-foot">
            <ClashNotes choice={props.choice.clone()} on_choose={&props.on_choose} />
            if !is_empty {
                <button type="button" class="plain" onclick={save}>{locale.lang.find().plan_calendar}</button>
            }
            if !event.is_preview { <PlanMemory kept={props.kept.clone()} /> }
        </div>
    }
}
