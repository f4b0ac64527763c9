//! What stands above the days.

use super::jump_button::JumpButton;
use super::whole_calendar::WholeCalendar;
use crate::components::prose::Paragraphs;
use crate::context::{LocaleContext, Zones, use_event, use_locale, use_zones};
use huso_agenda::chrono::NaiveTime;
use huso_agenda::{Agenda, Instant, Progress, phase};
use huso_i18n::{Texts as _, fill, labels};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// The id of the event's title, to which others lead.
pub const TITLE_ID: &str = "title";

/// Properties of [`AgendaHead`].
#[derive(Properties, PartialEq)]
pub struct AgendaHeadProps {
    /// Where the sessions stand.
    pub progress: Rc<Progress>,
    /// The session to jump to, where that is of use: which of the agenda's it is, from 0.
    pub current: Option<usize>,
    /// When the agenda was last known to be the newest, if it may not be now.
    pub outdated: Option<Instant>,
    /// Whether anything can still be put into a calendar.
    pub has_calendar: bool,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
}

/// Title, dates, who invites, and what holds for the whole agenda.
#[component]
pub fn AgendaHead(props: &AgendaHeadProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let (agenda, texts) = (event.agenda(), locale.lang.widget());
    let title = locale.text(&agenda.title);
    let names: Vec<&str> = agenda.organizers.iter().map(|organizer| organizer.name.as_str()).collect();
    html! {
        <header class="head">
            <h2 id={TITLE_ID} part="title">
                if let Some(url) = &agenda.url {
                    <a href={event.address(url)}>{title}</a>
                } else {
                    {title}
                }
            </h2>
            <p class="printed print-title" aria-hidden="true">{sheet_title(&zones, locale)}</p>
            if let Some(dates) = dates(agenda, locale) {
                <p class="dates">{dates}</p>
            }
            if let Some(summary) = &agenda.summary {
                <Paragraphs class="lead" text={locale.text(summary).to_owned()} />
            }
            if !names.is_empty() {
                <p class="by">{fill(texts.organized_by, &[("names", &names.join(" · "))])}</p>
            }
            if let Some(day) = phase::last_day(agenda).filter(|_| props.progress.is_over()) {
                <p class="over">{fill(texts.over, &[("date", &labels::full_date(day, locale.locale))])}</p>
            }
            if let Some(index) = props.current {
                <JumpButton {index} phase={props.progress.phases.get(index).copied().flatten()} go={&props.go} />
            }
            if let Some(instant) = props.outdated {
                <p class="outdated">
                    {outdated(zones.viewer.zone.wall_time(instant).time(), locale)}
                </p>
            }
            if props.has_calendar {
                <WholeCalendar />
            }
        </header>
    }
}

/// From the first day to the last: `9–17 de agosto de 2023`.
pub fn dates(agenda: &Agenda, locale: LocaleContext) -> Option<String> {
    let mut dates = agenda.sessions.iter().filter_map(|session| session.day);
    let first = dates.next()?;
    Some(labels::date_range(first, dates.next_back().unwrap_or(first), locale.locale))
}

/// Whose times a printed sheet has first: `Horario para México`.
fn sheet_title(zones: &Zones, locale: LocaleContext) -> String {
    let texts = locale.lang.widget();
    match zones.viewer_place() {
        "" => texts.sheet.to_owned(),
        place => fill(texts.sheet_for, &[("place", place)]),
    }
}

fn outdated(time: NaiveTime, locale: LocaleContext) -> String {
    let time = labels::clock(time, locale.hour_cycle, locale.locale);
    fill(locale.lang.live().stale, &[("time", &time)])
}
