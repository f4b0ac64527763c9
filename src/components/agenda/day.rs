//! A day: its date, the countries at the head of their columns, its sessions.

use super::day_labels::DayLabels;
use super::gap_row::GapRow;
use super::row_column::row_columns;
use super::row_state::RowState;
use super::session_row::SessionRow;
use crate::browser::follow_arrows;
use crate::choice::ChoiceAction;
use crate::context::{use_event, use_locale, use_zones};
use crate::hooks::{LONG_LIST, use_found_rows};
use huso_agenda::Session;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::timetable::gaps;
use huso_i18n::Texts as _;
use huso_i18n::labels;
use yew::{Callback, Html, KeyboardEvent, Properties, classes, component, html, use_memo, use_node_ref};

/// Countries from which on their times don't fit into columns beside the title.
const MANY_COUNTRIES: usize = 6;

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
    /// Puts a session into the plan or takes it out; given which of the agenda's it is, from 0.
    #[prop_or_default]
    pub on_plan: Callback<usize>,
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
            row_columns(sessions, agenda, zones, *locale)
        })
    };
    let list = use_node_ref();
    use_found_rows(&list);
    // In a row the arrow keys lead from the button that opens it to its action, and back.
    let onkeydown =
        |event: KeyboardEvent| follow_arrows(&event, ".session", ".opener, .action :is(a, button)");
    let sessions: &[Session] = event.agenda().sessions.get(sessions).unwrap_or_default();
    let heading = match props.date {
        Some(date) => labels::full_date(date, locale.locale),
        None => locale.lang.widget().open_date.to_owned(),
    };
    let is_in_long_list = event.agenda().sessions.len() >= LONG_LIST;
    let count = props.rows.iter().flatten().filter(|row| row.is_shown).count();
    let first_shown = props.rows.iter().position(|row| row.is_some_and(|row| row.is_shown));
    let class = classes!("day", (columns.len() >= MANY_COUNTRIES).then_some("many"));
    html! {
        <section {class} part="day" hidden={count == 0} data-count={is_in_long_list.then(|| count.to_string())}>
            <div class="day-head">
                <h3 part="day-title">{heading}</h3>
                if sessions.iter().any(|session| session.start().is_some()) {
                    <DayLabels columns={&columns} />
                }
            </div>
            <ol class="sessions" ref={list} {onkeydown}>
                for (((place, session), row), gap) in sessions.iter().enumerate().zip(&props.rows).zip(gaps(sessions)) {
                    if let Some(DayRow { state, is_shown }) = row {
                        if let Some(minutes) = gap.filter(|_| *is_shown && first_shown < Some(place)) {
                            <GapRow key={format!("before {}", session.id)} {minutes} />
                        }
                        <li key={session.id.as_str()} hidden={!is_shown}>
                            <SessionRow index={props.first + place} state={*state} columns={&columns}
                                on_choose={&props.on_choose} on_plan={&props.on_plan} />
                        </li>
                    }
                }
            </ol>
        </section>
    }
}
