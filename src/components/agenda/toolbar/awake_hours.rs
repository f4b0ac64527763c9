//! The hours in which the visitor is awake, and what they hide.

use crate::browse::BrowseAction;
use crate::context::{LocaleContext, Zones, use_event, use_locale, use_zones};
use huso_agenda::chrono::{NaiveTime, Timelike as _};
use huso_agenda::find::Awake;
use huso_agenda::{Agenda, Session};
use huso_i18n::labels::{HourCycle, clock, short_date};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, Properties, TargetCast as _, component, html};

/// Hidden sessions whose times are said.
const SAID: usize = 3;

/// Properties of [`AwakeHours`].
#[derive(Properties, PartialEq)]
pub struct AwakeHoursProps {
    /// The hours in force.
    pub awake: Option<Awake>,
    /// Which of the agenda's sessions they hide, from 0.
    pub asleep: Rc<Vec<usize>>,
    /// Changes them.
    pub on_browse: Callback<BrowseAction>,
}

/// Leaves out what takes place while the visitor sleeps, from when to when they want, and says what that is.
#[component]
pub fn AwakeHours(props: &AwakeHoursProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let texts = locale.lang.find();
    let (awake, usual) = (props.awake, props.awake.unwrap_or_default());
    let onchange =
        props.on_browse.reform(move |_: Event| BrowseAction::Awake(awake.is_none().then_some(usual)));
    let set = |change: fn(&mut Awake, NaiveTime)| {
        let on_browse = props.on_browse.clone();
        move |event: Event| {
            // A field that is being emptied says nothing.
            if let Ok(time) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
                let mut awake = usual;
                change(&mut awake, time);
                on_browse.emit(BrowseAction::Awake(Some(awake)));
            }
        }
    };
    let field = |label: &'static str, time: NaiveTime, onchange: Callback<Event>| {
        let value = time.format("%H:%M").to_string();
        html! { <label>{label}{" "}<input type="time" {value} {onchange} /></label> }
    };
    let place = Some(zones.viewer_place()).filter(|place| !place.is_empty());
    html! {
        <fieldset class="facet awake">
            <label class="box">
                <input type="checkbox" checked={awake.is_some()} {onchange} />
                <span class="name">{texts.awake}</span>
            </label>
            <div class="span">
                {field(texts.awake_from, usual.from, Callback::from(set(|awake, time| awake.from = time)))}
                {" "}
                {field(texts.awake_until, usual.until, Callback::from(set(|awake, time| awake.until = time)))}
                if let Some(place) = place { {" "}{fill(texts.awake_place, &[("place", place)])} }
            </div>
            <p role="status">{hides(&props.asleep, event.agenda(), &zones, locale)}</p>
        </fieldset>
    }
}

/// The hours in short: `7–22 h`.
pub fn hours(awake: Awake, locale: LocaleContext) -> String {
    let short = |time: NaiveTime| match (time.minute(), locale.hour_cycle) {
        (0, HourCycle::H23) => time.hour().to_string(),
        (_, cycle) => clock(time, cycle, locale.locale),
    };
    let (from, until) = (short(awake.from), short(awake.until));
    match locale.hour_cycle {
        HourCycle::H23 => fill(locale.lang.find().awake_hours, &[("from", &from), ("until", &until)]),
        HourCycle::H12 => format!("{from}–{until}"),
    }
}

/// How many sessions the hours hide, and when those start.
fn hides(asleep: &[usize], agenda: &Agenda, zones: &Zones, locale: LocaleContext) -> String {
    let texts = locale.lang.find();
    let start = |session: &Session| {
        let start = Awake::start(session.when, zones.viewer.zone.as_ref())?;
        let time = clock(start.time(), locale.hour_cycle, locale.locale);
        Some(format!("{time}\u{a0}({})", short_date(start.date(), locale.locale)))
    };
    let hidden = asleep.iter().filter_map(|index| agenda.sessions.get(*index));
    let starts: Vec<String> = hidden.take(SAID).filter_map(start).collect();
    let mut times = starts.join(", ");
    if asleep.len() > SAID {
        times = fill(texts.and_more, &[("times", &times), ("n", &(asleep.len() - SAID).to_string())]);
    }
    let text = match asleep.len() {
        0 => return String::new(),
        1 => texts.awake_hides_one,
        _ => texts.awake_hides_other,
    };
    fill(text, &[("n", &asleep.len().to_string()), ("times", &times)])
}
