//! The times beside the grid.

use super::scale::GridScale;
use crate::time::{Instant, Offsets};
use chrono::{NaiveDate, NaiveDateTime, Timelike as _};

/// A half hour beside the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisTick {
    /// When.
    pub instant: Instant,
    /// How far down, in px.
    pub top: f64,
    /// What the clocks show.
    pub wall: NaiveDateTime,
    /// Whether a full hour begins.
    pub is_hour: bool,
    /// Whether its date is another than the one before it.
    pub is_new_date: bool,
}

/// The half hours as a zone's clocks show them, under the heading of a `day`.
pub fn axis(scale: &GridScale, zone: &dyn Offsets, day: NaiveDate) -> Vec<AxisTick> {
    let mut date = day;
    let tick = |instant| {
        let wall = zone.wall_time(instant);
        let is_new_date = wall.date() != date;
        date = wall.date();
        AxisTick { instant, top: scale.top(instant), wall, is_hour: wall.minute() == 0, is_new_date }
    };
    scale.half_hours().map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;
    use crate::strands::Block;
    use crate::wall_time::instant;

    #[test]
    fn another_date_is_marked_once() {
        let (start, end) =
            (instant("2027-08-12T02:30:00Z").unwrap(), instant("2027-08-12T04:00:00Z").unwrap());
        let scale = GridScale::of(&[Block { index: 0, start, end }]).unwrap();
        let day = NaiveDate::from_ymd_opt(2027, 8, 11).unwrap();
        let ticks = axis(&scale, &Zone::named("America/Argentina/Buenos_Aires").unwrap(), day);
        let words: Vec<String> = ticks
            .iter()
            .map(|tick| format!("{}{}", tick.wall.format("%H:%M"), if tick.is_new_date { "!" } else { "" }))
            .collect();
        assert_eq!(words, ["23:30", "00:00!", "00:30", "01:00"]);
    }
}
