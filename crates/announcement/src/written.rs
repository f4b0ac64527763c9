//! What a text says of times, with where each thing stands: for those who make an agenda of it.

use crate::context::Context;
use crate::days::beside;
use crate::entries::{Entry, Mark, Named};
use crate::groups::groups;
use crate::items::{Item, Kind, items};
use crate::place::Place;
use crate::times::{Dated, Times};
use crate::unknown::name_unknown;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::ops::Range;

/// What a text says of times. All ranges are bytes of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Times that are said to be one moment, in the text's order; one without a place is a moment by itself, and one for a
    /// place that has another time before it begins a moment.
    pub moments: Vec<Moment>,
    /// The whole text in pieces, without the space between them.
    pub pieces: Vec<Piece>,
}

/// Times that are said to be one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The times, in the text's order; never empty.
    pub times: Vec<WrittenTime>,
    /// The date that governs them; `None` if none is known.
    pub date: Option<WrittenDay>,
}

/// A date and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDay {
    /// The days that are meant, in order; of several readings those of the likeliest.
    pub days: Vec<NaiveDate>,
    /// The first days of the other readings.
    pub others: Vec<NaiveDate>,
    /// Whether more than the text's words says which day it is: a year that is near, a day counted from today.
    pub read: bool,
    /// Where it stands; empty where it is the context's.
    pub range: Range<usize>,
}

/// A time as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTime {
    /// Minutes from midnight to its start, and to its end where one is said; `None` for 25:00.
    pub clock: Option<(u32, Option<u32>)>,
    /// Days from the governing date: `(+1)`.
    pub shift: i64,
    /// Whose clocks it is of. Empty where nothing says so, or it can't be told which of several.
    pub spots: Vec<Spot>,
    /// Where the time stands.
    pub range: Range<usize>,
}

/// A place whose clocks a time is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its clocks.
    pub clocks: Spoken,
    /// Where it stands, with the words around it that say that it is one of hours: `hora de Chile`.
    pub range: Range<usize>,
}

/// Clocks as a text names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// A zone's, by its IANA name.
    Zone(String),
    /// Those of an offset, seconds east of UTC.
    Offset(i32),
    /// A name that is not known, stands for several zones, or is `hora local`.
    Unclear,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it stands.
    pub range: Range<usize>,
}

/// What a piece of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A time, or a range of times.
    Time,
    /// A place.
    Place,
    /// A date that says day and month.
    Date,
    /// A day that is counted from another: a weekday alone, `mañana`, `(+1)`.
    Day,
    /// A date on which nothing that is announced takes place: that of publication, or a deadline.
    Aside,
    /// A length in minutes.
    Length(u32),
    /// `hora`, `time`.
    Hour,
    /// A word or sign that says nothing by itself.
    Link,
    /// A sign that parts what stands beside it, brackets too.
    Separator,
    /// The end of a line.
    Newline,
    /// The end of a sentence.
    Stop,
    /// Any other word or number.
    Word,
}

/// Reads a text.
///
/// ```
/// use huso_announcement::{Context, Spoken, written};
/// let context = Context { date: None, today: "2023-08-01".parse()? };
/// let text = "9 de agosto de 2023, 10:00 a 11:30 h (hora de Chile)";
/// let written = written(text, &context);
/// let [moment] = written.moments.as_slice() else { panic!("{written:?}") };
/// let [time] = moment.times.as_slice() else { panic!("{written:?}") };
/// assert_eq!(time.clock, Some((600, Some(690))));
/// assert_eq!(time.spots[0].clocks, Spoken::Zone("America/Santiago".into()));
/// assert_eq!(&text[time.spots[0].range.clone()], "hora de Chile");
/// # Ok::<(), huso_agenda::chrono::ParseError>(())
/// ```
pub fn written(text: &str, context: &Context) -> Written {
    let items = name_unknown(items(text));
    let (groups, _) = groups(text, &items, context);
    Written {
        moments: groups.iter().map(|times| moment(&items, times)).collect(),
        pieces: items.iter().map(|item| Piece { kind: kind(item), range: item.start..item.end }).collect(),
    }
}

