//! Title, days and sessions.

use super::agenda_head::AgendaHead;
use super::day::Day;
use super::other_rules::OtherRules;
use super::row_state::{RowState, SessionNews};
use super::zone_choice::ZoneChoice;
use crate::choice::{Choice, ChoiceAction};
use crate::context::{use_event, use_locale, use_zones};
use crate::hooks::use_drawn_rows;
use huso_agenda::event_file::{SessionKind, SessionMode};
use huso_agenda::{Changed, Instant, Offsets, Phase, Progress, Session, When, phase};
use huso_i18n::{Texts as _, fill};
use huso_registration::sessions::takes_registrations;
use huso_registration::wire::{Seats, SeatsLeft, SeatsState};
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html, use_effect_with, use_memo};

/// Properties of [`Agenda`].
#[derive(Properties, PartialEq)]
pub struct AgendaProps {
    /// Where the sessions stand.
    pub progress: Rc<Progress>,
    /// What changed since the visitor looked last.
    pub changed: Rc<Vec<Changed>>,
    /// The session to jump to, where that is of use: which of the agenda's it is, from 0.
    pub current: Option<usize>,
    /// When the agenda was last known to be the newest, if it may not be now.
    pub outdated: Option<Instant>,
    /// Now.
    pub now: Instant,
    /// What is chosen; `None` where nothing can be.
    pub choice: Option<Choice>,
    /// How many seats are left; nothing is known of them where nothing can be chosen.
    #[prop_or_default]
    pub seats: Rc<Seats>,
    /// Adds a session to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
    /// Takes the name of the zone that the visitor chose; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
    /// Called with `true` once all rows are drawn.
    #[prop_or_default]
    pub on_drawn: Callback<bool>,
}

/// Title, days and sessions.
#[component]
pub fn Agenda(props: &AgendaProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let ahead = use_memo((event.clone(), zones.clone(), props.now), |(event, zones, now)| {
        ahead(event.agenda(), *now, zones.device.as_ref())
    });
    let (agenda, texts) = (event.agenda(), locale.lang.widget());
    let has_times = agenda.sessions.iter().any(|session| session.start().is_some());
    let total = agenda.sessions.len();
    let drawn = use_drawn_rows(total);
    use_effect_with((drawn == total, props.on_drawn.clone()), |(is_drawn, on_drawn)| {
        if *is_drawn {
            on_drawn.emit(true);
        }
    });
    // On a server there are no later tasks.
    let drawn = if event.is_prerendered { total } else { drawn };
    let mut first = 0;
    let days = agenda.days().into_iter().map(|day| {
        let start = first;
        first += day.sessions.len();
        let drawn = day.sessions.iter().take(drawn.saturating_sub(start));
        let rows: Vec<RowState> =
            (start..).zip(drawn).map(|(index, session)| row(props, &ahead, index, session)).collect();
        let count = day.sessions.len();
        html! {
            if !rows.is_empty() {
                <Day date={day.date} first={start} {count} {rows} on_choose={&props.on_choose} />
            }
        }
    });
    html! {
        <div class={classes!("agenda", props.progress.is_over().then_some("past"))}>
            <AgendaHead progress={&props.progress} current={props.current} outdated={props.outdated}
                has_calendar={ahead.contains(&true)} go={&props.go} />
            if agenda.sessions.is_empty() {
                <p class="notice">{texts.empty}</p>
            }
            if zones.is_choosable && has_times {
                <ZoneChoice on_zone={&props.on_zone} />
            }
            <OtherRules />
            for day in days { {day} }
            <p class="rules">{fill(texts.rules, &[("release", &agenda.database.used())])}</p>
        </div>
    }
}

/// The state of a row, whose session is the agenda's at `index`.
fn row(props: &AgendaProps, ahead: &[bool], index: usize, session: &Session) -> RowState {
    let is_for_calendars = !session.is_off() && session.kind != SessionKind::Break;
    let phase = props.progress.phases.get(index).copied().flatten();
    RowState {
        phase,
        news: SessionNews::of(&session.id, &props.changed),
        is_chosen: props.choice.as_ref().map(|choice| choice.ids.contains(&session.id)),
        is_in_plan: None,
        seats: seats(props, session).filter(|_| phase != Some(Phase::Ended)),
        has_calendar: is_for_calendars && ahead.get(index) == Some(&true),
    }
}

/// The seats of a session for which one registers, where there are not enough. The event file's word goes first.
fn seats(props: &AgendaProps, session: &Session) -> Option<SeatsLeft> {
    let seats = *props.seats.sessions.get(&session.id).filter(|_| takes_registrations(session))?;
    let is_told = match session.registration.mode.unwrap_or_default() {
        SessionMode::Closed | SessionMode::None => false,
        SessionMode::Full => seats.state == SeatsState::Full,
        SessionMode::Open | SessionMode::Waitlist | SessionMode::Invitation => {
            seats.state != SeatsState::Free
        }
    };
    is_told.then_some(seats)
}

/// Of each session, whether there is a time for a calendar and it is not over, on a device whose clocks
/// are `here`.
fn ahead(agenda: &huso_agenda::Agenda, now: Instant, here: &dyn Offsets) -> Vec<bool> {
    let wall = here.wall_time(now);
    let is_ahead = |session: &Session| match phase::lasting(agenda, session) {
        When::Timed { start, end } => end.unwrap_or(start) >= now,
        When::Floating { start, end } => end.unwrap_or(start) >= wall,
        When::AllDay(date) => date >= wall.date(),
        When::Open => false,
    };
    agenda.sessions.iter().map(is_ahead).collect()
}
