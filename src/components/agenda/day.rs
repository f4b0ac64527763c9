//! A day: its date, the countries at the head of their columns, its sessions.

use super::session_row::SessionRow;
use crate::state::Choice;
use crate::view::ViewRef;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::i18n::fill;
use huso_agenda::timetable::columns;
use huso_agenda::{When, labels};
use yew::{Callback, Html, Properties, component, html, use_memo};

/// Properties of [`DayView`].
#[derive(Properties, PartialEq)]
pub struct DayProps {
    /// The event.
    pub view: ViewRef,
    /// The day's date in the event's zone.
    pub date: Option<NaiveDate>,
    /// Which of the agenda's days it is, from 0.
    pub index: usize,
    /// What is chosen; `None` where nothing can be.
    pub choice: Option<Choice>,
    /// Adds a session to the choice or takes it out.
    pub toggle: Callback<String>,
}

/// A day.
#[component]
pub fn DayView(props: &DayProps) -> Html {
    let view = &props.view;
    let columns = use_memo((view.clone(), props.index), |(view, index)| {
        let agenda = &view.event.agenda;
        agenda.days().get(*index).map(|day| columns(agenda, day.sessions, view.lang)).unwrap_or_default()
    });
    let days = view.event.agenda.days();
    let Some(day) = days.get(props.index) else { return Html::default() };
    let say = view.lang.widget();
    let heading = match props.date {
        Some(date) => labels::full_date(date, view.lang),
        None => say.open_date.to_owned(),
    };
    let timed = day.sessions.iter().any(|session| matches!(session.when, When::Timed { .. }));
    let mine = match view.viewer_place() {
        Some(place) => fill(say.your_time_in, &[("place", &place)]),
        None => say.your_time.to_owned(),
    };
    html! {
        <section class="day" part="day">
            <div class="day-head">
                <h3 part="day-title">{heading}</h3>
                if timed {
                    <div class="labels" aria-hidden="true">
                        <span class="mine-label">{mine.clone()}</span>
                        <span class="zone-labels">
                            for column in columns.iter() {
                                <span>{column.label.clone()}</span>
                            }
                        </span>
                    </div>
                }
            </div>
            <ol class="sessions">
                for session in day.sessions {
                    <SessionRow
                        key={session.id.clone()}
                        view={view.clone()}
                        id={session.id.clone()}
                        columns={columns.clone()}
                        mine={mine.clone()}
                        chosen={props.choice.as_ref().map(|choice| choice.0.contains(&session.id))}
                        toggle={props.toggle.clone()}
                    />
                }
            </ol>
        </section>
    }
}
