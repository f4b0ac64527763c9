//! One session: my time, its title, the countries' times, the button.

use super::zone_time::{time_range, zone_time};
use crate::components::prose::prose;
use crate::state::ChoiceAction;
use crate::view::{View, ViewRef};
use huso_agenda::event_file::{LinkRel, SessionKind, SessionLink, SessionMode, SessionStatus, VenueKind};
use huso_agenda::i18n::fill;
use huso_agenda::timetable::Column;
use huso_agenda::{Session, When, labels};
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html};

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
    let Some(session) = view.agenda().sessions.get(props.index) else { return Html::default() };
    let off = matches!(session.status, SessionStatus::Cancelled | SessionStatus::Postponed);
    let pause = session.kind == SessionKind::Break;
    html! {
        <li
            class={classes!("session", off.then_some("off"), pause.then_some("pause"))}
            part="session"
            data-session={session.id.clone()}
        >
            {my_time(view, session, &props.mine)}
            <div class="what">
                <h4 part="session-title">{view.text(&session.title).to_owned()}</h4>
                {status(view, session)}
                {facts(view, session)}
                if let Some(summary) = &session.summary {
                    <div class="summary">{prose(view.text(summary))}</div>
                }
                {links(view, session)}
            </div>
            {zone_times(view, session, &props.columns)}
            {action(props, session)}
        </li>
    }
}

fn my_time(view: &View, session: &Session, mine: &str) -> Html {
    let say = view.lang.widget();
    match session.when {
        When::Timed { start, end } => html! {
            <p class="mine" part="your-time">
                <span class="spoken">{format!("{mine}: ")}</span>
                {time_range(view, start, end, view.viewer.zone.as_ref(), session.day)}
            </p>
        },
        When::AllDay(_) => html! { <p class="mine">{say.all_day}</p> },
        When::Open => html! { <p class="mine">{say.open_time}</p> },
    }
}

fn zone_times(view: &View, session: &Session, columns: &[Column]) -> Html {
    let Some(start) = session.start() else { return Html::default() };
    html! {
        <ul class="zones" part="zones">
            for column in columns {
                <li>
                    <span class="time">{zone_time(view, start, &column.zone, session.day)}</span>
                    {" "}
                    <span class="place">{column.label.clone()}</span>
                </li>
            }
        </ul>
    }
}

fn status(view: &View, session: &Session) -> Html {
    let say = view.lang.widget();
    let text = match session.status {
        SessionStatus::Confirmed => return Html::default(),
        SessionStatus::Tentative => say.tentative.to_owned(),
        SessionStatus::Cancelled => say.cancelled.to_owned(),
        SessionStatus::Postponed => say.postponed.to_owned(),
        SessionStatus::Rescheduled => {
            let Some(before) = session.previous_start else { return Html::default() };
            fill(say.rescheduled, &[("time", &view.moment(before))])
        }
    };
    html! { <p class="status" part="status">{text}</p> }
}

/// Track, length, venue and speakers.
fn facts(view: &View, session: &Session) -> Html {
    let say = view.lang.widget();
    let agenda = view.agenda();
    let minutes = match session.when {
        When::Timed { start, end: Some(end) } => Some(end.signed_duration_since(start).num_minutes()),
        _ => None,
    };
    let track = session.track.as_deref().and_then(|id| agenda.track(id));
    let venue = session.venue.as_deref().and_then(|id| agenda.venue(id));
    let speakers = session.speakers.iter().filter_map(|id| agenda.speaker(id));
    html! {
        <>
            <ul class="facts">
                if let Some(minutes) = minutes {
                    <li>{labels::length(minutes)}</li>
                }
                if let Some(track) = track {
                    <li>
                        if let Some(color) = track.color.clone().filter(|color| huso_agenda::agenda::is_color(color)) {
                            <svg class="dot" viewBox="0 0 8 8" aria-hidden="true">
                                <circle cx="4" cy="4" r="4" fill={color} />
                            </svg>
                        }
                        {view.text(&track.name).to_owned()}
                    </li>
                }
                if let Some(venue) = venue {
                    <li>
                        {view.text(&venue.name).to_owned()}
                        if venue.kind == Some(VenueKind::Onsite) {
                            if let Some(address) = &venue.address {
                                {format!(", {address}")}
                            }
                        }
                    </li>
                }
                if session.kind == SessionKind::Session && session.registration.mode == Some(SessionMode::Closed) {
                    <li>{say.session_closed}</li>
                }
            </ul>
            for speaker in speakers {
                <p class="speaker">
                    <span class="name">{speaker.name.clone()}</span>
                    {speaker.role.as_ref().map(|role| format!(", {}", view.text(role)))}
                    {speaker.organization.as_ref().map(|organization| format!(" · {organization}"))}
                </p>
            }
        </>
    }
}

fn links(view: &View, session: &Session) -> Html {
    if session.links.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="links">
            for link in &session.links {
                <li>
                    <a href={view.address(&link.url)} rel="noopener noreferrer">{link_text(view, link)}</a>
                </li>
            }
        </ul>
    }
}

fn link_text(view: &View, link: &SessionLink) -> String {
    let say = view.lang.widget();
    if let Some(label) = &link.label {
        return view.text(label).to_owned();
    }
    match link.rel {
        LinkRel::Join => say.link_join,
        LinkRel::Recording => say.link_recording,
        LinkRel::Slides => say.link_slides,
        LinkRel::Report => say.link_report,
        LinkRel::Register => say.link_register,
        LinkRel::More => say.link_more,
    }
    .to_owned()
}

fn action(props: &SessionProps, session: &Session) -> Html {
    let Some(chosen) = props.chosen.filter(|_| session.is_open()) else { return Html::default() };
    let say = props.view.lang.widget();
    let toggle = {
        let id = session.id.clone();
        props.on_choice.reform(move |_| ChoiceAction::Toggle(id.clone()))
    };
    html! {
        <p class="action">
            <button type="button" class="choose" aria-pressed={chosen.to_string()} onclick={toggle}>
                if chosen {
                    <svg class="tick" viewBox="0 0 12 12" aria-hidden="true"><path d="M1.5 6.5l3 3 6-7" /></svg>
                    {say.added}
                } else {
                    {say.add}
                }
                <span class="spoken">{format!(": {}", props.view.text(&session.title))}</span>
            </button>
        </p>
    }
}
