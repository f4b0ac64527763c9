//! The cursor for keyboards and screen readers: one stop, whose value is the time in all places.

use super::buttons::XHTML;
use super::day::RulerDay;
use super::layout::Layout;
use super::reducer::CursorAction;
use super::scales::px;
use super::words::{spoken, times};
use crate::context::{use_event, use_locale};
use huso_agenda::ruler::Step;
use huso_i18n::Texts as _;
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::{Callback, Html, Properties, component, html};

/// Minutes by which an arrow key moves the cursor, and with Shift.
const STEP: i64 = 15;
const LONG_STEP: i64 = 60;

/// Properties of [`Slider`].
#[derive(Properties, PartialEq)]
pub struct SliderProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// Where the cursor was put, in minutes of the scale.
    pub at: i64,
    /// Moves it.
    pub on_cursor: Callback<CursorAction>,
}

/// The slider, over the rulers.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let SliderProps { day, layout, at, on_cursor } = props;
    let room = layout.rect(0..day.scale.minutes(), &layout.across());
    let times = spoken(&times(day, day.scale.instant(*at), locale), locale);
    let session = day.looked_at(*at, None).and_then(|block| event.agenda().sessions.get(block.index));
    let what = session.map_or(locale.lang.views().nothing_now, |session| locale.text(&session.title));
    let onkeydown = {
        let on_cursor = on_cursor.clone();
        move |event: KeyboardEvent| {
            if let Some(step) = step_of(&event) {
                event.prevent_default();
                on_cursor.emit(CursorAction::Step(step));
            }
        }
    };
    html! {
        <foreignObject x={px(room.x)} y={px(room.y)} width={px(room.width)} height={px(room.height)}>
            <div xmlns={XHTML} class="slider" role="slider" tabindex="0" aria-label={locale.lang.views().ruler}
                aria-orientation={if layout.is_upright { "vertical" } else { "horizontal" }} aria-valuemin="0"
                aria-valuemax={day.scale.minutes().to_string()} aria-valuenow={at.to_string()}
                aria-valuetext={format!("{times}; {what}")} {onkeydown}></div>
        </foreignObject>
    }
}

/// What a key means. Those with other modifiers are the browser's.
fn step_of(event: &KeyboardEvent) -> Option<Step> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let minutes = if event.shift_key() { LONG_STEP } else { STEP };
    Some(match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => Step::By(minutes),
        "ArrowLeft" | "ArrowUp" => Step::By(-minutes),
        "PageDown" => Step::By(LONG_STEP),
        "PageUp" => Step::By(-LONG_STEP),
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return None,
    })
}
