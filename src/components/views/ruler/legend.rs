//! What the drawing's greys mean, how the cursor is moved, and where clocks change on that day.

use super::day::RulerDay;
use crate::context::{LocaleContext, use_locale};
use huso_agenda::chrono::NaiveDateTime;
use huso_i18n::labels::clock;
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// What day and night look like.
#[component]
pub fn Legend() -> Html {
    let texts = use_locale().lang.views();
    html! {
        <p class="legend">
            <span>{sample("day")}{texts.day}</span>
            <span>{sample("night")}{texts.night}</span>
        </p>
    }
}

fn sample(class: &'static str) -> Html {
    html! {
        <svg width="18" height="11" viewBox="0 0 18 11" aria-hidden="true">
            <rect {class} x="0.5" y="0.5" width="17" height="10" />
            if class == "night" { <rect class="hatch" x="0.5" y="0.5" width="17" height="10" fill="url(#night-hatch)" /> }
        </svg>
    }
}

/// Properties of [`Notes`].
#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
}

/// Where clocks change, and how the cursor is moved.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let locale = use_locale();
    let texts = locale.lang.views();
    let changes = props.day.places.iter().flat_map(|place| {
        place.clock.changes.iter().map(|change| {
            let at = |wall: NaiveDateTime| moment(wall, locale);
            let values = [
                ("place", place.label.as_str()),
                ("before", &at(change.before)),
                ("after", &at(change.after)),
            ];
            fill(texts.clocks_change, &values)
        })
    });
    html! {
        <>
            for change in changes { <p class="clock-change">{change}</p> }
            <p class="ruler-hint">
                {texts.hint_pointer}{" "}<kbd>{"←"}</kbd>{" "}<kbd>{"→"}</kbd>{" "}{texts.hint_keys}{" "}
                <kbd>{"Tab"}</kbd>{" "}{texts.hint_tab}
            </p>
        </>
    }
}

fn moment(wall: NaiveDateTime, locale: LocaleContext) -> String {
    clock(wall.time(), locale.hour_cycle, locale.locale)
}
