//! The one control that a row shows.

use super::choose_button::ChooseButton;
use super::link_name::link_name;
use super::row_action::{Action, action};
use super::row_state::RowState;
use super::star_button::StarButton;
use crate::choice::ChoiceAction;
use crate::context::{use_event, use_locale};
use huso_agenda::event_file::LinkRel;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`SessionAction`].
#[derive(Properties, PartialEq)]
pub struct SessionActionProps {
    /// Which of the agenda's sessions it is for, from 0.
    pub index: usize,
    /// What of the session changes.
    pub state: RowState,
    /// Whether it is a stop of the tab key; else the arrow keys lead to it (Day).
    pub is_stop: bool,
    /// Adds the session to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
    /// Puts the session into the plan or takes it out.
    pub on_plan: Callback<usize>,
}

/// The control.
#[component]
pub fn SessionAction(props: &SessionActionProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let SessionActionProps { index, state, is_stop, on_choose, on_plan } = props;
    let (index, is_stop) = (*index, *is_stop);
    let Some(session) = event.agenda().sessions.get(index) else { return Html::default() };
    let Some(action) = action(session, state) else { return Html::default() };
    let control = match action {
        Action::Follow(link) => {
            let class = if link.rel == LinkRel::Join { "button primary" } else { "watch" };
            html! {
                <a {class} href={event.address(&link.url)} rel="noopener noreferrer"
                    tabindex={(!is_stop).then_some("-1")}>
                    {link_name(link, locale)}
                    <span class="spoken">{format!(": {}", locale.text(&session.title))}</span>
                </a>
            }
        }
        Action::Choose { is_chosen } => html! {
            <ChooseButton {index} {is_chosen} is_waitlist={state.is_waitlist(session)} {is_stop} {on_choose} />
        },
        Action::Plan { is_in_plan } => html! {
            <StarButton {index} {is_in_plan} {is_stop} on_toggle={on_plan} />
        },
    };
    html! { <p class="action">{control}</p> }
}
