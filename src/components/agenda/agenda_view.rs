//! Title, days and sessions.

use super::calendar_menu::whole_calendar;
use super::day::days;
use super::session_row::title_id;
use super::zone_choice::ZoneChoice;
use crate::components::parts::{block, button, el, line, text};
use crate::components::prose::prose;
use crate::state::{Choice, ChoiceAction};
use crate::view::{View, ViewRef};
use huso_agenda::chrono::TimeDelta;
use huso_agenda::i18n::fill;
use huso_agenda::timetable::instants;
use huso_agenda::{Changed, Instant, Phase, Progress, labels, phase};
use yew::{Callback, Html, html};

/// The id of the event's title.
pub const TITLE_ID: &str = "title";

/// What changes while the agenda is shown.
pub struct Live<'a> {
    /// Where the sessions stand.
    pub progress: &'a Progress,
    /// What changed since the visitor looked last.
    pub changed: &'a [Changed],
    /// The session to jump to, where that is of use.
    pub current: Option<usize>,
    /// When the agenda was last known to be the newest, if it may not be now.
    pub outdated: Option<Instant>,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
}

/// Title, days and sessions. `choice` is what is chosen, `None` where nothing can be.
pub fn agenda(
    view: &ViewRef,
    live: &Live<'_>,
    choice: Option<&Choice>,
    on_choice: &Callback<ChoiceAction>,
    on_zone: &Callback<Option<String>>,
) -> Html {
    let agenda = view.agenda();
    let say = view.lang.widget();
    let mut title = text(view.text(&agenda.title));
    if let Some(url) = &agenda.url {
        title = el("a", &["href"], vec![view.address(url).into()], vec![title]);
    }
    let mut head = vec![el("h2", &["id", "part"], vec![TITLE_ID.into(), "title".into()], vec![title])];
    let mut dates = agenda.sessions.iter().filter_map(|session| session.day);
    if let Some(first) = dates.next() {
        let span = labels::date_range(first, dates.next_back().unwrap_or(first), view.locale);
        head.push(line("p", "dates", &span));
    }
    head.extend(agenda.summary.as_ref().map(|summary| prose("lead", view.text(summary))));
    let names: Vec<&str> = agenda.organizers.iter().map(|organizer| organizer.name.as_str()).collect();
    if !names.is_empty() {
        head.push(line("p", "by", &fill(say.organized_by, &[("names", &names.join(" · "))])));
    }
    let over = phase::last_day(agenda).filter(|_| live.progress.is_over());
    if let Some(day) = over {
        head.push(line("p", "over", &fill(say.over, &[("date", &labels::full_date(day, view.locale))])));
    }
    head.extend(jump(view, live));
    head.extend(live.outdated.map(|instant| outdated(view, instant)));
    head.extend(whole_calendar(view));
    let mut parts = vec![block("header", "head", head)];
    if agenda.sessions.is_empty() {
        parts.push(line("p", "notice", say.empty));
    }
    let instants = instants(&agenda.sessions);
    if view.zone_open && !instants.is_empty() {
        parts.push(html! { <ZoneChoice view={view.clone()} on_zone={on_zone.clone()} /> });
    }
    parts.extend(other_rules(view, &instants));
    parts.extend(days(view, live, choice, on_choice));
    parts.push(line("p", "rules", &fill(say.rules, &[("release", &agenda.database.used())])));
    block("div", if over.is_some() { "agenda past" } else { "agenda" }, parts)
}

/// Leads to what is under way, else to what is next today.
fn jump(view: &ViewRef, live: &Live<'_>) -> Option<Html> {
    let say = view.lang.live();
    let index = live.current?;
    let words = match (live.progress.phases.get(index)?, view.agenda().sessions.get(index)?.start()) {
        (Some(Phase::Upcoming | Phase::Soon(_)), Some(start)) => {
            let wall = view.viewer.zone.wall_time(start);
            fill(say.jump_next, &[("time", &labels::clock(wall.time(), view.cycle, view.locale))])
        }
        _ => say.jump_now.to_owned(),
    };
    Some(button("quiet jump", &words, live.go.reform(move |_| title_id(index))))
}

/// The agenda could not be fetched since an instant.
fn outdated(view: &ViewRef, instant: Instant) -> Html {
    let wall = view.viewer.zone.wall_time(instant);
    let time = labels::clock(wall.time(), view.cycle, view.locale);
    line("p", "outdated", &fill(view.lang.live().stale, &[("time", &time)]))
}

/// What is shown and why, where the visitor's browser would show another time.
fn other_rules(view: &View, instants: &[Instant]) -> Option<Html> {
    let (at, offset) = view.viewer.disagreement(instants, &view.agenda().database)?;
    let place = view.viewer_place.as_deref().unwrap_or_default();
    let theirs = at.naive_utc().checked_add_signed(TimeDelta::seconds(offset.into()))?;
    let values = [
        ("place", place),
        ("ours", &view.moment(at)),
        ("theirs", &labels::clock(theirs.time(), view.cycle, view.locale)),
        ("release", view.agenda().database.release()),
    ];
    Some(line("p", "notice", &fill(view.lang.widget().other_rules, &values)))
}
