//! One session: the visitor's time, its title, the countries' times, the button.

use super::choose_button::ChooseButton;
use super::row_state::{RowState, SessionNews};
use super::session_facts::{facts, speakers, statuses};
use super::session_links::links;
use super::session_times::{YourTime, zone_times};
use crate::choice::ChoiceAction;
use crate::components::prose::Paragraphs;
use crate::context::{use_event, use_locale};
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::timetable::Column;
use huso_agenda::{Phase, Session};
use huso_i18n::Texts as _;
use huso_registration::wire::SeatsState;
use std::rc::Rc;
use yew::{Callback, Classes, Html, Properties, classes, component, html};

/// Properties of [`SessionRow`].
#[derive(Properties, PartialEq)]
pub struct SessionRowProps {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// What of it changes.
    pub state: RowState,
    /// The day's columns.
    pub columns: Rc<Vec<Column>>,
    /// Adds it to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
}

/// One session.
#[component]
pub fn SessionRow(props: &SessionRowProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let SessionRowProps { index, state, columns, on_choose } = props;
    let agenda = event.agenda();
    let Some(session) = agenda.sessions.get(*index) else { return Html::default() };
    let texts = locale.lang.live();
    let is_waitlist = state.seats.is_some_and(|seats| seats.state == SeatsState::Waitlist);
    html! {
        <div class={classes(session, state.phase)} part="session" data-session={session.id.clone()}>
            <YourTime index={*index} phase={state.phase} />
            <div class="what">
                <h4 id={title_id(*index)} part="session-title">{locale.text(&session.title)}</h4>
                if let Some(news) = state.news {
                    <p class="fresh">
                        {match news {
                            SessionNews::Added => texts.change_added,
                            SessionNews::Changed => texts.change_mark,
                        }}
                    </p>
                }
                {statuses(session, agenda, locale)}
                {facts(session, agenda, state.seats, locale)}
                {speakers(session, agenda, locale)}
                if let Some(summary) = &session.summary {
                    <Paragraphs class="summary" text={locale.text(summary).to_owned()} />
                }
                {links(*index, session, *state, &event, locale)}
            </div>
            {zone_times(session, columns, locale)}
            if let Some(is_chosen) = state.is_chosen.filter(|is_chosen| is_choosable(session, *is_chosen, state)) {
                <p class="action"><ChooseButton index={*index} {is_chosen} {is_waitlist} {on_choose} /></p>
            }
        </div>
    }
}

/// The id of a session's title, to which others lead.
pub fn title_id(index: usize) -> String {
    format!("session-{index}")
}

/// The names by which styles know what becomes of a session.
fn classes(session: &Session, phase: Option<Phase>) -> Classes {
    classes!(
        "session",
        session.is_off().then_some("off"),
        (session.status == SessionStatus::Cancelled).then_some("gone"),
        (session.kind == SessionKind::Break).then_some("pause"),
        matches!(phase, Some(Phase::Now(_))).then_some("now"),
        (phase == Some(Phase::Ended)).then_some("ended"),
    )
}

/// What is over, or has no seat to wait for, can only be taken out.
fn is_choosable(session: &Session, is_chosen: bool, state: &RowState) -> bool {
    let is_full = state.seats.is_some_and(|seats| seats.state == SeatsState::Full);
    session.is_open() && (is_chosen || (state.phase != Some(Phase::Ended) && !is_full))
}
