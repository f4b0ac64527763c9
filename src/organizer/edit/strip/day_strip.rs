//! The strip of a day.

use crate::edit::sessions::TrackName;
use crate::edit::strip::axis::{axis, place_hours};
use crate::edit::strip::bar::SessionBar;
use crate::edit::strip::layout::{Layout, room};
use crate::edit::strip::moving::{cursor, moving_words};
use crate::edit::strip::use_bars::use_bars;
use crate::edit::words::{event_zone, title_of, zone_label};
use crate::frame::use_lang;
use crate::workspace::{Checked, use_workspace};
use huso::TrackMark;
use huso::hooks::use_width;
use huso_agenda::Lang;
use huso_agenda::chrono::NaiveDate;
use huso_edit::{Bar, Document, strip};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html, use_context, use_node_ref};

/// How wide the drawing is before it was measured, in px.
const WIDTH: f64 = 800.0;

/// Most letters of a track's name that have room.
const NAME: usize = 12;

/// Properties of [`DayStrip`].
#[derive(Properties, PartialEq)]
pub struct DayStripProps {
    /// The day.
    pub day: NaiveDate,
    /// The session in the form.
    pub chosen: Option<usize>,
    /// The event's tracks.
    pub tracks: Rc<[TrackName]>,
}

/// A day's sessions as bars under the hours of all countries. They are dragged, or moved by arrows.
#[component]
pub fn DayStrip(DayStripProps { day, chosen, tracks }: &DayStripProps) -> Html {
    let (lang, workspace, drawing) = (use_lang(), use_workspace(), use_node_ref());
    let width = use_width(&drawing).unwrap_or(WIDTH);
    let checked = use_context::<Checked>();
    let document = workspace.document();
    let zone = event_zone(document);
    let strip = strip(document, *day, zone.as_ref());
    let own =
        zone.as_ref().zip(checked.as_ref()).map(|(zone, checked)| zone_label(checked, zone.name(), lang));
    let places = match (&strip, &zone, &checked) {
        (Some(strip), Some(zone), Some(checked)) => {
            place_hours(strip, *day, zone, &own.unwrap_or_default(), checked, lang)
        }
        _ => Vec::new(),
    };
    let layout = strip.as_ref().map(|strip| Layout::of(strip, width, places.len()));
    let bars = use_bars(strip.clone().zip(layout), *day);
    let Some((strip, layout)) = strip.zip(layout) else { return html! { <div ref={drawing} /> } };
    let stop =
        strip.bars.iter().find(|bar| Some(bar.index) == *chosen).or(strip.bars.first()).map(|bar| bar.index);
    let drag = bars.drag;
    let moving = strip.bars.iter().find(|bar| Some(bar.index) == drag.map(|drag| drag.index).or(bars.said));
    let track = |id: &str| tracks.iter().position(|track| *track.id == *id);
    // In the file's order, which they keep while they are moved: an element that changes its place loses the focus.
    let mut drawn: Vec<&Bar> = strip.bars.iter().collect();
    drawn.sort_by_key(|bar| bar.index);
    html! {
        <div class="strip-of-day" ref={drawing}>
            <p class="moving-words" role="status">
                {moving.zip(checked.as_ref().zip(zone.as_ref())).map(|(bar, (checked, zone))| moving_words(bar, drag, *day, checked, zone, lang))}
            </p>
            <svg class="bars" viewBox={format!("0 0 {} {}", layout.width, layout.height)} role="group" aria-label={lang.edit().strip} aria-describedby="strip-help"
                onpointerdown={bars.onpointerdown} onpointermove={bars.onpointermove} onpointerup={bars.onpointerup} onpointercancel={bars.onpointercancel}
                onkeydown={bars.onkeydown} onfocusin={bars.onfocusin} onfocusout={bars.onfocusout}>
                {axis(&places, &layout)}
                for lane in &strip.lanes {
                    <g class="lane" aria-hidden="true" key={lane.track.clone()}>
                        <g transform={format!("translate(0 {})", layout.y(lane.first) + 9.0)}>
                            <TrackMark track={track(&lane.track)} color={track(&lane.track).and_then(|at| tracks.get(at)).and_then(|track| track.color.clone())} />
                        </g>
                        <text x="14" y={(layout.y(lane.first) + 17.0).to_string()}>{lane_name(&lane.track, tracks, lang)}</text>
                    </g>
                }
                for bar in drawn {
                    <SessionBar key={bar.index} bar={bar.clone()} room={room(&strip.bars, bar, &layout)} {layout} title={title_of(document, bar.index, lang)}
                        label={label(document, bar, tracks, lang)} color={track(&bar.track).and_then(|at| tracks.get(at)).and_then(|track| track.color.clone())}
                        is_chosen={Some(bar.index) == *chosen} is_stop={Some(bar.index) == stop} drag={drag.filter(|drag| drag.index == bar.index && drag.by != 0)} />
                }
                if let Some((bar, drag)) = moving.zip(drag) { {cursor(bar, drag, &layout)} }
            </svg>
            <p class="hint" id="strip-help">{lang.edit().strip_help}</p>
        </div>
    }
}

fn lane_name(id: &str, tracks: &[TrackName], lang: Lang) -> String {
    let name = tracks.iter().find(|track| *track.id == *id).map_or(lang.edit().for_all, |track| &track.name);
    if name.chars().count() <= NAME {
        name.to_owned()
    } else {
        name.chars().take(NAME - 1).chain(['…']).collect()
    }
}

fn label(document: &Document, bar: &Bar, tracks: &[TrackName], lang: Lang) -> AttrValue {
    let clock = |minute: i64| format!("{:02}:{:02}", minute.div_euclid(60) % 24, minute.rem_euclid(60));
    let track =
        tracks.iter().find(|track| *track.id == *bar.track).map_or(lang.edit().for_all, |track| &track.name);
    let (title, start, end) = (title_of(document, bar.index, lang), clock(bar.start), clock(bar.end));
    fill(lang.edit().bar, &[("title", &title), ("start", &start), ("end", &end), ("track", track)]).into()
}
