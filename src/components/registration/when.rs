//! Until the agenda's own components are here.
#![allow(missing_docs, reason = "temporary")]

use crate::context::{EventContext, LocaleContext, use_locale, use_zones};
use crate::platform;
use huso_agenda::calendar::Edition;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::labels::{ZonedTime, long_date, zoned_range, zoned_time};
use huso_agenda::zone::Floating;
use huso_agenda::{Instant, Lang, Offsets, Session, When};
use yew::{AttrValue, Html, Properties, component, html};

/// Start, and end if there is one.
pub type Span = (Instant, Option<Instant>);

/// An instant as a zone's clocks show it, with the mark of its date where that is not `day`.
pub fn zone_time(
    locale: LocaleContext,
    instant: Instant,
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) -> Html {
    let time = zoned_time(instant, zone, day, locale.hour_cycle, locale.locale);
    let spoken = format!("{place}, {}, ", time.spoken_date);
    time_and_mark(&time, &spoken, "")
}

/// A span as a zone's clocks show it: `23:30–00:30 (jue 10)`.
pub fn time_range(
    locale: LocaleContext,
    span: Span,
    zone: &dyn Offsets,
    place: &str,
    day: Option<NaiveDate>,
) -> Html {
    let date = long_date(zone.wall_time(span.0).date(), locale.locale);
    range(locale, span, zone, day, &format!("{place}, {date}, "), "")
}

/// A span with its date: `jueves 10 de agosto, 23:30–00:30 (vie 11)`. What is `spoken` stands before it.
pub fn dated_range(locale: LocaleContext, span: Span, zone: &dyn Offsets, spoken: &str) -> Html {
    let date = zone.wall_time(span.0).date();
    range(locale, span, zone, Some(date), spoken, &format!("{}, ", long_date(date, locale.locale)))
}

/// The time that holds, and beside it the one before, struck.
pub fn now_and_before(locale: LocaleContext, now: Html, before: Html) -> Html {
    html! {
        <>
            <ins>{now}</ins>{" "}
            <span class="spoken">{locale.lang.live().before}</span>
            <del>{before}</del>
        </>
    }
}

/// Start and end. What stands before the start is `spoken`, or `shown` as well; the end's date is spoken
/// where it is another.
fn range(
    locale: LocaleContext,
    (start, end): Span,
    zone: &dyn Offsets,
    day: Option<NaiveDate>,
    spoken: &str,
    shown: &str,
) -> Html {
    let (cycle, habits) = (locale.hour_cycle, locale.locale);
    let Some(end) = end else {
        return time_and_mark(&zoned_time(start, zone, day, cycle, habits), spoken, shown);
    };
    let [first, last] = zoned_range(start, end, zone, day, cycle, habits);
    let is_other_date = first.spoken_date != last.spoken_date;
    let date = if is_other_date { format!("{}, ", last.spoken_date) } else { String::new() };
    html! {
        <>
            {time_and_mark(&first, spoken, shown)}
            <span class="dash" aria-hidden="true">{"–"}</span>
            <span class="spoken">{" – "}</span>
            {time_and_mark(&last, &date, "")}
        </>
    }
}

/// The element, and the mark that is only seen.
fn time_and_mark(time: &ZonedTime, spoken: &str, shown: &str) -> Html {
    html! {
        <>
            <time datetime={time.machine.clone()}>
                {only_spoken(spoken)}
                if !shown.is_empty() { {shown} }
                <span class="clock">{&time.clock}</span>
                {only_spoken(&time.unseen_half)}
            </time>
            if let Some(mark) = &time.mark {
                <span class="mark" aria-hidden="true">{format!("\u{a0}({mark})")}</span>
            }
        </>
    }
}

fn only_spoken(words: &str) -> Html {
    html! { if !words.is_empty() { <span class="spoken">{words}</span> } }
}

/// Properties of [`MomentRange`] and [`SessionWhen`](super::SessionWhen).
#[derive(Properties, PartialEq)]
pub struct WhenProps {
    /// The time.
    pub when: When,
}

/// A time for this visitor, date included.
#[component]
pub fn MomentRange(props: &WhenProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let texts = locale.lang.widget();
    match props.when {
        When::Timed { start, end } => {
            let your_time = format!("{}, ", zones.your_time(locale));
            dated_range(locale, (start, end), zones.viewer.zone.as_ref(), &your_time)
        }
        When::Floating { start, end } => {
            let span = (start.and_utc(), end.map(|end| end.and_utc()));
            html! { <>{dated_range(locale, span, &Floating, "")}{" "}{texts.local_time}</> }
        }
        When::AllDay(date) => long_date(date, locale.locale).into(),
        When::Open => texts.open_time.into(),
    }
}

/// When a session takes place for this visitor, date included.
#[component]
pub fn SessionWhen(props: &WhenProps) -> Html {
    html! { <span class="when"><MomentRange when={props.when} /></span> }
}

/// Offers the visitor a calendar file of these sessions, `name.ics`.
pub fn save_calendar(event: &EventContext, lang: Lang, name: &str, sessions: &[&Session]) {
    let address = |address: &str| Some(event.address(address));
    let calendar = Edition { agenda: event.agenda(), lang, address: &address };
    let text = calendar.file(sessions, platform::now());
    platform::download(&format!("{name}.ics"), &text, "text/calendar;charset=utf-8");
}

/// Properties of [`Paragraphs`].
#[derive(Properties, PartialEq)]
pub struct ParagraphsProps {
    /// The class of the element around them.
    pub class: AttrValue,
    /// The text.
    pub text: AttrValue,
}

/// The paragraphs of a text.
#[component]
pub fn Paragraphs(props: &ParagraphsProps) -> Html {
    html! {
        <div class={&props.class}>
            for paragraph in paragraphs_of(&props.text) { <p>{paragraph}</p> }
        </div>
    }
}

/// Each paragraph on one line.
fn paragraphs_of(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty());
    paragraphs.filter(|lines| !lines.is_empty()).map(|lines| lines.join(" ")).collect()
}
