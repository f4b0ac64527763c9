//! What stands beside the rulers: the places, and how far their clocks are from the visitor's; and the tracks.

use super::buttons::XHTML;
use super::day::{RulerDay, RulerPlace};
use super::layout::Layout;
use super::scales::px;
use crate::context::{LocaleContext, use_locale};
use huso_agenda::Instant;
use huso_i18n::{Texts as _, labels};
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// Between a label and the scale.
const GAP: f64 = 8.0;
/// The height of a track's label.
const LANE_LABEL: f64 = 40.0;

/// Letters of a word above an upright ruler, and what is left of a longer one.
const LONGEST_WORD: usize = 6;
const ABBREVIATED: usize = 3;

/// Properties of [`PlaceLabels`].
#[derive(Properties, PartialEq)]
pub struct PlaceLabelsProps {
    /// What is on the ruler.
    pub day: Rc<RulerDay>,
    /// Where.
    pub layout: Rc<Layout>,
    /// Where the cursor is, in minutes of the scale.
    pub cursor: i64,
}

/// The labels.
#[component]
pub fn PlaceLabels(props: &PlaceLabelsProps) -> Html {
    let locale = use_locale();
    let PlaceLabelsProps { day, layout, cursor } = props;
    let instant = day.scale.instant(*cursor);
    let mine = day.places.iter().find(|place| place.is_mine);
    html! {
        <g aria-hidden="true">
            for (place, across) in day.places.iter().zip(&layout.rulers) {
                if layout.is_upright {
                    <foreignObject x={px(across.start)} y="0" width={px(across.end - across.start)}
                        height={px(layout.start)}>
                        {label(place.is_mine, short(place, locale), None)}
                    </foreignObject>
                } else {
                    <foreignObject x="0" y={px(across.start)} width={px(layout.start - GAP)}
                        height={px(across.end - across.start)}>
                        {label(place.is_mine, place.label.clone(), difference(place, mine, instant, locale))}
                    </foreignObject>
                }
            }
            for (strand, lane) in day.strands.iter().zip(&layout.lanes) {
                <foreignObject x="0" y={px(lane.start + 5.0)} width={px(layout.start - GAP)} height={px(LANE_LABEL)}>
                    <div xmlns={XHTML} class="strand-label">{strand.name.mark()}{&strand.name.name}</div>
                </foreignObject>
            }
        </g>
    }
}

fn label(is_mine: bool, name: String, below: Option<String>) -> Html {
    html! {
        <div xmlns={XHTML} class={classes!("place-label", is_mine.then_some("own"))}>
            <b>{name}</b>
            if let Some(below) = below { <span>{below}</span> }
        </div>
    }
}

/// `Col. / Perú`: what fits above an upright ruler. The whole name stands in the words beside it.
fn short(place: &RulerPlace, locale: LocaleContext) -> String {
    if place.is_mine {
        return locale.lang.views().you.to_owned();
    }
    let word = |word: &str| match word.chars().count() > LONGEST_WORD {
        true => word.chars().take(ABBREVIATED).chain(['.']).collect(),
        false => word.to_owned(),
    };
    place.label.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// `+5 h` at the cursor's instant, or that it is the visitor's own.
fn difference(
    place: &RulerPlace,
    mine: Option<&RulerPlace>,
    instant: Instant,
    locale: LocaleContext,
) -> Option<String> {
    if place.is_mine {
        return Some(locale.lang.views().yours.to_owned());
    }
    let minutes = i64::from(place.zone.offset_at(instant) - mine?.zone.offset_at(instant)) / 60;
    if minutes == 0 {
        return Some(locale.lang.views().same_time.to_owned());
    }
    let sign = if minutes < 0 { "−" } else { "+" };
    Some(format!("{sign}{}", labels::length(minutes.abs())))
}
