//! Columns that have the same times on other clocks: `Hora Chile`, `Hora Colombia`, `México`.

use super::lister::Lister;
use super::mapping::Field;
use super::said::{place, time};
use crate::{FindingKind, Stated};
use chrono::Timelike as _;
use huso_agenda::{Offsets as _, Zone};
use huso_announcement::{Basis, Finding, FindingKind as Fault};

impl Lister<'_> {
    /// Reports times on other clocks that are not those of the start.
    pub(super) fn check_elsewhere(&mut self, row: usize, start: Option<&Stated>) {
        let columns: Vec<usize> = self.mapping.all(Field::Start).collect();
        let [first, others @ ..] = columns.as_slice() else { return };
        let Some((own, wall)) = self.clocks(*first, start) else { return };
        let instant = own.resolve(wall).instant();
        for column in others {
            let cell = self.sheet.down(row, *column).clone();
            let Some((name, zone)) = self.named(*column) else { continue };
            let right = zone.wall_time(instant);
            let minutes = right.hour() * 60 + right.minute();
            // Midnight is 0 and 24.
            if time(&cell).from.is_none_or(|from| from % 1440 == minutes) {
                continue;
            }
            let fault = Fault::WrongTime {
                place: name,
                right,
                shift: (right.date() - wall.date()).num_days(),
                written: right.format("%H:%M").to_string(),
                on: Vec::new(),
                of: 1,
                basis: Basis::First,
                compared_with: self.sheet.down(row, *first).shown(),
            };
            let text = cell.shown();
            let finding =
                Finding { line: row + 1, column: column + 1, range: 0..text.len(), text, kind: fault };
            self.find(row, *column, FindingKind::Times(Box::new(finding)));
        }
    }

    /// The clocks of the start, and what they show.
    fn clocks(&self, column: usize, start: Option<&Stated>) -> Option<(Zone, chrono::NaiveDateTime)> {
        match start? {
            Stated::Wall(wall) => Some((self.named(column)?.1, *wall)),
            Stated::Zoned(wall, zone) => Some((Zone::named(zone).ok()?, *wall)),
            _ => None,
        }
    }

    /// The place that a column's header names, and its clocks.
    fn named(&self, column: usize) -> Option<(String, Zone)> {
        let header = self.sheet.at(self.mapping.header?, column).shown();
        let (zone, _) = place(&header)?;
        Some((header, Zone::named(&zone).ok()?))
    }
}
