//! A session's times: the visitor's, and the countries'.

use super::times::{now_and_before, time_range, zone_time};
use crate::context::{LocaleContext, use_event, use_locale, use_zones};
use huso_agenda::timetable::Column;
use huso_agenda::zone::Floating;
use huso_agenda::{Offsets, Phase, Session, When};
use huso_i18n::{Texts as _, fill, labels};
use yew::{Html, Properties, component, html};

/// Properties of [`YourTime`].
#[derive(Properties, PartialEq)]
pub struct YourTimeProps {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// Where it stands.
    pub phase: Option<Phase>,
}

/// The visitor's time, and where the session stands. All of a row that another choice of a zone changes.
#[component]
pub fn YourTime(props: &YourTimeProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let texts = locale.lang.widget();
    let time = match session.when {
        When::Timed { .. } if event.is_prerendered => {
            return html! { <p class="mine unknown" part="your-time"></p> };
        }
        When::Timed { start, end } => {
            let (zone, place) = (zones.viewer.zone.as_ref(), zones.your_time(locale));
            let time = time_range(locale, (start, end), zone, &place, session.day);
            with_time_before(time, session, zone, &place, locale)
        }
        When::Floating { start, end } => {
            let span = (start.and_utc(), end.map(|end| end.and_utc()));
            time_range(locale, span, &Floating, texts.local_time, session.day)
        }
        When::AllDay(_) => texts.all_day.into(),
        When::Open => texts.open_time.into(),
    };
    html! {
        <p class="mine" part="your-time">
            {time}
            if let Some(words) = props.phase.and_then(|phase| phase_words(phase, locale)) {
                {" "}<span class="phase">{words}</span>
            }
        </p>
    }
}

/// Where a session stands, in words.
fn phase_words(phase: Phase, locale: LocaleContext) -> Option<String> {
    let texts = locale.lang.live();
    let within = |text, minutes| fill(text, &[("time", &labels::length(minutes))]);
    match phase {
        Phase::Upcoming => None,
        Phase::Soon(minutes) => Some(within(texts.starts_in, minutes)),
        Phase::Now(None) => Some(texts.now.to_owned()),
        Phase::Now(Some(minutes)) => Some(format!("{}, {}", texts.now, within(texts.ends_in, minutes))),
        Phase::Ended => Some(texts.ended.to_owned()),
    }
}

/// The time in each of the day's columns, with its place.
pub fn zone_times(session: &Session, columns: &[Column], locale: LocaleContext) -> Html {
    match session.when {
        When::Timed { start, .. } => html! {
            <ul class="zones" part="zones">
                for Column { zone, label } in columns {
                    <li>
                        {with_time_before(
                            zone_time(locale, start, zone, label, session.day), session, zone, label, locale,
                        )}
                        {" "}
                        <span class="place" aria-hidden="true">{label}</span>
                    </li>
                }
            </ul>
        },
        When::Floating { .. } => html! {
            <ul class="zones" part="zones">
                <li><span class="place">{locale.lang.widget().local_time}</span></li>
            </ul>
        },
        When::AllDay(_) | When::Open => Html::default(),
    }
}

/// A session's time, and beside it the one before it was rescheduled.
fn with_time_before(
    time: Html,
    session: &Session,
    zone: &dyn Offsets,
    place: &str,
    locale: LocaleContext,
) -> Html {
    let differs = |before: &_| Some(*before) != session.start() && !session.is_off();
    match session.previous_start.filter(differs) {
        Some(before) => now_and_before(locale, time, zone_time(locale, before, zone, place, session.day)),
        None => time,
    }
}
