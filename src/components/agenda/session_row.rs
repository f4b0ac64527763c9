//! One session: my time, its title, the countries' times, the button.

use super::calendar_menu::calendar_menu;
use super::zone_time::{floating_range, time_range, zone_time};
use crate::components::parts::{block, el, line, text};
use crate::components::prose::prose;
use crate::state::ChoiceAction;
use crate::view::{View, ViewRef};
use huso_agenda::event_file::{LinkRel, SessionKind, SessionLink, SessionMode, SessionStatus, VenueKind};
use huso_agenda::i18n::fill;
use huso_agenda::timetable::Column;
use huso_agenda::{Session, When, labels};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html, use_state};

/// Properties of [`SessionRow`].
#[derive(Properties, PartialEq)]
pub struct SessionProps {
    /// The event.
    pub view: ViewRef,
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// The day's columns.
    pub columns: Rc<Vec<Column>>,
    /// What the visitor's own time is called.
    pub mine: String,
    /// Whether it is chosen; `None` where nothing can be.
    pub chosen: Option<bool>,
    /// Adds it to the choice or takes it out.
    pub on_choice: Callback<ChoiceAction>,
}

/// One session.
#[component]
pub fn SessionRow(props: &SessionProps) -> Html {
    let view = &props.view;
    let calendar_open = use_state(|| false);
    let Some(session) = view.agenda().sessions.get(props.index) else { return Html::default() };
    let off = matches!(session.status, SessionStatus::Cancelled | SessionStatus::Postponed);
    let class = match session.kind {
        _ if off => "session off",
        SessionKind::Break => "session pause",
        SessionKind::Session => "session",
    };
    let title = vec![text(view.text(&session.title))];
    let mut what = vec![el("h4", &["part"], vec!["session-title".into()], title)];
    what.extend(status(view, session));
    what.push(facts(view, session));
    what.extend(speakers(view, session));
    what.extend(session.summary.as_ref().map(|summary| prose("summary", view.text(summary))));
    let mut links: Vec<Html> = session.links.iter().map(|link| item(vec![link_to(view, link)])).collect();
    links.extend(calendar_menu(view, session, &calendar_open));
    if !links.is_empty() {
        what.push(block("ul", "links", links));
    }
    let mut parts = vec![my_time(view, session, &props.mine), block("div", "what", what)];
    parts.extend(zone_times(view, session, &props.columns));
    parts.extend(action(props, session));
    let values = vec![class.into(), "session".into(), session.id.clone().into()];
    el("li", &["class", "part", "data-session"], values, parts)
}

fn my_time(view: &View, session: &Session, mine: &str) -> Html {
    let say = view.lang.widget();
    let parts = match session.when {
        When::Timed { start, end } => {
            time_range(view, start, end, view.viewer.zone.as_ref(), mine, session.day)
        }
        When::Floating { start, end } => floating_range(view, start, end, session.day),
        When::AllDay(_) => vec![text(say.all_day)],
        When::Open => vec![text(say.open_time)],
    };
    el("p", &["class", "part"], vec!["mine".into(), "your-time".into()], parts)
}

fn zone_times(view: &View, session: &Session, columns: &[Column]) -> Option<Html> {
    if let When::Floating { .. } = session.when {
        let words = item(vec![line("span", "place", view.lang.widget().local_time)]);
        return Some(el("ul", &["class", "part"], vec!["zones".into(), "zones".into()], vec![words]));
    }
    let start = session.start()?;
    let entry = |column: &Column| {
        let time = zone_time(view, start, &column.zone, &column.label, session.day);
        let place = vec!["place".into(), "true".into()];
        let place = el("span", &["class", "aria-hidden"], place, vec![text(&column.label)]);
        item(vec![block("span", "time", time), text(" "), place])
    };
    let entries = columns.iter().map(entry).collect();
    Some(el("ul", &["class", "part"], vec!["zones".into(), "zones".into()], entries))
}

/// An entry of a list.
pub fn item(children: Vec<Html>) -> Html {
    el("li", &[], Vec::new(), children)
}

