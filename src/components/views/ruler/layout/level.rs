//! Time goes to the right, places stand one below another, and below them the tracks.

use super::super::day::RulerDay;
use super::layout::{Layout, Rect, SessionBox};
use super::lines::{lines, width_of};
use huso_agenda::ruler::{Laid, Title, lay};
use huso_agenda::strands::Block;

/// The column of places and tracks.
const LABELS: f64 = 144.0;
/// Above the rulers, for the cursor's head and for now.
const TOP: f64 = 26.0;
/// A ruler's height.
const ROW: f64 = 44.0;
/// A bar's height, and the least of its width.
const BAR: f64 = 10.0;
const LEAST_BAR: f64 = 3.0;
/// Between a bar and its title, and between that and the next sub-lane.
const BELOW_BAR: f64 = 5.0;
const BELOW_TITLE: f64 = 10.0;
/// A line of a title, and the most of it.
const LINE: f64 = 16.0;
const TITLE_WIDTH: f64 = 190.0;
const TITLE_LINES: usize = 3;
/// What is free at the ends of a lane.
const PADDING: f64 = 10.0;

/// The layout on a width.
pub fn layout(day: &RulerDay, titles: &[String], width: f64) -> Layout {
    let plot = width - LABELS;
    let per_minute = plot / day.scale.minutes().max(1) as f64;
    let row = |index: usize| TOP + ROW * index as f64..TOP + ROW * (index + 1) as f64;
    let mut top = row(day.places.len()).start + 8.0;
    let (mut lanes, mut boxes) = (Vec::new(), Vec::new());
    for strand in 0..day.strands.len() {
        let sessions = day.blocks.iter().enumerate().filter(|(_, (its, _))| *its == strand);
        let indices: Vec<usize> = sessions.clone().map(|(index, _)| index).collect();
        let needed: Vec<Title> = sessions
            .map(|(index, (_, block))| {
                needed(day, block, titles.get(index).map_or("", String::as_str), per_minute)
            })
            .collect();
        let lane = lay(&needed, plot);
        let heights: Vec<f64> = lane.lines.iter().map(|lines| height(*lines)).collect();
        let y = |laid: &Laid| top + PADDING + heights.iter().take(laid.sub_lane).sum::<f64>();
        let placed = needed.iter().zip(&lane.titles).map(|(title, laid)| session_box(title, laid, y(laid)));
        boxes.extend(indices.into_iter().zip(placed));
        let bottom = top + PADDING + heights.iter().sum::<f64>();
        lanes.push(top..bottom);
        top = bottom;
    }
    boxes.sort_by_key(|(index, _)| *index);
    Layout {
        is_upright: false,
        width,
        height: top,
        start: LABELS,
        per_minute,
        rulers: (0..day.places.len()).map(row).collect(),
        lanes,
        boxes: boxes.into_iter().map(|(_, session)| session).collect(),
    }
}

fn needed(day: &RulerDay, block: &Block, title: &str, per_minute: f64) -> Title {
    let (from, to) = day.span(block);
    let lines = lines(title, TITLE_WIDTH).min(TITLE_LINES);
    let width = if lines > 1 { TITLE_WIDTH } else { width_of(title) };
    Title { bar: from as f64 * per_minute..to as f64 * per_minute, width, lines }
}

/// Of a sub-lane with titles of so many lines.
fn height(lines: usize) -> f64 {
    BAR + BELOW_BAR + LINE * lines as f64 + BELOW_TITLE
}

fn session_box(title: &Title, laid: &Laid, y: f64) -> SessionBox {
    let bar = Rect {
        x: LABELS + title.bar.start,
        y,
        width: (title.bar.end - title.bar.start).max(LEAST_BAR),
        height: BAR,
    };
    let right = if laid.is_flush_right { title.bar.end } else { laid.left + title.width };
    let room = Rect {
        x: LABELS + laid.left,
        y: y + BAR + BELOW_BAR,
        width: (right - laid.left).max(LEAST_BAR),
        height: LINE * title.lines as f64,
    };
    SessionBox { bar, title: room, lines: title.lines, is_flush_right: laid.is_flush_right }
}
