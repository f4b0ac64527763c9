//! One day as a grid or as a ruler, and the way to the other days.

use super::day_picker::DayPicker;
use super::grid::Grid;
use super::place::{Place, PlaceAction};
use super::ruler::Ruler;
use super::untimed::Untimed;
use crate::components::agenda::ViewProps;
use crate::context::{use_event, use_locale};
use crate::view::View;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::{Agenda, Instant, Offsets as _, phase};
use huso_i18n::labels;
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html, use_memo};

/// Properties of [`DayView`].
#[derive(Clone, Properties, PartialEq)]
pub struct DayViewProps {
    /// The grid or the ruler.
    pub chosen: View,
    /// What every view is given.
    pub view: ViewProps,
    /// Where in the agenda somebody is.
    pub place: Place,
    /// Goes elsewhere in it.
    pub on_place: Callback<PlaceAction>,
}

/// Properties of the views of a day.
#[derive(Clone, Properties, PartialEq)]
pub struct SessionsOfDay {
    /// The day, in the event's zone.
    pub date: NaiveDate,
    /// What every view is given: of the day, only its sessions are shown.
    pub view: ViewProps,
    /// The session that is looked at.
    pub selected: Option<usize>,
    /// Goes elsewhere in the agenda.
    pub on_place: Callback<PlaceAction>,
}

/// One day, and the way to the others.
#[component]
pub fn DayView(props: &DayViewProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let ViewProps { shown, now, .. } = &props.view;
    let days = use_memo((event.clone(), shown.clone()), |(event, shown)| days(event.agenda(), shown));
    let picked = props.place.day.filter(|day| days.contains(day));
    let Some(date) = picked.or_else(|| first_day(event.agenda(), &days, *now)) else {
        return html! { <Untimed view={props.view.clone()} /> };
    };
    let of_day = use_of_day(&props.view, date, &event);
    let view = ViewProps { shown: of_day, ..props.view.clone() };
    let day = SessionsOfDay {
        date,
        view: view.clone(),
        selected: props.place.selected,
        on_place: props.on_place.clone(),
    };
    html! {
        <section class="day-view" aria-label={labels::full_date(date, locale.locale)}>
            if days.len() > 1 {
                <DayPicker days={(*days).clone()} picked={date} on_pick={props.on_place.reform(PlaceAction::Pick)} />
            }
            {match props.chosen {
                View::Ruler => html! { <Ruler key={date.to_string()} ..day /> },
                View::Grid => html! { <Grid ..day /> },
                View::List => Html::default(),
            }}
            <Untimed {view} />
        </section>
    }
}

/// Which sessions of the day are shown.
#[yew::hook]
fn use_of_day(view: &ViewProps, date: NaiveDate, event: &crate::context::EventContext) -> Rc<Vec<usize>> {
    use_memo((event.clone(), view.shown.clone(), date), |(event, shown, date)| {
        let sessions = &event.agenda().sessions;
        let is_of_day =
            |index: &&usize| sessions.get(**index).is_some_and(|session| session.day == Some(*date));
        shown.iter().filter(is_of_day).copied().collect()
    })
}

/// The days on which something is shown, in order.
fn days(agenda: &Agenda, shown: &[usize]) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> =
        shown.iter().filter_map(|index| agenda.sessions.get(*index)?.day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Today, the next day of the event, or its first one when it is over.
fn first_day(agenda: &Agenda, days: &[NaiveDate], now: Instant) -> Option<NaiveDate> {
    let today = agenda.zone.wall_time(now).date();
    let is_over = phase::last_day(agenda).is_some_and(|last| last < today);
    let next = days.iter().find(|day| **day >= today && !is_over);
    next.or(days.first()).copied()
}
