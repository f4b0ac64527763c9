//! Title, days and sessions.

use super::calendar_menu::whole_calendar;
use super::day::days;
use super::zone_choice::ZoneChoice;
use crate::components::parts::{block, el, line, text};
use crate::components::prose::prose;
use crate::platform;
use crate::state::{Choice, ChoiceAction};
use crate::view::{View, ViewRef};
use huso_agenda::chrono::TimeDelta;
use huso_agenda::i18n::fill;
use huso_agenda::timetable::instants;
use huso_agenda::{Instant, Offsets as _, labels};
use yew::{Callback, Html, html};

/// Title, days and sessions. `choice` is what is chosen, `None` where nothing can be.
pub fn agenda(
    view: &ViewRef,
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
    let mut head = vec![el("h2", &["part"], vec!["title".into()], vec![title])];
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
    if let Some(last) = agenda.last_instant().filter(|last| *last < platform::now()) {
        let date = labels::full_date(agenda.zone.wall_time(last).date(), view.locale);
        head.push(line("p", "over", &fill(say.over, &[("date", &date)])));
    }
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
    parts.extend(days(view, choice, on_choice));
    parts.push(line("p", "rules", &fill(say.rules, &[("release", &agenda.database.used())])));
    block("div", "agenda", parts)
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
