//! The way of a session into the visitor's calendar.

use super::calendar_links::CalendarLinks;
use crate::context::{use_event, use_locale};
use huso_i18n::Texts as _;
use yew::{Html, Properties, component, html, use_state};

/// Properties of [`CalendarMenu`].
#[derive(Properties, PartialEq)]
pub struct CalendarMenuProps {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
}

/// A button that opens and closes the menu, and what is in it while it is open.
#[component]
pub fn CalendarMenu(props: &CalendarMenuProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let is_open = use_state(|| false);
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let texts = locale.lang.widget();
    let label = format!("{}: {}", texts.calendar, locale.text(&session.title));
    let toggle = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    html! {
        <li>
            <button type="button" class="plain" aria-expanded={is_open.to_string()} aria-label={label} onclick={toggle}>
                <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M2 3.5h12v10.5h-12zM2 7h12M5 1.5v3.5M11 1.5v3.5" />
                </svg>
                <span class="word">{texts.calendar}</span>
            </button>
            if *is_open { <CalendarLinks index={props.index} /> }
        </li>
    }
}
