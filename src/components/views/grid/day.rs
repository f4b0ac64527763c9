//! What is on the grid of a day.

use super::super::strand_name::{StrandName, strand_name};
use crate::context::{EventContext, LocaleContext, ZonesContext};
use huso_agenda::chrono::NaiveDate;
use huso_agenda::grid::{AxisTick, GridScale, axis};
use huso_agenda::strands::{Arranged, Block, By, arrange, strands};
use huso_agenda::timetable::{Column, agree, columns_at};
use huso_agenda::{Instant, Offsets};
use huso_i18n::Texts as _;
use std::rc::Rc;

/// What is on the grid of a day. Equal to itself only.
pub struct GridDay {
    /// The day, in the event's zone.
    pub date: NaiveDate,
    /// How far down instants are.
    pub scale: GridScale,
    /// The tracks or venues, each with how many sessions it has.
    pub strands: Vec<(StrandName, usize)>,
    /// Whether they are tracks or venues.
    pub by: By,
    /// Which have columns, and where each session stands.
    pub arranged: Arranged,
    /// The half hours on the visitor's clocks.
    pub own: Vec<AxisTick>,
    /// On the event's, where those show something else, and what its place is called.
    pub event: Option<(String, Vec<AxisTick>)>,
    /// The countries whose clocks show something else than the visitor's.
    pub columns: Rc<Vec<Column>>,
}

impl PartialEq for GridDay {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl GridDay {
    /// The grid of some of a day's sessions; `None` if none of them has a time.
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
        let arranged = arrange(&all);
        let blocks: Vec<Block> = arranged.places.iter().map(|place| place.block).collect();
        let scale = GridScale::of(&blocks)?;
        let mine = zones.viewer.zone.as_ref();
        let instants: Vec<Instant> = scale.half_hours().collect();
        let differs = |zone: &dyn Offsets| !agree(zone, mine, &instants);
        let mut columns = columns_at(&zones.shown, &instants, locale.lang, agenda.language);
        let of_event = columns.iter().find(|column| agree(&column.zone, &agenda.zone, &instants));
        let place =
            of_event.map_or_else(|| locale.lang.views().event_time.to_owned(), |column| column.label.clone());
        columns.retain(|column| differs(&column.zone));
        Some(Self {
            date,
            by,
            own: axis(&scale, mine, date),
            event: differs(&agenda.zone).then(|| (place, axis(&scale, &agenda.zone, date))),
            columns: Rc::new(columns),
            strands: all
                .iter()
                .map(|strand| (strand_name(strand, agenda, by, locale), strand.blocks.len()))
                .collect(),
            arranged,
            scale,
        })
    }

    /// The strands that have a column of their own, in order.
    pub fn columns_of_strands(&self) -> impl Iterator<Item = (usize, &StrandName, usize)> {
        self.arranged.columns.iter().filter_map(|strand| {
            let (name, count) = self.strands.get(*strand)?;
            Some((*strand, name, *count))
        })
    }

    /// Those, with what they are called.
    pub fn named_columns(&self) -> Vec<(usize, StrandName)> {
        self.columns_of_strands().map(|(strand, name, _)| (strand, name.clone())).collect()
    }
}
