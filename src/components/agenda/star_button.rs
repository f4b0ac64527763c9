//! The star that keeps a session in the visitor's plan where one can't register for it.

use crate::context::{use_event, use_locale};
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`StarButton`].
#[derive(Properties, PartialEq)]
pub struct StarButtonProps {
    /// Which of the agenda's sessions it is for, from 0.
    pub index: usize,
    /// Whether that is in the plan.
    pub is_in_plan: bool,
    /// Whether it is a stop of the tab key.
    #[prop_or(true)]
    pub is_stop: bool,
    /// Puts the session into the plan or takes it out; given which of the agenda's it is, from 0.
    pub on_toggle: Callback<usize>,
}

/// Puts a session into the plan or takes it out.
#[component]
pub fn StarButton(props: &StarButtonProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let texts = locale.lang.widget();
    let name = if props.is_in_plan { texts.plan_added } else { texts.plan_add };
    let index = props.index;
    html! {
        <button type="button" class="star" tabindex={(!props.is_stop).then_some("-1")}
            aria-pressed={props.is_in_plan.to_string()} title={name}
            aria-label={format!("{}: {}", texts.plan_add, locale.text(&session.title))}
            onclick={props.on_toggle.reform(move |_| index)}>
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M10 2.2l2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.6-4.8 2.6 1-5.4-4-3.8 5.4-.7z" />
            </svg>
        </button>
    }
}
