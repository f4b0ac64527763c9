//! A session's times: the visitor's, and the countries'.

use super::row_column::RowColumn;
use super::times::{RowTime, held_before, now_holds, row_range, row_time};
use crate::context::{LocaleContext, use_event, use_locale, use_zones};
use huso_agenda::zone::Floating;
use huso_agenda::{Offsets, Session, When};
use huso_i18n::Texts as _;
use yew::{Html, Properties, classes, component, html};

/// Properties of [`YourTime`].
#[derive(Properties, PartialEq)]
pub struct YourTimeProps {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
}

/// The visitor's time. All of a row that another choice of a zone changes.
#[component]
pub fn YourTime(props: &YourTimeProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let texts = locale.lang.widget();
    let (place, time) = match session.when {
        When::Timed { .. } if event.is_prerendered => {
            return html! { <p class="mine unknown" part="your-time"></p> };
        }
        When::Timed { start, end } => {
            let zone = zones.viewer.zone.as_ref();
            let time = row_range(locale, (start, end), zone, session.day);
            (zones.your_time(locale), with_time_before(time, None, session, zone, locale))
        }
        When::Floating { start, end } => {
            let span = (start.and_utc(), end.map(|end| end.and_utc()));
            let RowTime { clock, mark } = row_range(locale, span, &Floating, session.day);
            (texts.local_time.to_owned(), html! { <>{clock}{mark}</> })
        }
        When::AllDay(_) => (String::new(), html! { <span class="words">{texts.all_day}</span> }),
        When::Open => (String::new(), html! { <span class="words">{texts.open_time}</span> }),
    };
    html! {
        <p class="mine" part="your-time">
            if !place.is_empty() { <span class="spoken">{format!("{place}, ")}</span> }
            {time}
        </p>
    }
}

/// The time in each of the day's columns, with its place.
pub fn zone_times(session: &Session, columns: &[RowColumn], locale: LocaleContext) -> Html {
    match session.when {
        When::Timed { start, .. } => html! {
            <p class="zones" part="zones">
                for RowColumn { column, spoken, short } in columns {
                    <span class="zone" aria-hidden={spoken.is_none().then_some("true")}>
                        {with_time_before(
                            row_time(locale, start, &column.zone, session.day),
                            Some(place(&column.label, short.as_deref(), spoken.as_deref())), session, &column.zone, locale,
                        )}
                    </span>
                    {" "}
                }
            </p>
        },
        When::Floating { .. } => html! {
            <p class="zones" part="zones">
                <span class="zone"><span class="place">{locale.lang.widget().local_time}</span></span>
            </p>
        },
        When::AllDay(_) | When::Open => Html::default(),
    }
}

/// ` Colombia / Perú`, of which the visitor's own place isn't `spoken`, and which may be `short`ened for the eye.
fn place(label: &str, short: Option<&str>, spoken: Option<&str>) -> Html {
    let others = spoken.filter(|spoken| *spoken != label);
    html! {
        <>
            {" "}
            <span class={classes!("place", short.map(|_| "long"))} aria-hidden={others.map(|_| "true")}>
                {label.to_owned()}
            </span>
            if let Some(short) = short { <span class="short" aria-hidden="true">{short.to_owned()}</span> }
            if let Some(others) = others { <span class="spoken">{others.to_owned()}</span> }
        </>
    }
}

/// A session's time with its place and the mark of its date, and below it the one before it was rescheduled.
fn with_time_before(
    RowTime { clock, mark }: RowTime,
    place: Option<Html>,
    session: &Session,
    zone: &dyn Offsets,
    locale: LocaleContext,
) -> Html {
    let differs = |before: &_| Some(*before) != session.start() && !session.is_off();
    match session.previous_start.filter(differs) {
        Some(start) => {
            let before = row_time(locale, start, zone, session.day);
            let before = held_before(locale, html! { <>{before.clock}{before.mark}</> });
            html! { <>{now_holds(clock)}{place}{mark}{before}</> }
        }
        None => html! { <>{clock}{place}{mark}</> },
    }
}
