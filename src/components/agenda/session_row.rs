//! One session, in the order in which it is heard: title, the visitor's time, the countries' times, where it stands, what
//! one can do. Where each is seen is the style sheet's to say.

use super::row_column::RowColumn;
use super::row_state::RowState;
use super::session_action::SessionAction;
use super::session_details::details;
use super::session_facts::facts;
use super::session_progress::progress;
use super::session_times::{YourTime, zone_times};
use crate::choice::ChoiceAction;
use crate::context::{LocaleContext, use_event, use_locale};
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::{Phase, Session};
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::virtual_dom::VTag;
use yew::{Callback, Classes, Html, Properties, classes, component, html, use_callback, use_state_eq};

/// Properties of [`SessionRow`].
#[derive(Properties, PartialEq)]
pub struct SessionRowProps {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// What of it changes.
    pub state: RowState,
    /// The day's columns.
    pub columns: Rc<Vec<RowColumn>>,
    /// Adds it to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
    /// Puts it into the plan or takes it out.
    #[prop_or_default]
    pub on_plan: Callback<usize>,
}

/// One session.
#[component]
pub fn SessionRow(props: &SessionRowProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let is_open = use_state_eq(|| false);
    let toggle = use_callback(is_open.clone(), |(), is_open| is_open.set(!**is_open));
    let SessionRowProps { index, state, columns, on_choose, on_plan } = props;
    let index = *index;
    let agenda = event.agenda();
    let Some(session) = agenda.sessions.get(index) else { return Html::default() };
    let details = details(index, session, *state, on_choose, &event, locale);
    let is_stop = *is_open || details.is_none();
    let class = classes!(classes(session, state), is_open.then_some("open"));
    let onclick = details.as_ref().map(|_| toggle.reform(|_| ()));
    html! {
        <div {class} part="session" data-session={session.id.clone()}>
            <h4 id={title_id(index)} class={onclick.as_ref().map(|_| "opens")} part="session-title" {onclick}>
                {locale.text(&session.title)}
            </h4>
            <YourTime {index} />
            {zone_times(session, columns, locale)}
            <div class="facts">
                {facts(session, agenda, state, locale)}
                if details.is_some() {
                    {opener(index, session, *is_open, toggle, locale)}
                }
            </div>
            <SessionAction {index} state={*state} {is_stop} {on_choose} {on_plan} />
            {details.map(|details| panel(index, details, !*is_open && !event.is_prerendered))}
            {progress(session, state.phase)}
        </div>
    }
}

/// The button that opens and closes the row.
fn opener(
    index: usize,
    session: &Session,
    is_open: bool,
    toggle: Callback<()>,
    locale: LocaleContext,
) -> Html {
    let words = locale.lang.widget().more_about;
    html! {
        <button type="button" class="opener" aria-expanded={is_open.to_string()} aria-controls={details_id(index)}
            aria-label={format!("{words}: {}", locale.text(&session.title))} onclick={toggle.reform(|_| ())}>
            <span class="word">{words}</span>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4l4 4 4-4" /></svg>
        </button>
    }
}

/// What the button opens and closes. What the page is searched for is found in closed rows, too (use_found_rows): `hidden`
/// has that word for it, which `html!` doesn't know.
fn panel(index: usize, details: Html, is_closed: bool) -> Html {
    let mut panel = VTag::new("div");
    panel.add_attribute("id", details_id(index));
    panel.add_attribute("class", "details");
    panel.add_attribute("part", "details");
    if is_closed {
        panel.add_attribute("hidden", "until-found");
    }
    panel.add_child(details);
    panel.into()
}

/// The id of a session's title, to which others lead.
pub fn title_id(index: usize) -> String {
    format!("session-{index}")
}

fn details_id(index: usize) -> String {
    format!("details-{index}")
}

/// The names by which styles know what becomes of a session.
fn classes(session: &Session, state: &RowState) -> Classes {
    classes!(
        "session",
        session.is_off().then_some("off"),
        (session.status == SessionStatus::Cancelled).then_some("gone"),
        (session.kind == SessionKind::Break).then_some("pause"),
        matches!(state.phase, Some(Phase::Now(_))).then_some("now"),
        (state.phase == Some(Phase::Ended)).then_some("ended"),
    )
}
