//! Time goes down, places stand beside each other, and right of them the sessions and their titles.

use super::super::day::{RulerDay, RulerStrand};
use super::layout::{Layout, Rect, SessionBox};
use super::lines::lines;
use huso_agenda::ruler::push_down;
use huso_agenda::strands::{Arranged, Place, Strand, arrange};

/// Above the rulers, for the places.
const TOP: f64 = 48.0;
/// Px an hour.
const HOUR: f64 = 80.0;
/// A ruler's width.
const COLUMN: f64 = 40.0;
/// Between rulers and bars, and between bars and titles.
const BEFORE_BARS: f64 = 6.0;
const BEFORE_TITLES: f64 = 12.0;
/// A bar's width, with what is free right of it, and the least of its height.
const BAR: f64 = 8.0;
const BAR_GAP: f64 = 2.0;
const LEAST_BAR: f64 = 3.0;
/// A line of a title, the most of them, and what is free below.
const LINE: f64 = 16.0;
const TITLE_LINES: usize = 2;
const BELOW_TITLE: f64 = 6.0;
/// How much above its bar's start a title stands, so that its first line is beside it.
const ABOVE_START: f64 = 4.0;

/// The layout on a width.
pub fn layout(day: &RulerDay, titles: &[String], width: f64) -> Layout {
    let per_minute = HOUR / 60.0;
    let count = day.places.len();
    // West is left, as on a map; the places are from east to west.
    let column = |index: usize| COLUMN * (count - 1 - index) as f64..COLUMN * (count - index) as f64;
    let strands: Vec<Strand> = day.strands.iter().map(strand).collect();
    let arranged = arrange(&strands);
    let edges = edges(&arranged, COLUMN * count as f64 + BEFORE_BARS);
    let left = edges.last().copied().unwrap_or_default() + BEFORE_TITLES;
    let top = |minute: i64| TOP + minute as f64 * per_minute;

    let rooms: Vec<(f64, f64)> = day
        .blocks
        .iter()
        .enumerate()
        .map(|(index, (_, block))| {
            let lines = title_lines(titles.get(index), width - left);
            (top(day.span(block).0) - ABOVE_START, LINE * lines as f64 + BELOW_TITLE)
        })
        .collect();
    let boxes: Vec<SessionBox> = day
        .blocks
        .iter()
        .zip(push_down(&rooms))
        .enumerate()
        .map(|(index, ((_, block), y))| {
            let (from, to) = day.span(block);
            let place = arranged.places.iter().find(|place| place.block.index == block.index);
            let (x, thickness) = place.map_or((left, BAR), |place| across(place, &edges));
            let lines = title_lines(titles.get(index), width - left);
            SessionBox {
                bar: Rect {
                    x,
                    y: top(from),
                    width: thickness,
                    height: (top(to) - top(from) - BAR_GAP).max(LEAST_BAR),
                },
                title: Rect { x: left, y, width: width - left, height: LINE * lines as f64 },
                lines,
                is_flush_right: false,
            }
        })
        .collect();
    let last = boxes.iter().map(|session| session.title.y + session.title.height).fold(0.0, f64::max);
    Layout {
        is_upright: true,
        width,
        height: top(day.scale.minutes()).max(last),
        start: TOP,
        per_minute,
        rulers: (0..count).map(column).collect(),
        lanes: Vec::new(),
        boxes,
    }
}

fn title_lines(title: Option<&String>, width: f64) -> usize {
    lines(title.map_or("", String::as_str), width).min(TITLE_LINES)
}

fn strand(strand: &RulerStrand) -> Strand {
    Strand { id: strand.name.number.map(|number| number.to_string()), blocks: strand.blocks.clone() }
}

/// Where each column of bars begins, and where the last one ends: as many bars wide as run in parallel anywhere in it.
fn edges(arranged: &Arranged, start: f64) -> Vec<f64> {
    let mut edges = vec![start];
    let mut edge = start;
    for column in 0..arranged.columns.len() {
        let of_column = arranged.places.iter().filter(|place| place.span == 1 && place.column == column);
        let parts = of_column.map(|place| place.parts).max().unwrap_or(1);
        edge += (BAR + BAR_GAP) * parts as f64;
        edges.push(edge);
    }
    edges
}

/// Where a bar begins, and how thick it is.
fn across(place: &Place, edges: &[f64]) -> (f64, f64) {
    let edge = |column: usize| edges.get(column).copied().unwrap_or_default();
    let (from, to) = (edge(place.column), edge(place.column + place.span));
    let width = (to - from) / place.parts as f64;
    (from + width * place.part as f64, (width - BAR_GAP).max(BAR_GAP))
}
