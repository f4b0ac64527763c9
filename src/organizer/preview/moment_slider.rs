//! The moment at which the event is seen.

use crate::frame::use_lang;
use crate::preview::moments::{Moments, Named, STEP};
use huso::browser::now;
use huso_agenda::chrono::TimeDelta;
use huso_agenda::{Instant, Lang};
use huso_i18n::Texts as _;
use std::rc::Rc;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{AttrValue, Callback, Html, Properties, TargetCast as _, component, html};

/// Properties of [`MomentSlider`].
#[derive(Properties, PartialEq)]
pub struct MomentSliderProps {
    /// The event's own moments: at least two.
    pub moments: Rc<Moments>,
    /// The one that is chosen; `None` is now.
    pub moment: Option<Instant>,
    /// The same in words.
    pub words: AttrValue,
    /// Takes the one that is chosen.
    pub on_choose: Callback<Option<Instant>>,
}

/// A slider whose stops are the event's own moments, and free between them.
#[component]
pub fn MomentSlider(props: &MomentSliderProps) -> Html {
    let lang = use_lang();
    let texts = lang.preview();
    let moments = &props.moments;
    let shown = props.moment.unwrap_or_else(now);
    let position = moments.position(shown);
    let oninput = {
        let (moments, on_choose) = (moments.clone(), props.on_choose.clone());
        move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            on_choose.emit(slider.value().parse().ok().and_then(|position| moments.at(position)));
        }
    };
    let onkeydown = {
        let (moments, on_choose) = (moments.clone(), props.on_choose.clone());
        move |event: KeyboardEvent| {
            if let Some(moment) = after_key(&event, shown, &moments) {
                // The browser's own step would be another.
                event.prevent_default();
                on_choose.emit(Some(moment));
            }
        }
    };
    let stop = |(named, at): &(Named, Instant)| {
        let (at, is_chosen) = (*at, props.moment == Some(*at));
        let onclick = props.on_choose.reform(move |_| Some(at));
        html! { <button type="button" class="plain" aria-pressed={is_chosen.to_string()} {onclick}>{name(*named, lang)}</button> }
    };
    html! {
        <div class="moment">
            <label for="moment">{texts.moment}</label>
            <output for="moment">{&props.words}</output>
            if props.moment.is_some() {
                <button type="button" class="plain" onclick={props.on_choose.reform(|_| None)}>{texts.now}</button>
            }
            <input id="moment" type="range" min="0" max={moments.steps().to_string()} step="1" value={position.to_string()}
                aria-valuetext={props.words.clone()} {oninput} {onkeydown} />
            <div class="stops" role="group" aria-label={texts.stops}>{for moments.0.iter().map(stop)}</div>
        </div>
    }
}

/// The moment that a key leads to: 5 minutes by arrows, an hour with Shift, the next of the event's own by Page Up and Page
/// Down, and its first and last by Home and End.
fn after_key(event: &KeyboardEvent, from: Instant, moments: &Moments) -> Option<Instant> {
    let step = TimeDelta::seconds(if event.shift_key() { 12 * STEP } else { STEP });
    let all = || moments.0.iter().map(|(_, at)| *at);
    match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => Some(from + step),
        "ArrowLeft" | "ArrowDown" => Some(from - step),
        "PageUp" => all().find(|at| *at > from),
        "PageDown" => all().rfind(|at| *at < from),
        "Home" => all().next(),
        "End" => all().next_back(),
        _ => None,
    }
}

fn name(named: Named, lang: Lang) -> &'static str {
    let texts = lang.preview();
    match named {
        Named::Before => texts.before,
        Named::Opens => texts.opens,
        Named::Fills => texts.fills,
        Named::Live => texts.live,
        Named::Closes => texts.closes,
        Named::Over => texts.over,
    }
}
