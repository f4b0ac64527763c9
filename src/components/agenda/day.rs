//! A day: its date, the countries at the head of their columns, its sessions.

use super::agenda_view::Live;
use super::session_row::SessionRow;
use crate::components::parts::{block, el, line, text};
use crate::state::{Choice, ChoiceAction};
use crate::view::ViewRef;
use huso_agenda::timetable::columns;
use huso_agenda::{Change, Day, Session, When, labels};
use std::rc::Rc;
use yew::{Callback, Html, html};

/// The event's days.
pub fn days(
    view: &ViewRef,
    live: &Live<'_>,
    choice: Option<&Choice>,
    on_choice: &Callback<ChoiceAction>,
) -> Vec<Html> {
    let mut first = 0;
    let days = view.agenda().days();
    days.iter()
        .map(|each| {
            let html = day(view, each, first, live, choice, on_choice);
            first += each.sessions.len();
            html
        })
        .collect()
}

/// A day, whose sessions are those of the agenda from `first` on.
fn day(
    view: &ViewRef,
    day: &Day<'_>,
    first: usize,
    live: &Live<'_>,
    choice: Option<&Choice>,
    on_choice: &Callback<ChoiceAction>,
) -> Html {
    let columns = Rc::new(columns(&view.zones, day.sessions, view.lang, view.agenda().language));
    let say = view.lang.widget();
    let heading = match day.date {
        Some(date) => labels::full_date(date, view.locale),
        None => say.open_date.to_owned(),
    };
    let timed = day.sessions.iter().any(|session| matches!(session.when, When::Timed { .. }));
    let mine = view.your_time();
    let mut head = vec![el("h3", &["part"], vec!["day-title".into()], vec![text(&heading)])];
    if timed {
        let labels = columns.iter().map(|column| el("span", &[], Vec::new(), vec![text(&column.label)]));
        let labels = vec![line("span", "mine-label", &mine), block("span", "zone-labels", labels.collect())];
        head.push(el("div", &["class", "aria-hidden"], vec!["labels".into(), "true".into()], labels));
    }
    let row = |(index, session): (usize, &Session)| {
        let news = live.changed.iter().find(|changed| changed.id == session.id);
        html! {
            <SessionRow
                key={session.id.clone()}
                view={view.clone()}
                index={first + index}
                phase={live.progress.phases.get(first + index).copied().flatten()}
                is_new={news.map(|changed| changed.change == Change::Added)}
                columns={columns.clone()}
                mine={mine.clone()}
                chosen={choice.map(|choice| choice.ids.contains(&session.id))}
                on_choice={on_choice.clone()}
            />
        }
    };
    let rows = day.sessions.iter().enumerate().map(row).collect();
    let parts = vec![block("div", "day-head", head), block("ol", "sessions", rows)];
    el("section", &["class", "part"], vec!["day".into(), "day".into()], parts)
}
