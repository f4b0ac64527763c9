//! The zones under an event file's rules.

use super::newer_rules::{self, NewerRules};
use super::offsets::Instant;
use super::tzdata::RELEASE;
use super::zone::Zone;
use crate::problem::Problem;
use std::sync::Arc;

/// The zones as an event's times follow them: the embedded ones, and in their place those of the event
/// file where it has newer rules (design decision 3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Database {
    release: Option<String>,
    newer: Vec<Arc<NewerRules>>,
}

impl Database {
    /// The embedded zones under an event file's rules: for each zone, its offsets in seconds east of UTC and
    /// from when on, in order; `until` when they hold. Rules that are older than the embedded ones, or as old,
    /// change nothing.
    ///
    /// # Errors
    /// [`Problem::BadRules`] for what is no release's name.
    pub fn try_new(
        release: String,
        until: Instant,
        zones: impl IntoIterator<Item = (String, Vec<(Instant, i32)>)>,
    ) -> Result<Self, Problem> {
        if !is_release(&release) {
            return Err(Problem::BadRules { found: release, like: RELEASE });
        }
        if release.as_str() <= RELEASE {
            return Ok(Self::default());
        }
        let newer = zones.into_iter().map(|(zone, offsets)| {
            let offsets = offsets.into_iter().map(|(from, offset)| (from.timestamp(), offset)).collect();
            Arc::new(if Zone::is_embedded(&zone) {
                NewerRules::new(zone, offsets, until.timestamp())
            } else {
                NewerRules::alone(zone, offsets)
            })
        });
        Ok(Self { newer: newer.collect(), release: Some(release) })
    }

    /// The zone of an IANA name, links included.
    ///
    /// # Errors
    /// Those of [`Zone::named`], for zones of which the event file has no rules either.
    pub fn get(&self, name: &str) -> Result<Zone, Problem> {
        let known = Zone::named(name);
        if let Err(Problem::AmbiguousZone { .. }) = known {
            return known;
        }
        newer_rules::of(name, &self.newer).map_or(known, |rules| Ok(Zone::under(rules, name)))
    }

    /// Release of the newest rules in use: the event file's, else [`RELEASE`].
    pub fn release(&self) -> &str {
        self.release.as_deref().unwrap_or(RELEASE)
    }

    /// The releases in use: `2026f`; with newer rules in the event file
    /// `2027a (America/Santiago, America/Lima), 2026f`.
    pub fn used(&self) -> String {
        let Some(release) = &self.release else { return RELEASE.to_owned() };
        let names: Vec<&str> = self.newer.iter().map(|rules| rules.zone()).collect();
        [release, " (", &names.join(", "), "), ", RELEASE].concat()
    }
}

