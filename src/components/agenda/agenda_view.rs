//! Title, days and sessions.

use super::calendar_menu::whole_calendar;
use super::day::days;
use super::session_row::title_id;
use super::zone_choice::{ZoneChoice, ZoneChoiceProps};
use crate::components::prose::paragraphs;
use crate::components::tree::Tree;
use crate::state::{Choice, ChoiceAction};
use crate::view::{View, ViewRef};
use huso_agenda::chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use huso_agenda::timetable::instants;
use huso_agenda::{Changed, Instant, Phase, Progress, phase};
use huso_i18n::{Texts as _, fill, labels};
use yew::Callback;
use yew::virtual_dom::VChild;

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
    tree: &mut Tree,
    view: &ViewRef,
    live: &Live<'_>,
    choice: Option<&Choice>,
    on_choice: &Callback<ChoiceAction>,
    on_zone: &Callback<Option<String>>,
) {
    let agenda = view.agenda();
    let say = view.lang.widget();
    let over = phase::last_day(agenda).filter(|_| live.progress.is_over());
    tree.el(if over.is_some() { "div|class=agenda past" } else { "div|class=agenda" }, |tree| {
        tree.el("header|class=head", |tree| head(tree, view, live, over));
        if agenda.sessions.is_empty() {
            tree.line("p|class=notice", say.empty);
        }
        let instants = instants(&agenda.sessions);
        if view.zone_open && !instants.is_empty() {
            let props = ZoneChoiceProps { view: view.clone(), on_zone: on_zone.clone() };
            tree.put(VChild::<ZoneChoice>::new(props, None).into());
        }
        if let Some(words) = other_rules(view, &instants) {
            tree.line("p|class=notice", &words);
        }
        days(tree, view, live, choice, on_choice);
        tree.line("p|class=rules", &fill(say.rules, &[("release", &agenda.database.used())]));
    });
}

/// What stands above the days; `over` is the last of them once all is over.
fn head(tree: &mut Tree, view: &ViewRef, live: &Live<'_>, over: Option<NaiveDate>) {
    let (agenda, say) = (view.agenda(), view.lang.widget());
    tree.with("h2|id|part=title", &[TITLE_ID], |tree| {
        let title = view.text(&agenda.title);
        match &agenda.url {
            Some(url) => tree.with("a|href", &[&view.address(url)], |tree| tree.text(title)),
            None => tree.text(title),
        }
    });
    let mut dates = agenda.sessions.iter().filter_map(|session| session.day);
    if let Some(first) = dates.next() {
        let span = labels::date_range(first, dates.next_back().unwrap_or(first), view.locale);
        tree.line("p|class=dates", &span);
    }
    if let Some(summary) = &agenda.summary {
        paragraphs(tree, "lead", view.text(summary));
    }
    let names: Vec<&str> = agenda.organizers.iter().map(|organizer| organizer.name.as_str()).collect();
    if !names.is_empty() {
        tree.line("p|class=by", &fill(say.organized_by, &[("names", &names.join(" · "))]));
    }
    if let Some(day) = over {
        tree.line("p|class=over", &fill(say.over, &[("date", &labels::full_date(day, view.locale))]));
    }
    jump(tree, view, live);
    if let Some(instant) = live.outdated {
        let time = clock(view, view.viewer.zone.wall_time(instant));
        tree.line("p|class=outdated", &fill(view.lang.live().stale, &[("time", &time)]));
    }
    whole_calendar(tree, view);
}

/// Leads to what is under way, else to what is next today.
fn jump(tree: &mut Tree, view: &View, live: &Live<'_>) {
    let Some(index) = live.current else { return };
    let say = view.lang.live();
    let phase = live.progress.phases.get(index).copied().flatten();
    let start = view.agenda().sessions.get(index).and_then(|session| session.start());
    let words = match (phase, start) {
        (Some(Phase::Upcoming | Phase::Soon(_)), Some(start)) => {
            fill(say.jump_next, &[("time", &clock(view, view.viewer.zone.wall_time(start)))])
        }
        _ => say.jump_now.to_owned(),
    };
    tree.button("quiet jump", &words, live.go.reform(move |_| title_id(index)));
}

/// A wall time's clock.
fn clock(view: &View, wall: NaiveDateTime) -> String {
    labels::clock(wall.time(), view.cycle, view.locale)
}

/// What is shown and why, where the visitor's browser would show another time.
fn other_rules(view: &View, instants: &[Instant]) -> Option<String> {
    let (at, offset) = view.viewer.disagreement(instants, &view.agenda().database)?;
    let place = view.viewer_place.as_deref().unwrap_or_default();
    let theirs = at.naive_utc().checked_add_signed(TimeDelta::seconds(offset.into()))?;
    let values = [
        ("place", place),
        ("ours", &view.moment(at)),
        ("theirs", &clock(view, theirs)),
        ("release", view.agenda().database.release()),
    ];
    Some(fill(view.lang.widget().other_rules, &values))
}
