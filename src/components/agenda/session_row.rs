//! One session: my time, its title, the countries' times, the button.

use super::calendar_menu::calendar_menu;
use super::zone_time::{floating_range, now_and_before, time_range, zone_time};
use crate::components::parts::{block, el, line, text};
use crate::components::prose::prose;
use crate::state::ChoiceAction;
use crate::view::{View, ViewRef};
use huso_agenda::event_file::{
    LinkRel, SessionKind, SessionLink, SessionMode, SessionStatus, Venue, VenueKind,
};
use huso_agenda::i18n::fill;
use huso_agenda::timetable::Column;
use huso_agenda::{Instant, Offsets, Phase, Session, When, labels, phase};
use std::rc::Rc;
use web_sys::MouseEvent;
use yew::{Callback, Component, Context, Html, Properties, html};

/// Properties of [`SessionRow`].
#[derive(Properties, PartialEq)]
pub struct SessionProps {
    /// The event.
    pub view: ViewRef,
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// Where it stands.
    pub phase: Option<Phase>,
    /// Whether it was added or only changed since the visitor looked last; `None` if neither.
    pub is_new: Option<bool>,
    /// The day's columns.
    pub columns: Rc<Vec<Column>>,
    /// What the visitor's own time is called.
    pub mine: String,
    /// Whether it is chosen; `None` where nothing can be.
    pub chosen: Option<bool>,
    /// Adds it to the choice or takes it out.
    pub on_choice: Callback<ChoiceAction>,
}

/// One session. What it is told is that its way into the calendar is opened, or closed.
pub struct SessionRow {
    calendar_open: bool,
}

impl Component for SessionRow {
    type Message = ();
    type Properties = SessionProps;

    fn create(_: &Context<Self>) -> Self {
        Self { calendar_open: false }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.calendar_open = !self.calendar_open;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let toggle = context.link().callback(|_| ());
        row(context.props(), self.calendar_open, toggle).unwrap_or_default()
    }
}

fn row(props: &SessionProps, calendar_open: bool, toggle: Callback<MouseEvent>) -> Option<Html> {
    let view = &props.view;
    let session = view.agenda().sessions.get(props.index)?;
    let title = vec![text(view.text(&session.title))];
    let values = vec![title_id(props.index).into(), "session-title".into()];
    let mut what = vec![el("h4", &["id", "part"], values, title)];
    what.extend(props.is_new.map(|is_new| mark(view, is_new)));
    what.extend(statuses(view, session));
    what.push(facts(view, session));
    what.extend(speakers(view, session));
    what.extend(session.summary.as_ref().map(|summary| prose("summary", view.text(summary))));
    let calendar = calendar_menu(view, session, calendar_open, toggle);
    what.extend(links(view, session, props.phase, calendar));
    let mut parts = vec![my_time(props, session), block("div", "what", what)];
    parts.extend(zone_times(view, session, &props.columns));
    parts.extend(action(props, session));
    let values = vec![class(session, props).into(), "session".into(), session.id.clone().into()];
    Some(el("li", &["class", "part", "data-session"], values, parts))
}

/// The id of a session's title, to which others lead.
pub fn title_id(index: usize) -> String {
    "session-".to_owned() + &index.to_string()
}

/// The names by which styles know what becomes of a session.
fn class(session: &Session, props: &SessionProps) -> String {
    let mut class = "session".to_owned();
    let words = [
        (session.status == SessionStatus::Cancelled, " off gone"),
        (session.status == SessionStatus::Postponed, " off"),
        (session.kind == SessionKind::Break, " pause"),
        (matches!(props.phase, Some(Phase::Now(_))), " now"),
        (props.phase == Some(Phase::Ended), " ended"),
    ];
    for (holds, word) in words {
        class.push_str(if holds { word } else { "" });
    }
    class
}

fn my_time(props: &SessionProps, session: &Session) -> Html {
    let (view, say) = (&props.view, props.view.lang.widget());
    let mut parts = match session.when {
        When::Timed { start, end } => {
            let zone = view.viewer.zone.as_ref();
            let time = time_range(view, start, end, zone, &props.mine, session.day);
            rescheduled(view, session, start, zone, &props.mine, time)
        }
        When::Floating { start, end } => floating_range(view, start, end, session.day),
        When::AllDay(_) => vec![text(say.all_day)],
        When::Open => vec![text(say.open_time)],
    };
    if let Some(phase) = props.phase.and_then(|phase| standing(view, phase)) {
        parts.push(text(" "));
        parts.push(line("span", "phase", &phase));
    }
    el("p", &["class", "part"], vec!["mine".into(), "your-time".into()], parts)
}

