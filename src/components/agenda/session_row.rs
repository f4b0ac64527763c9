//! One session: my time, its title, the countries' times, the button.

use super::calendar_menu::{calendar_menu, has_calendar_menu};
use super::zone_time::{floating_range, now_and_before, time_range, zone_time};
use crate::components::prose::paragraphs;
use crate::components::tree::Tree;
use crate::state::ChoiceAction;
use crate::view::{View, ViewRef};
use huso_agenda::event_file::{
    LinkRel, SessionKind, SessionLink, SessionMode, SessionStatus, Venue, VenueKind,
};
use huso_agenda::text::one_line;
use huso_agenda::timetable::Column;
use huso_agenda::{Offsets, Phase, Session, When, phase};
use huso_i18n::{Texts as _, fill, labels};
use std::rc::Rc;
use web_sys::MouseEvent;
use yew::{Callback, Component, Context, Html, Properties};

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
        let (props, toggle) = (context.props(), context.link().callback(|_| ()));
        match props.view.agenda().sessions.get(props.index) {
            Some(session) => Tree::of(|tree| row(tree, props, session, self.calendar_open, toggle)),
            None => Html::default(),
        }
    }
}

fn row(
    tree: &mut Tree,
    props: &SessionProps,
    session: &Session,
    calendar_open: bool,
    toggle: Callback<MouseEvent>,
) {
    let view = &props.view;
    tree.with("li|class|part=session|data-session", &[&class(session, props), &session.id], |tree| {
        my_time(tree, props, session);
        tree.el("div|class=what", |tree| {
            let title = view.text(&session.title);
            tree.with("h4|id|part=session-title", &[&title_id(props.index)], |tree| tree.text(title));
            if let Some(is_new) = props.is_new {
                let say = view.lang.live();
                tree.line("p|class=fresh", if is_new { say.change_added } else { say.change_mark });
            }
            statuses(tree, view, session);
            facts(tree, view, session);
            speakers(tree, view, session);
            if let Some(summary) = &session.summary {
                paragraphs(tree, "summary", view.text(summary));
            }
            links(tree, props, session, calendar_open, toggle);
        });
        zone_times(tree, view, session, &props.columns);
        action(tree, props, session);
    });
}

/// The id of a session's title, to which others lead.
pub fn title_id(index: usize) -> String {
    "session-".to_owned() + &index.to_string()
}

/// The names by which styles know what becomes of a session.
fn class(session: &Session, props: &SessionProps) -> String {
    let mut class = "session".to_owned();
    let mut add = |holds: bool, word| class.push_str(if holds { word } else { "" });
    add(session.is_off(), " off");
    add(session.status == SessionStatus::Cancelled, " gone");
    add(session.kind == SessionKind::Break, " pause");
    add(matches!(props.phase, Some(Phase::Now(_))), " now");
    add(props.phase == Some(Phase::Ended), " ended");
    class
}