/// Whether it is a release's name: a year and a letter, as in 2026f. Those sort by age.
pub fn is_release(text: &str) -> bool {
    let (year, letter) = text.split_at_checked(4).unwrap_or_default();
    let is_digit = |byte: u8| byte.is_ascii_digit();
    year.bytes().all(is_digit) && !letter.is_empty() && letter.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Agenda, Offsets as _, event_file, wall_time};

    fn at(text: &str) -> Instant {
        wall_time::instant(text).unwrap()
    }

    /// The database of an event file with these rules, and the faults of the file.
    fn database(rules: &str) -> (Database, Vec<String>) {
        let file = format!(
            r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima",
            "sessions": [{{"id": "a", "title": "A"}}], "timezone_rules": {rules}}}"#
        );
        let (file, mut faults) = event_file::parse::<String>(&file);
        let (agenda, more) = Agenda::try_new(file.unwrap());
        faults.extend(more);
        let lines = faults.iter().map(|fault| format!("{}: {:?}", fault.place, fault.problem)).collect();
        (agenda.unwrap().database, lines)
    }

    /// Chile on -03:00 all year, from 2027 to 2029.
    const NEWER: &str = r#"{"release": "2027z", "until": "2029-01-01T00:00:00Z", "zones": {
        "America/Santiago": {"2027-01-01T00:00:00Z": "-03:00"},
        "America/Argentina/Buenos_Aires": {"2027-02-01T00:00:00Z": "-02:00", "2027-01-01T00:00:00Z": "-03:00"},
        "Antarctica/New": {"2027-01-01T00:00:00Z": "+08:00", "2027-07-01T00:00:00Z": "+09:00"}}}"#;

    #[test]
    fn newer_rules_win_within_their_span() {
        let (database, faults) = database(NEWER);
        assert_eq!(faults, [""; 0]);
        assert_eq!(database.release(), "2027z");
        let chile = database.get("America/Santiago").unwrap();
        for (instant, offset) in [
            ("2026-07-01T00:00:00Z", -4),
            ("2026-12-31T23:59:59Z", -3),
            ("2027-07-01T00:00:00Z", -3),
            ("2028-12-31T23:59:59Z", -3),
            ("2029-07-01T00:00:00Z", -4),
        ] {
            assert_eq!(chile.offset_at(at(instant)), offset * 3_600, "{instant}");
        }
        assert_eq!(Zone::named("America/Santiago").unwrap().offset_at(at("2027-07-01T00:00:00Z")), -14_400);
        let lima = database.get("America/Lima").unwrap();
        assert_eq!(lima, Zone::named("America/Lima").unwrap());
    }

    /// Cuba's winter of 2026, in which clocks are not set back, is not in chrono-tz (tzdata 2026f).
    #[test]
    fn outside_the_span_of_the_files_rules_the_programs_own_hold() {
        let file = r#"{"release": "2027z", "until": "2029-01-01T00:00:00Z", "zones": {
            "America/Havana": {"2028-01-01T00:00:00Z": "-03:00"}}}"#;
        let cuba = database(file).0.get("America/Havana").unwrap();
        for (instant, offset) in [
            ("2026-12-01T00:00:00Z", -4),
            ("2027-12-01T00:00:00Z", -5),
            ("2028-12-01T00:00:00Z", -3),
            ("2029-12-01T00:00:00Z", -5),
        ] {
            assert_eq!(cuba.offset_at(at(instant)), offset * 3_600, "{instant}");
        }
    }

    #[test]
    fn newer_rules_are_those_of_links_too() {
        let (database, _) = database(NEWER);
        let instant = at("2027-03-01T00:00:00Z");
        for name in ["America/Argentina/Buenos_Aires", "America/Buenos_Aires"] {
            let zone = database.get(name).unwrap();
            assert_eq!((zone.name(), zone.offset_at(instant)), (name, -7_200));
        }
        // The same clocks since 2000, and yet not the same zone.
        assert_eq!(database.get("America/Sao_Paulo").unwrap().offset_at(instant), -10_800);
    }

    #[test]
    fn the_file_may_know_a_zone_that_is_not_embedded() {
        let (database, _) = database(NEWER);
        let zone = database.get("Antarctica/New").unwrap();
        assert_eq!(zone.name(), "Antarctica/New");
        for (instant, offset) in
            [("2000-01-01T00:00:00Z", 8), ("2027-08-01T00:00:00Z", 9), ("2040-01-01T00:00:00Z", 9)]
        {
            assert_eq!(zone.offset_at(at(instant)), offset * 3_600, "{instant}");
        }
        assert!(matches!(database.get("Antarctica/Old"), Err(Problem::UnknownZone { .. })));
    }

    #[test]
    fn rules_that_are_not_newer_change_nothing() {
        for release in ["2026f", "2026a", "2025c", "1999b"] {
            let (database, faults) = database(&NEWER.replace("2027z", release));
            assert_eq!((database, faults.len()), (Database::default(), 0), "{release}");
        }
        assert_eq!(Database::default().release(), RELEASE);
    }

    #[test]
    fn rules_that_cannot_be_read_say_where_and_change_nothing() {
        for (wrong, place) in [
            (NEWER.replace("2027z", "newest"), "timezone_rules.release: "),
            (NEWER.replace("2027z", "202f"), "timezone_rules.release: "),
            (NEWER.replace("2029-01-01T00:00:00Z", "2029"), "timezone_rules.until: "),
            (
                NEWER.replacen("-03:00", "-3", 1),
                "timezone_rules.zones.America/Santiago.2027-01-01T00:00:00Z: ",
            ),
            (
                NEWER.replacen("2027-01-01T00:00:00Z", "2027-01-01", 1),
                "timezone_rules.zones.America/Santiago.2027-01-01: ",
            ),
            (
                NEWER.replacen(r#""2027-01-01T00:00:00Z": "-03:00""#, "", 1),
                "timezone_rules.zones.America/Santiago: ",
            ),
            (r#"{"release": "2027z"}"#.to_owned(), "timezone_rules.zones: "),
        ] {
            let (database, faults) = database(&wrong);
            assert_eq!(faults.len(), 1, "{wrong}\n{faults:?}");
            assert!(faults[0].starts_with(place), "{place} {faults:?}");
            let chile = database.get("America/Santiago").unwrap();
            assert_eq!(chile.offset_at(at("2027-07-01T00:00:00Z")), -14_400, "{wrong}");
        }
    }
}
