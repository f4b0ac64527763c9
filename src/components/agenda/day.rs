//! A day: its date, the countries at the head of their columns, its sessions.

use super::agenda_view::Live;
use super::session_row::{SessionProps, SessionRow};
use crate::components::tree::Tree;
use crate::state::{Choice, ChoiceAction};
use crate::view::ViewRef;
use huso_agenda::timetable::columns;
use huso_agenda::{Change, Day};
use huso_i18n::{Texts as _, labels};
use std::rc::Rc;
use yew::Callback;
use yew::virtual_dom::VChild;

/// The event's days.
pub fn days(
    tree: &mut Tree,
    view: &ViewRef,
    live: &Live<'_>,
    choice: Option<&Choice>,
    on_choice: &Callback<ChoiceAction>,
) {
    let mut first = 0;
    for each in view.agenda().days() {
        day(tree, view, &each, first, live, choice, on_choice);
        first += each.sessions.len();
    }
}

/// A day, whose sessions are those of the agenda from `first` on.
fn day(
    tree: &mut Tree,
    view: &ViewRef,
    day: &Day<'_>,
    first: usize,
    live: &Live<'_>,
    choice: Option<&Choice>,
    on_choice: &Callback<ChoiceAction>,
) {
    let columns = Rc::new(columns(&view.zones, day.sessions, view.lang, view.agenda().language));
    let heading = match day.date {
        Some(date) => labels::full_date(date, view.locale),
        None => view.lang.widget().open_date.to_owned(),
    };
    let mine = view.your_time();
    tree.el("section|class=day|part=day", |tree| {
        tree.el("div|class=day-head", |tree| {
            tree.line("h3|part=day-title", &heading);
            if day.sessions.iter().any(|session| session.start().is_some()) {
                tree.el("div|class=labels|aria-hidden=true", |tree| {
                    tree.line("span|class=mine-label", &mine);
                    tree.el("span|class=zone-labels", |tree| {
                        for column in columns.iter() {
                            tree.line("span", &column.label);
                        }
                    });
                });
            }
        });
        tree.el("ol|class=sessions", |tree| {
            for (index, session) in day.sessions.iter().enumerate() {
                let news = live.changed.iter().find(|changed| changed.id == session.id);
                let props = SessionProps {
                    view: view.clone(),
                    index: first + index,
                    phase: live.progress.phases.get(first + index).copied().flatten(),
                    is_new: news.map(|changed| changed.change == Change::Added),
                    columns: columns.clone(),
                    mine: mine.clone(),
                    chosen: choice.map(|choice| choice.ids.contains(&session.id)),
                    on_choice: on_choice.clone(),
                };
                tree.put(VChild::<SessionRow>::new(props, Some(session.id.as_str().into())).into());
            }
        });
    });
}
