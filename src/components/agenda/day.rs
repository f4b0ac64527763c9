//! A day: its date, the countries at the head of their columns, its sessions.

use super::row_state::RowState;
use super::session_row::SessionRow;
use crate::choice::ChoiceAction;
use crate::context::{use_event, use_locale, use_zones};
use crate::hooks::LONG_LIST;
use huso_agenda::Session;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::timetable::columns;
use huso_i18n::Texts as _;
use huso_i18n::labels;
use yew::{Callback, Html, Properties, component, html, use_memo};

/// Properties of [`Day`].
#[derive(Properties, PartialEq)]
pub struct DayProps {
    /// The date in the event's zone; `None` for sessions whose day is to be confirmed.
    pub date: Option<NaiveDate>,
    /// Which of the agenda's sessions is the day's first, from 0.
    pub first: usize,
    /// Its sessions, in order; `None` for those that are not drawn yet.
    pub rows: Vec<Option<DayRow>>,
    /// Adds a session to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
}

/// A session of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRow {
    /// Its state.
    pub state: RowState,
    /// Whether it is shown, or there and hidden.
    pub is_shown: bool,
}

/// A day and its sessions. One that shows none is hidden.
#[component]
pub fn Day(props: &DayProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let sessions = props.first..props.first + props.rows.len();
    let columns = {
        let dependencies = (event.clone(), locale, zones.clone(), sessions.clone());
        use_memo(dependencies, |(event, locale, zones, sessions)| {
            let agenda = event.agenda();
            let sessions = agenda.sessions.get(sessions.clone()).unwrap_or_default();
            columns(&zones.shown, sessions, locale.lang, agenda.language)
        })
    };
    let sessions: &[Session] = event.agenda().sessions.get(sessions).unwrap_or_default();
    let heading = match props.date {
        Some(date) => labels::full_date(date, locale.locale),
        None => locale.lang.widget().open_date.to_owned(),
    };
    let is_in_long_list = event.agenda().sessions.len() >= LONG_LIST;
    let count = props.rows.iter().flatten().filter(|row| row.is_shown).count();
    html! {
        <section class="day" part="day" hidden={count == 0} data-count={is_in_long_list.then(|| count.to_string())}>
            <div class="day-head">
                <h3 part="day-title">{heading}</h3>
                if sessions.iter().any(|session| session.start().is_some()) {
                    <div class="labels" aria-hidden="true">
                        <span class="mine-label">{zones.your_time(locale)}</span>
                        <span class="zone-labels">
                            for column in columns.iter() { <span>{&column.label}</span> }
                        </span>
                    </div>
                }
            </div>
            <ol class="sessions">
                for ((index, session), row) in (props.first..).zip(sessions).zip(&props.rows) {
                    if let Some(DayRow { state, is_shown }) = row {
                        <li key={session.id.as_str()} hidden={!is_shown}>
                            <SessionRow {index} state={*state} columns={&columns} on_choose={&props.on_choose} />
                        </li>
                    }
                }
            </ol>
        </section>
    }
}
