//! The rulers, one a place.

use super::clock::Clock;
use super::scale::Scale;
use crate::time::{Offsets, Zone};
use crate::timetable::agree;
use chrono::NaiveDate;

/// A place's ruler.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which of the columns it is, from 0; `None` for the reader's own place where no column has its clocks.
    pub column: Option<usize>,
    /// Whether it is the reader's own.
    pub is_mine: bool,
    /// What its clocks show.
    pub clock: Clock,
}

/// The rulers of some zones and of the reader's own clocks, from east to west as they are when the scale begins.
/// Where the reader's clocks agree with a zone's all along the scale, that is the reader's.
pub fn rows(scale: &Scale, zones: &[Zone], mine: Option<&dyn Offsets>, day: NaiveDate) -> Vec<Row> {
    let instants = scale.hours();
    let is_mine = |zone: &Zone| mine.is_some_and(|mine| agree(zone, mine, &instants));
    let mut own = mine;
    let mut all: Vec<(i32, Row)> = Vec::new();
    for (index, zone) in zones.iter().enumerate() {
        let is_mine = own.is_some() && is_mine(zone);
        if is_mine {
            own = None;
        }
        let row = Row { column: Some(index), is_mine, clock: Clock::new(scale, zone, day) };
        all.push((zone.offset_at(scale.start), row));
    }
    if let Some(own) = own {
        let row = Row { column: None, is_mine: true, clock: Clock::new(scale, own, day) };
        all.push((own.offset_at(scale.start), row));
    }
    all.sort_by_key(|(offset, _)| -offset);
    all.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wall_time::instant;

    fn zones(names: &[&str]) -> Vec<Zone> {
        names.iter().map(|name| Zone::named(name).unwrap()).collect()
    }

    /// The columns from east to west; `-` for the reader's own, `*` for a column that is the reader's.
    fn order(start: &str, mine: &str, columns: &[&str]) -> Vec<String> {
        let start = instant(start).unwrap();
        let scale = Scale { start, end: start + chrono::TimeDelta::hours(10) };
        let mine = Zone::named(mine).unwrap();
        let day = mine.wall_time(start).date();
        let name = |row: &Row| match row.column {
            Some(column) => format!("{column}{}", if row.is_mine { "*" } else { "" }),
            None => "-".to_owned(),
        };
        rows(&scale, &zones(columns), Some(&mine), day).iter().map(name).collect()
    }

    const COUNTRIES: &[&str] =
        &["America/Santiago", "America/Bogota", "America/Mexico_City", "Europe/Madrid"];

    #[test]
    fn from_east_to_west_with_mine_in_its_place() {
        let order = |mine| order("2027-08-11T13:00:00Z", mine, COUNTRIES);
        assert_eq!(order("America/Argentina/Buenos_Aires"), ["3", "-", "0", "1", "2"]);
        assert_eq!(order("America/Lima"), ["3", "0", "1*", "2"]);
    }

    /// Chile and Bolivia agree until Chile's clocks are set forward, in the night of 4 September 2027.
    #[test]
    fn clocks_that_part_within_the_scale_are_two_rulers() {
        let order = |start| order(start, "America/La_Paz", &["America/Santiago"]);
        assert_eq!(order("2027-09-04T13:00:00Z"), ["0*"]);
        assert_eq!(order("2027-09-04T20:00:00Z"), ["0", "-"]);
    }
}
