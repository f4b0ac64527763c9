//! Writes the embedded zones' rules from chrono-tz, a sixth of the bytes of chrono-tz's own tables
//! (docs/decisions/0002). Which zones those are is `CHRONO_TZ_TIMEZONE_FILTER` in .cargo/config.toml.

use chrono::{NaiveDate, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _};
use chrono_tz::{TZ_VARIANTS, Tz};
use std::fmt::Write as _;

/// Quarters of an hour, the unit of every change and offset since 2000 of the zones embedded.
const QUARTER: i64 = 900;
/// Rules are written from 2000 to 2056. By 2028 each zone does the same every year, and after 28 years
/// the calendar's weekdays repeat: what comes later is read 28 years earlier (zone.rs).
const YEARS: (i32, i32) = (2000, 2056);
/// No zone changes twice within so many days.
const STEP_DAYS: i64 = 2;

/// Offset before the first change, and changes: both in quarters of an hour, the latter since 2000.
#[derive(Clone, PartialEq)]
struct Rules {
    first: i64,
    changes: Vec<(i64, i64)>,
}

fn main() {
    println!("cargo:rerun-if-env-changed=CHRONO_TZ_TIMEZONE_FILTER");
    let mut all: Vec<Rules> = Vec::new();
    let mut names: Vec<(&str, usize)> = Vec::new();
    for zone in TZ_VARIANTS {
        let rules = rules(zone);
        let index = all.iter().position(|other| *other == rules).unwrap_or_else(|| {
            all.push(rules);
            all.len() - 1
        });
        names.push((zone.name(), index));
    }
    names.sort_unstable();
    let mut out = format!("pub const RELEASE: &str = {:?};\n", chrono_tz::IANA_TZDB_VERSION);
    writeln!(out, "pub static NAMES: &[(&str, u8)] = &{names:?};").unwrap();
    writeln!(out, "pub static RULES: &[Rules] = &[").unwrap();
    for (index, rules) in all.iter().enumerate() {
        let (own, then) = without_shared_end(rules, &all[..index]);
        let packed: Vec<u32> = own.iter().map(|change| pack(*change)).collect();
        writeln!(out, "Rules {{ first: {}, changes: &{packed:?}, then: {then} }},", rules.first).unwrap();
    }
    writeln!(out, "];").unwrap();
    let folder = std::env::var("OUT_DIR").unwrap();
    std::fs::write(std::path::Path::new(&folder).join("zones.rs"), out).unwrap();
}

fn epoch() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(YEARS.0, 1, 1).unwrap().and_time(chrono::NaiveTime::MIN)
}

fn rules(zone: Tz) -> Rules {
    let end = NaiveDate::from_ymd_opt(YEARS.1, 1, 1).unwrap().and_time(chrono::NaiveTime::MIN);
    let offset = |at: NaiveDateTime| i64::from(zone.offset_from_utc_datetime(&at).fix().local_minus_utc());
    let mut rules = Rules { first: quarters(offset(epoch())), changes: Vec::new() };
    let mut before = epoch();
    while before < end {
        let after = before + TimeDelta::days(STEP_DAYS);
        if offset(before) != offset(after) {
            let (mut low, mut high) = (before, after);
            while high - low > TimeDelta::seconds(1) {
                let middle = low + (high - low) / 2;
                if offset(middle) == offset(before) { low = middle } else { high = middle }
            }
            rules.changes.push((quarters((high - epoch()).num_seconds()), quarters(offset(high))));
        }
        before = after;
    }
    rules
}

fn quarters(seconds: i64) -> i64 {
    assert_eq!(seconds % QUARTER, 0, "a change or offset that is no whole quarter of an hour");
    seconds / QUARTER
}

/// A change in 32 bits: the offset in the low byte, the instant above it.
fn pack((at, offset): (i64, i64)) -> u32 {
    let offset = i8::try_from(offset).unwrap();
    u32::try_from(at << 8).unwrap() | u32::from(offset.cast_unsigned())
}

/// The changes that no earlier zone has at its end too, and that zone.
fn without_shared_end<'a>(rules: &'a Rules, earlier: &[Rules]) -> (&'a [(i64, i64)], String) {
    let shared = |other: &Rules| {
        let pairs = rules.changes.iter().rev().zip(other.changes.iter().rev());
        pairs.take_while(|(one, other)| one == other).count()
    };
    let best = earlier
        .iter()
        .map(shared)
        .enumerate()
        .max_by_key(|(index, count)| (*count, std::cmp::Reverse(*index)));
    match best {
        Some((index, count)) if count > 2 => {
            let own = rules.changes.len() - count;
            (&rules.changes[..own], format!("Some(({}, {index}))", pack(rules.changes[own]) >> 8))
        }
        _ => (&rules.changes, "None".to_owned()),
    }
}