/// Where a session stands, in words.
fn standing(view: &View, phase: Phase) -> Option<String> {
    let say = view.lang.live();
    let within = |text, minutes| fill(text, &[("time", &labels::length(minutes))]);
    Some(match phase {
        Phase::Upcoming => return None,
        Phase::Soon(minutes) => within(say.starts_in, minutes),
        Phase::Now(None) => say.now.to_owned(),
        Phase::Now(Some(minutes)) => say.now.to_owned() + ", " + &within(say.ends_in, minutes),
        Phase::Ended => say.ended.to_owned(),
    })
}

/// A session's time, beside the one before it was rescheduled.
fn rescheduled(
    view: &View,
    session: &Session,
    start: Instant,
    zone: &dyn Offsets,
    place: &str,
    time: Vec<Html>,
) -> Vec<Html> {
    match session.previous_start.filter(|before| *before != start && !session.is_off()) {
        Some(before) => now_and_before(view, time, zone_time(view, before, zone, place, session.day)),
        None => time,
    }
}

fn zone_times(view: &View, session: &Session, columns: &[Column]) -> Option<Html> {
    if let When::Floating { .. } = session.when {
        let words = item(vec![line("span", "place", view.lang.widget().local_time)]);
        return Some(el("ul", &["class", "part"], vec!["zones".into(), "zones".into()], vec![words]));
    }
    let start = session.start()?;
    let entry = |column: &Column| {
        let time = zone_time(view, start, &column.zone, &column.label, session.day);
        let time = rescheduled(view, session, start, &column.zone, &column.label, time);
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

/// That it is new since the visitor looked last, or changed.
fn mark(view: &View, is_new: bool) -> Html {
    let say = view.lang.live();
    line("p", "fresh", if is_new { say.change_added } else { say.change_mark })
}

/// Whether and where it takes place, if that is not as it was announced.
fn statuses(view: &View, session: &Session) -> Vec<Html> {
    let say = view.lang.widget();
    let status = match session.status {
        SessionStatus::Confirmed => None,
        SessionStatus::Tentative => Some(say.tentative.to_owned()),
        SessionStatus::Cancelled => Some(say.cancelled.to_owned()),
        SessionStatus::Postponed => Some(say.postponed.to_owned()),
        SessionStatus::Rescheduled => Some(say.rescheduled.to_owned()),
    };
    let entry = |words: String| {
        el("p", &["class", "part"], vec!["status".into(), "status".into()], vec![text(&words)])
    };
    status.into_iter().chain(moved(view, session)).map(entry).collect()
}

/// That it moved to another venue, or online.
fn moved(view: &View, session: &Session) -> Option<String> {
    let (agenda, say) = (view.agenda(), view.lang.live());
    let before = agenda.venue(session.previous_venue.as_deref()?)?;
    let after = session.venue.as_deref().and_then(|id| agenda.venue(id))?;
    let is_online = |venue: &Venue| venue.kind.unwrap_or_default() == VenueKind::Online;
    let text = if is_online(after) && !is_online(before) { say.moved_online } else { say.moved };
    (before.id != after.id && !session.is_off()).then(|| fill(text, &[("venue", view.text(&before.name))]))
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

/// The links of use in a phase; and that one to connect will be. `calendar` is the last of them.
fn links(view: &View, session: &Session, phase: Option<Phase>, calendar: Option<Html>) -> Option<Html> {
    let mut entries = Vec::new();
    if phase::waits(session, phase) {
        entries.push(block("li", "later", vec![text(view.lang.live().join_later)]));
    }
    entries.extend(phase::links(session, phase).into_iter().map(|link| item(vec![link_to(view, link)])));
    entries.extend(calendar);
    (!entries.is_empty()).then(|| block("ul", "links", entries))
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
    let class = if link.rel == LinkRel::Join { "button primary" } else { "" };
    el(
        "a",
        &["class", "href", "rel"],
        vec![class.into(), view.address(&link.url).into(), "noopener noreferrer".into()],
        vec![text(name)],
    )
}

fn action(props: &SessionProps, session: &Session) -> Option<Html> {
    let chosen =
        props.chosen.filter(|chosen| session.is_open() && (*chosen || props.phase != Some(Phase::Ended)))?;
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
