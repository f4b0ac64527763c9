//! When a session takes place.

use super::values::{or_report, report_reversed};
use crate::decode::Decoder;
use crate::event_file::{FLOATING, SessionEntry};
use crate::model::session::When;
use crate::problem::Problem;
use crate::time::{Instant, Offsets as _, Resolved, Zone, wall_time};
use chrono::TimeDelta;

/// When a session takes place whose times are wall times of `zone`; UTC's for [`FLOATING`], whose clocks neither
/// skip nor repeat a time. `None` if that can't be known.
pub(super) fn when(entry: &SessionEntry, zone: &Zone, decoder: &mut Decoder) -> Option<When> {
    let Some(start) = &entry.start else { return without_start(entry, decoder) };
    let (start, end) = start_and_end(start, entry, zone, decoder)?;
    Some(match entry.timezone.as_deref() {
        Some(FLOATING) => When::Floating { start: start.naive_utc(), end: end.map(|end| end.naive_utc()) },
        _ => When::Timed { start, end },
    })
}

fn without_start(entry: &SessionEntry, decoder: &mut Decoder) -> Option<When> {
    if entry.end.is_some() || entry.duration.is_some() {
        decoder.report(Problem::EndWithoutStart);
        return None;
    }
    let Some(date) = &entry.date else { return Some(When::Open) };
    decoder.key("date", |decoder| or_report(wall_time::date(date), decoder)).map(When::AllDay)
}

fn start_and_end(
    start: &str,
    entry: &SessionEntry,
    zone: &Zone,
    decoder: &mut Decoder,
) -> Option<(Instant, Option<Instant>)> {
    if entry.date.is_some() {
        decoder.report_at("date", Problem::DateAndStart);
    }
    let offset = optional("utc_offset", &entry.utc_offset, decoder, |text, decoder| {
        or_report(wall_time::offset(text), decoder)
    });
    let start = decoder.key("start", |decoder| instant(zone, start, offset.flatten(), decoder));
    let end = optional("end", &entry.end, decoder, |text, decoder| end_instant(zone, text, start, decoder));
    let length = optional("duration", &entry.duration, decoder, |text, decoder| {
        or_report(wall_time::duration(text), decoder)
    });
    let (start, end, length) = (start?, end?, length?);
    if let (Some(end), Some(length)) = (end, length) {
        report_disagreement(length, end.signed_duration_since(start), decoder);
    }
    let key = if end.is_some() { "end" } else { "duration" };
    let end = end.or_else(|| start.checked_add_signed(length?));
    let is_reversed = report_reversed(key, Some(start), end, zone, decoder);
    (!is_reversed).then_some((start, end))
}

/// What stands at `key`, if anything does; `None` if it can't be read.
fn optional<T>(
    key: &str,
    text: &Option<String>,
    decoder: &mut Decoder,
    read: impl FnOnce(&str, &mut Decoder) -> Option<T>,
) -> Option<Option<T>> {
    let Some(text) = text else { return Some(None) };
    decoder.key(key, |decoder| read(text, decoder)).map(Some)
}

fn report_disagreement(stated: TimeDelta, actual: TimeDelta, decoder: &mut Decoder) {
    if actual != stated {
        let (stated, actual) = (stated.num_minutes(), actual.num_minutes());
        decoder.report_at("duration", Problem::DurationDisagrees { stated, actual });
    }
}

/// The instant of a session's start. `offset` settles a repeated wall time; anywhere else it must be
/// the one in force.
fn instant(zone: &Zone, text: &str, offset: Option<i32>, decoder: &mut Decoder) -> Option<Instant> {
    let resolved = or_report(wall_time::resolve(text, zone), decoder)?;
    let Some(offset) = offset else {
        report_gap_or_fold(zone, resolved, decoder);
        return Some(resolved.instant());
    };
    let wall = wall_time::wall_time(text).ok()?;
    let stated = wall.checked_sub_signed(TimeDelta::seconds(offset.into()))?.and_utc();
    // At 24:00 the offset of the day that ends may be no longer in force.
    if zone.offset_at(stated) == offset || resolved == Resolved::Unique(stated) {
        return Some(stated);
    }
    let in_force = zone.offset_at(resolved.instant());
    decoder.report(Problem::OffsetNotInForce { in_force });
    None
}

/// The instant of a session's end: of a repeated wall time the first that lies after the start.
fn end_instant(zone: &Zone, text: &str, start: Option<Instant>, decoder: &mut Decoder) -> Option<Instant> {
    let resolved = or_report(wall_time::resolve(text, zone), decoder)?;
    if let (Resolved::Repeated { first, second }, Some(start)) = (resolved, start)
        && first <= start
    {
        return Some(second);
    }
    report_gap_or_fold(zone, resolved, decoder);
    Some(resolved.instant())
}

fn report_gap_or_fold(zone: &Zone, resolved: Resolved, decoder: &mut Decoder) {
    match resolved {
        Resolved::Unique(_) => {}
        Resolved::Skipped { before, after } => {
            decoder.report(Problem::Skipped { read_as: zone.wall_time(before), other: zone.wall_time(after) })
        }
        Resolved::Repeated { first, second } => {
            decoder.report(Problem::Repeated { first: zone.offset_at(first), second: zone.offset_at(second) })
        }
    }
}