fn moment(items: &[Item], times: &Times) -> Moment {
    let announced = times.date.as_ref().and_then(|date| date.meant.first());
    Moment {
        times: times.entries.iter().map(|entry| time(items, entry, announced)).collect(),
        date: times.date.as_ref().map(day),
    }
}

fn day(dated: &Dated) -> WrittenDay {
    WrittenDay {
        days: dated.meant.reading(),
        others: dated.meant.readings.iter().skip(1).filter_map(|days| days.first().copied()).collect(),
        read: dated.meant.because.is_some(),
        range: dated.start..dated.end,
    }
}

fn time(items: &[Item], entry: &Entry, announced: Option<NaiveDate>) -> WrittenTime {
    let spots = entry.places.iter().filter(|_| !entry.unpaired);
    WrittenTime {
        clock: entry.time.map(|range| (range.from.minutes, range.to.map(|to| to.minutes))),
        shift: shift(entry, announced),
        spots: spots.map(|named| spot(items, named)).collect(),
        range: entry.start..entry.end,
    }
}

/// Days from the announced date to that of a time.
fn shift(entry: &Entry, announced: Option<NaiveDate>) -> i64 {
    match entry.mark {
        Some(Mark::Shift(days)) => days,
        Some(Mark::Date(date)) => announced
            .and_then(|announced| Some((beside(&date.written, announced)? - announced).num_days()))
            .unwrap_or(0),
        None => 0,
    }
}

fn spot(items: &[Item], named: &Named) -> Spot {
    let clocks = match named.place {
        Place::Zone { zone, .. } | Place::WithoutRules(zone) => Spoken::Zone(zone.to_owned()),
        Place::Fixed(offset) => Spoken::Offset(offset),
        Place::Ambiguous(_) | Place::Local | Place::Unknown => Spoken::Unclear,
    };
    Spot { clocks, range: with_hour(items, named) }
}

/// A place with the `hora de` before it, or the `time` behind it.
fn with_hour(items: &[Item], named: &Named) -> Range<usize> {
    let first = items.partition_point(|item| item.end <= named.start);
    let last = items.partition_point(|item| item.start < named.end);
    let is_hour = |item: &&Item| item.kind == Kind::Hour;
    let (before, after) = (items.get(..first).unwrap_or_default(), items.get(last..).unwrap_or_default());
    let lead = before.iter().rev().find(|item| item.kind != Kind::Link).filter(is_hour);
    let trail = after.first().filter(is_hour).filter(|_| lead.is_none());
    lead.map_or(named.start, |item| item.start)..trail.map_or(named.end, |item| item.end)
}

fn kind(item: &Item) -> PieceKind {
    match item.kind {
        Kind::Time(_) | Kind::NoSuchTime => PieceKind::Time,
        Kind::Place(_) => PieceKind::Place,
        Kind::Date(when) if when.is_full() => PieceKind::Date,
        Kind::Date(_) | Kind::Shift(_) => PieceKind::Day,
        Kind::Aside { .. } => PieceKind::Aside,
        Kind::Length(minutes) => PieceKind::Length(minutes),
        Kind::Hour => PieceKind::Hour,
        Kind::Link | Kind::And => PieceKind::Link,
        Kind::Separator | Kind::Open | Kind::Close => PieceKind::Separator,
        Kind::Newline => PieceKind::Newline,
        Kind::Stop => PieceKind::Stop,
        Kind::Word { .. } => PieceKind::Word,
    }
}

impl WrittenTime {
    /// When it starts, and ends where that is said, on an announced day. An end that is not after the start is of the
    /// next day.
    pub fn on(&self, day: NaiveDate) -> Option<(NaiveDateTime, Option<NaiveDateTime>)> {
        let (from, to) = self.clock?;
        let midnight = day.checked_add_signed(TimeDelta::try_days(self.shift)?)?.and_time(NaiveTime::MIN);
        let at = |minutes: u32| midnight.checked_add_signed(TimeDelta::minutes(minutes.into()));
        let to = to.map(|to| if to <= from { to + 24 * 60 } else { to });
        Some((at(from)?, to.and_then(at)))
    }
}