fn status(view: &View, session: &Session) -> Option<Html> {
    let say = view.lang.widget();
    let words = match session.status {
        SessionStatus::Confirmed => return None,
        SessionStatus::Tentative => say.tentative.to_owned(),
        SessionStatus::Cancelled => say.cancelled.to_owned(),
        SessionStatus::Postponed => say.postponed.to_owned(),
        SessionStatus::Rescheduled => {
            fill(say.rescheduled, &[("time", &view.moment(session.previous_start?))])
        }
    };
    Some(el("p", &["class", "part"], vec!["status".into(), "status".into()], vec![text(&words)]))
}

/// Length, track and venue.
fn facts(view: &View, session: &Session) -> Html {
    let agenda = view.agenda();
    let mut facts = Vec::new();
    if let Some(minutes) = session.minutes() {
        facts.push(item(vec![text(&labels::length(minutes))]));
    }
    if let Some(track) = session.track.as_deref().and_then(|id| agenda.track(id)) {
        let mut parts = Vec::new();
        parts.extend(track.color.clone().map(dot));
        parts.push(text(view.text(&track.name)));
        facts.push(item(parts));
    }
    if let Some(venue) = session.venue.as_deref().and_then(|id| agenda.venue(id)) {
        let mut words = view.text(&venue.name).to_owned();
        if let (Some(VenueKind::Onsite), Some(address)) = (venue.kind, &venue.address) {
            words.push_str(", ");
            words.push_str(address);
        }
        facts.push(item(vec![text(&words)]));
    }
    if session.kind == SessionKind::Session && session.registration.mode == Some(SessionMode::Closed) {
        facts.push(item(vec![text(view.lang.widget().session_closed)]));
    }
    block("ul", "facts", facts)
}

/// The track's colour; an SVG, since inline styles are not for guests.
fn dot(color: String) -> Html {
    let circle = el(
        "circle",
        &["cx", "cy", "r", "fill"],
        vec!["4".into(), "4".into(), "4".into(), color.into()],
        Vec::new(),
    );
    el(
        "svg",
        &["class", "viewBox", "aria-hidden"],
        vec!["dot".into(), "0 0 8 8".into(), "true".into()],
        vec![circle],
    )
}

fn speakers(view: &View, session: &Session) -> Vec<Html> {
    let speakers = session.speakers.iter().filter_map(|id| view.agenda().speaker(id));
    speakers
        .map(|speaker| {
            let mut rest = String::new();
            if let Some(role) = &speaker.role {
                rest.push_str(", ");
                rest.push_str(view.text(role));
            }
            if let Some(organization) = &speaker.organization {
                rest.push_str(" · ");
                rest.push_str(organization);
            }
            block("p", "speaker", vec![line("span", "name", &speaker.name), text(&rest)])
        })
        .collect()
}

fn link_to(view: &View, link: &SessionLink) -> Html {
    let say = view.lang.widget();
    let name = match link.rel {
        LinkRel::Join => say.link_join,
        LinkRel::Recording => say.link_recording,
        LinkRel::Slides => say.link_slides,
        LinkRel::Report => say.link_report,
        LinkRel::Register => say.link_register,
        LinkRel::More => say.link_more,
    };
    let name = link.label.as_ref().map_or(name, |label| view.text(label));
    el(
        "a",
        &["href", "rel"],
        vec![view.address(&link.url).into(), "noopener noreferrer".into()],
        vec![text(name)],
    )
}

fn action(props: &SessionProps, session: &Session) -> Option<Html> {
    let chosen = props.chosen.filter(|_| session.is_open())?;
    let say = props.view.lang.widget();
    let id = session.id.clone();
    let toggle = props.on_choice.reform(move |_| ChoiceAction::Toggle(id.clone()));
    let tick = chosen.then(|| {
        let path = el("path", &["d"], vec!["M1.5 6.5l3 3 6-7".into()], Vec::new());
        let values = vec!["tick".into(), "0 0 12 12".into(), "true".into()];
        el("svg", &["class", "viewBox", "aria-hidden"], values, vec![path])
    });
    let button = html! {
        <button type="button" class="choose" aria-pressed={chosen.to_string()} onclick={toggle}>
            {tick}
            {if chosen { say.added } else { say.add }}
            {line("span", "spoken", &format!(": {}", props.view.text(&session.title)))}
        </button>
    };
    Some(block("p", "action", vec![button]))
}
