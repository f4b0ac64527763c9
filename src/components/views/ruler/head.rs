//! What the cursor is at, in words: the session that is looked at, and the time of every place.

use super::day::RulerDay;
use super::words::{PlaceTime, times};
use crate::choice::ChoiceAction;
use crate::components::agenda::{RowState, SessionAction, facts, title_id, use_star};
use crate::context::{LocaleContext, use_event, use_locale};
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`RulerHead`].
#[derive(Properties, PartialEq)]
pub struct RulerHeadProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where the cursor is, in minutes of the scale.
    pub cursor: i64,
    /// Which of the day's sessions is looked at, from 0.
    pub looked_at: Option<usize>,
    /// The state of each of the agenda's sessions.
    pub rows: Rc<Vec<RowState>>,
    /// Adds a session to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
}

/// The session and the times.
#[component]
pub fn RulerHead(props: &RulerHeadProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let RulerHeadProps { day, cursor, looked_at, rows, on_choose, go } = props;
    let on_plan = use_star(on_choose);
    let found = looked_at.and_then(|index| day.blocks.get(index)).and_then(|(_, block)| {
        let (session, state) = (event.agenda().sessions.get(block.index)?, rows.get(block.index)?);
        Some((block.index, session, *state))
    });
    html! {
        <div class="ruler-head">
            <div class="ruler-what">
                if let Some((_, session, state)) = found {
                    <p class="ruler-title">{locale.text(&session.title)}</p>
                    <div class="facts">{facts(session, event.agenda(), &state, locale)}</div>
                } else {
                    <p class="ruler-nothing">{locale.lang.views().nothing_now}</p>
                }
            </div>
            if let Some((index, _, state)) = found {
                <div class="ruler-action">
                    <button type="button" class="plain" onclick={go.reform(move |_| title_id(index))}>
                        {locale.lang.views().in_list}
                    </button>
                    <SessionAction {index} {state} is_stop={true} {on_choose} {on_plan} />
                </div>
            }
            <p class="sentence">
                for time in times(day, day.scale.instant(*cursor), locale) { {place_time(&time, locale)} }
            </p>
        </div>
    }
}

/// `11:30 Buenos Aires (su hora)`
fn place_time(time: &PlaceTime, locale: LocaleContext) -> Html {
    let texts = locale.lang.views();
    html! {
        <span class={if time.is_mine { "place-time own" } else { "place-time" }}>
            <b>{&time.clock}</b>
            {" "}
            <span class="place">
                {time.label}
                if time.is_mine { {format!(" ({})", texts.yours)} }
            </span>
            if let Some(mark) = &time.mark { <span class="date-mark">{format!(" {mark}")}</span> }
            if time.is_night { <span class="at-night">{format!(" · {}", texts.at_night)}</span> }
        </span>
    }
}
