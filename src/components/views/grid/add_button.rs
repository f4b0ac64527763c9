//! The button in a session's corner that adds it to the choice or takes it out.

use crate::choice::ChoiceAction;
use crate::context::{use_event, use_locale};
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`AddButton`].
#[derive(Properties, PartialEq)]
pub struct AddButtonProps {
    /// Which of the agenda's sessions it is for, from 0.
    pub index: usize,
    /// Whether that is chosen.
    pub is_chosen: bool,
    /// Adds it to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
}

/// A plus, or a tick; what it does is spoken.
#[component]
pub fn AddButton(props: &AddButtonProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let texts = locale.lang.widget();
    let id = session.id.clone();
    let onclick = props.on_choose.reform(move |_| ChoiceAction::Toggle(id.clone()));
    let word = if props.is_chosen { texts.added } else { texts.add };
    html! {
        <button type="button" class="add" aria-pressed={props.is_chosen.to_string()}
            aria-label={format!("{word}: {}", locale.text(&session.title))} {onclick}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <path d={if props.is_chosen { "M1.5 6.5l3 3 6-7" } else { "M6 1v10M1 6h10" }} />
            </svg>
        </button>
    }
}
