//! What is on the ruler of a day.

use super::super::strand_name::{StrandName, strand_name};
use crate::context::{EventContext, LocaleContext, ZonesContext};
use huso_agenda::chrono::NaiveDate;
use huso_agenda::ruler::{Clock, Scale, rows};
use huso_agenda::strands::{Block, By, strands};
use huso_agenda::timetable::columns_at;
use huso_agenda::{Instant, Offsets, Zone};
use huso_i18n::Texts as _;
use std::rc::Rc;

/// Most places that are compared.
pub const MOST_PLACES: usize = 5;
/// Most tracks beside each other on an upright ruler.
const MOST_TRACKS: usize = 4;

/// What is on the ruler of a day. Equal to itself only.
pub struct RulerDay {
    /// The day, in the event's zone.
    pub date: NaiveDate,
    /// The stretch of time that is shown.
    pub scale: Scale,
    /// The places, from east to west.
    pub places: Vec<RulerPlace>,
    /// Whether sessions are told apart by track or by venue.
    pub by: By,
    /// The sessions, by that.
    pub strands: Vec<RulerStrand>,
    /// The sessions in the order of their starts, each with the strand that it is of.
    pub blocks: Vec<(usize, Block)>,
}

/// A place and its clocks.
#[derive(Clone)]
pub struct RulerPlace {
    /// What it is called.
    pub label: String,
    /// Whether it is the visitor's own.
    pub is_mine: bool,
    /// Where it stands in the list, from 0; the visitor's own before all others.
    pub rank: usize,
    /// What its clocks show along the scale.
    pub clock: Clock,
    /// The zone.
    pub zone: Rc<dyn Offsets>,
}

/// A track or a venue and its sessions.
#[derive(Clone)]
pub struct RulerStrand {
    /// What it is called.
    pub name: StrandName,
    /// In the order of their starts.
    pub blocks: Vec<Block>,
}

impl PartialEq for RulerDay {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl RulerDay {
    /// The ruler of some of a day's sessions; `None` if none of them has a time.
    pub fn new(
        event: &EventContext,
        locale: LocaleContext,
        zones: &ZonesContext,
        date: NaiveDate,
        shown: &[usize],
    ) -> Option<Self> {
        let agenda = event.agenda();
        let by = By::of(agenda);
        let all = strands(agenda, shown, by);
        let mut blocks: Vec<(usize, Block)> = Vec::new();
        for (index, strand) in all.iter().enumerate() {
            blocks.extend(strand.blocks.iter().map(|block| (index, *block)));
        }
        blocks.sort_by_key(|(strand, block)| (block.start, *strand));
        let timed: Vec<Block> = blocks.iter().map(|(_, block)| *block).collect();
        let scale = Scale::around(&timed, &agenda.zone)?;
        let strands = all
            .into_iter()
            .map(|strand| RulerStrand {
                name: strand_name(&strand, agenda, by, locale),
                blocks: strand.blocks,
            })
            .collect();
        let places = places(event, locale, zones, date, &scale);
        Some(Self { date, scale, places, by, strands, blocks })
    }

    /// The tracks, where there are too many of them for an upright ruler.
    pub fn too_many_tracks(&self) -> Option<Vec<(usize, StrandName)>> {
        let tracks = self.strands.iter().enumerate().filter(|(_, strand)| strand.name.number.is_some());
        let tracks: Vec<_> = tracks.map(|(index, strand)| (index, strand.name.clone())).collect();
        (tracks.len() > MOST_TRACKS).then_some(tracks)
    }

    /// The same with one of the tracks, and with what is for everybody.
    pub fn only(&self, track: usize) -> Self {
        let is_kept =
            |(index, strand): &(usize, &RulerStrand)| *index == track || strand.name.number.is_none();
        let kept: Vec<_> = self.strands.iter().enumerate().filter(is_kept).collect();
        let place = |index: usize| kept.iter().position(|(other, _)| *other == index);
        let blocks = self.blocks.iter().filter_map(|(index, block)| Some((place(*index)?, *block))).collect();
        Self {
            date: self.date,
            scale: self.scale,
            places: self.places.clone(),
            by: self.by,
            strands: kept.iter().map(|(_, strand)| (*strand).clone()).collect(),
            blocks,
        }
    }

    /// From where to where a session goes, in minutes of the scale.
    pub fn span(&self, block: &Block) -> (i64, i64) {
        let length = self.scale.minutes();
        (self.scale.minute(block.start).clamp(0, length), self.scale.minute(block.end).clamp(0, length))
    }

    /// The session that is looked at with the cursor at a minute: the one that is `selected` while it is under way,
    /// else the first one that is.
    pub fn looked_at(&self, minute: i64, selected: Option<usize>) -> Option<&Block> {
        let instant = self.scale.instant(minute);
        let is_on = |block: &&Block| block.start <= instant && instant < block.end;
        let on = || self.strands.iter().flat_map(|strand| &strand.blocks).filter(is_on);
        on().find(|block| Some(block.index) == selected).or_else(|| on().next())
    }

    /// Where the cursor is at first: at the session that is selected, now, or at the first session.
    pub fn first_minute(&self, selected: Option<usize>, now: Instant) -> i64 {
        let of = |block: &Block| self.scale.minute(block.start);
        let selected = self.blocks.iter().find(|(_, block)| Some(block.index) == selected);
        let first = || self.blocks.first().map(|(_, block)| of(block));
        selected
            .map(|(_, block)| of(block))
            .or_else(|| self.scale.within(now))
            .or_else(first)
            .unwrap_or_default()
    }
}

fn places(
    event: &EventContext,
    locale: LocaleContext,
    zones: &ZonesContext,
    date: NaiveDate,
    scale: &Scale,
) -> Vec<RulerPlace> {
    let columns = columns_at(&zones.shown, &scale.hours(), locale.lang, event.agenda().language);
    let compared: Vec<Zone> = columns.iter().map(|column| column.zone.clone()).collect();
    let mine = zones.viewer.zone.clone();
    let own_label = || match zones.viewer_place() {
        "" => locale.lang.widget().your_time.to_owned(),
        place => place.to_owned(),
    };
    let rows = rows(scale, &compared, Some(mine.as_ref()), date);
    rows.into_iter()
        .map(|row| {
            let column = row.column.and_then(|index| columns.get(index));
            let (label, zone): (String, Rc<dyn Offsets>) = match column {
                Some(column) => (column.label.clone(), Rc::new(column.zone.clone())),
                None => (own_label(), mine.clone()),
            };
            let rank = row.column.filter(|_| !row.is_mine).map_or(0, |column| column + 1);
            RulerPlace { label, is_mine: row.is_mine, rank, clock: row.clock, zone }
        })
        .collect()
}
