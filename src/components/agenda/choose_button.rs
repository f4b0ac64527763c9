//! The button that adds a session to the choice or takes it out.

use crate::choice::ChoiceAction;
use crate::context::{use_event, use_locale};
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`ChooseButton`].
#[derive(Properties, PartialEq)]
pub struct ChooseButtonProps {
    /// Which of the agenda's sessions it is for, from 0.
    pub index: usize,
    /// Whether that is chosen.
    pub is_chosen: bool,
    /// Whether those who choose it wait for a seat.
    pub is_waitlist: bool,
    /// Whether it is a stop of the tab key.
    #[prop_or(true)]
    pub is_stop: bool,
    /// Adds it to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
}

/// Adds a session to the choice or takes it out.
#[component]
pub fn ChooseButton(props: &ChooseButtonProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let texts = locale.lang.widget();
    let label = match (props.is_waitlist, props.is_chosen) {
        (true, _) => locale.lang.live().add_waitlist,
        (false, true) => texts.added,
        (false, false) => texts.add,
    };
    let id = session.id.clone();
    let onclick = props.on_choose.reform(move |_| ChoiceAction::Toggle(id.clone()));
    html! {
        <button type="button" class="choose" tabindex={(!props.is_stop).then_some("-1")}
            aria-pressed={props.is_chosen.to_string()} {onclick}>
            if props.is_chosen {
                <svg class="tick" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M1.5 6.5l3 3 6-7" /></svg>
            }
            {label}
            <span class="spoken">{format!(": {}", locale.text(&session.title))}</span>
        </button>
    }
}