fn my_time(tree: &mut Tree, props: &SessionProps, session: &Session) {
    let (view, say) = (&props.view, props.view.lang.widget());
    tree.el("p|class=mine|part=your-time", |tree| {
        match session.when {
            When::Timed { start, end } => {
                let zone = view.viewer.zone.as_ref();
                rescheduled(tree, view, session, zone, &props.mine, &mut |tree| {
                    time_range(tree, view, (start, end), zone, &props.mine, session.day);
                });
            }
            When::Floating { start, end } => floating_range(tree, view, start, end, session.day),
            When::AllDay(_) => tree.text(say.all_day),
            When::Open => tree.text(say.open_time),
        }
        if let Some(phase) = props.phase.and_then(|phase| standing(view, phase)) {
            tree.text(" ");
            tree.line("span|class=phase", &phase);
        }
    });
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

/// A session's time, and beside it the one before it was rescheduled.
fn rescheduled(
    tree: &mut Tree,
    view: &View,
    session: &Session,
    zone: &dyn Offsets,
    place: &str,
    time: &mut dyn FnMut(&mut Tree),
) {
    match session.previous_start.filter(|before| Some(*before) != session.start() && !session.is_off()) {
        Some(before) => now_and_before(tree, view, time, &mut |tree| {
            zone_time(tree, view, before, zone, place, session.day);
        }),
        None => time(tree),
    }
}

fn zone_times(tree: &mut Tree, view: &View, session: &Session, columns: &[Column]) {
    let floating = matches!(session.when, When::Floating { .. });
    let start = session.start();
    if start.is_none() && !floating {
        return;
    }
    tree.el("ul|class=zones|part=zones", |tree| {
        if floating {
            tree.el("li", |tree| tree.line("span|class=place", view.lang.widget().local_time));
        }
        let Some(start) = start else { return };
        for Column { zone, label } in columns {
            tree.el("li", |tree| {
                tree.el("span|class=time", |tree| {
                    rescheduled(tree, view, session, zone, label, &mut |tree| {
                        zone_time(tree, view, start, zone, label, session.day);
                    });
                });
                tree.text(" ");
                tree.line("span|class=place|aria-hidden=true", label);
            });
        }
    });
}

/// Whether and where it takes place, if that is not as it was announced.
fn statuses(tree: &mut Tree, view: &View, session: &Session) {
    let say = view.lang.widget();
    let status = match session.status {
        SessionStatus::Confirmed => None,
        SessionStatus::Tentative => Some(say.tentative),
        SessionStatus::Cancelled => Some(say.cancelled),
        SessionStatus::Postponed => Some(say.postponed),
        SessionStatus::Rescheduled => Some(say.rescheduled),
    };
    for words in [status.map(str::to_owned), moved(view, session)].into_iter().flatten() {
        tree.line("p|class=status|part=status", &words);
    }
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
fn facts(tree: &mut Tree, view: &View, session: &Session) {
    let agenda = view.agenda();
    tree.el("ul|class=facts", |tree| {
        if let Some(minutes) = session.minutes() {
            tree.line("li", &labels::length(minutes));
        }
        if let Some(track) = session.track.as_deref().and_then(|id| agenda.track(id)) {
            tree.el("li", |tree| {
                if let Some(color) = &track.color {
                    // An SVG, since inline styles are not for guests.
                    tree.el("svg|class=dot|viewBox=0 0 8 8|aria-hidden=true", |tree| {
                        tree.with("circle|cx=4|cy=4|r=4|fill", &[color], |_| {});
                    });
                }
                tree.text(view.text(&track.name));
            });
        }
        if let Some(venue) = session.venue.as_deref().and_then(|id| agenda.venue(id)) {
            let mut words = view.text(&venue.name).to_owned();
            if let (Some(VenueKind::Onsite), Some(address)) = (venue.kind, &venue.address) {
                words.push_str(", ");
                words.push_str(&one_line(address, ", "));
            }
            tree.line("li", &words);
        }
        if session.kind == SessionKind::Session && session.registration.mode == Some(SessionMode::Closed) {
            tree.line("li", view.lang.widget().session_closed);
        }
    });
}

fn speakers(tree: &mut Tree, view: &View, session: &Session) {
    for speaker in session.speakers.iter().filter_map(|id| view.agenda().speaker(id)) {
        let mut rest = String::new();
        if let Some(role) = &speaker.role {
            rest.push_str(", ");
            rest.push_str(view.text(role));
        }
        if let Some(organization) = &speaker.organization {
            rest.push_str(" · ");
            rest.push_str(organization);
        }
        tree.el("p|class=speaker", |tree| {
            tree.line("span|class=name", &speaker.name);
            tree.text(&rest);
        });
    }
}

/// The links of use in a phase, that one to connect will be, and the way into the calendar.
fn links(
    tree: &mut Tree,
    props: &SessionProps,
    session: &Session,
    calendar_open: bool,
    toggle: Callback<MouseEvent>,
) {
    let (view, phase) = (&props.view, props.phase);
    let (waits, links) = (phase::waits(session, phase), phase::links(session, phase));
    if !waits && links.is_empty() && !has_calendar_menu(view, session) {
        return;
    }
    tree.el("ul|class=links", |tree| {
        if waits {
            tree.line("li|class=later", view.lang.live().join_later);
        }
        for link in links {
            tree.el("li", |tree| link_to(tree, view, link));
        }
        calendar_menu(tree, view, session, calendar_open, toggle);
    });
}

fn link_to(tree: &mut Tree, view: &View, link: &SessionLink) {
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
    let values = [class, &view.address(&link.url)];
    tree.with("a|class|href|rel=noopener noreferrer", &values, |tree| tree.text(name));
}

fn action(tree: &mut Tree, props: &SessionProps, session: &Session) {
    let is_over = props.phase == Some(Phase::Ended);
    let Some(chosen) = props.chosen.filter(|chosen| session.is_open() && (*chosen || !is_over)) else {
        return;
    };
    let say = props.view.lang.widget();
    let id = session.id.clone();
    let toggle = props.on_choice.reform(move |_| ChoiceAction::Toggle(id.clone()));
    tree.el("p|class=action", |tree| {
        let pressed = if chosen { "true" } else { "false" };
        tree.with("button|type=button|class=choose|aria-pressed", &[pressed], |tree| {
            tree.on_click(toggle);
            if chosen {
                tree.el("svg|class=tick|viewBox=0 0 12 12|aria-hidden=true", |tree| {
                    tree.el("path|d=M1.5 6.5l3 3 6-7", |_| {});
                });
            } else {
                tree.nothing();
            }
            tree.text(if chosen { say.added } else { say.add });
            tree.line("span|class=spoken", &[": ", props.view.text(&session.title)].concat());
        });
    });
}
