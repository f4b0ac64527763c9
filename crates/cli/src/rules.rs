//! `huso rules`

use crate::args::{RulesArgs, lang};
use crate::tzdata::Tzdata;
use crate::{Verdict, files};
use anyhow::{Context as _, Result, bail};
use huso_agenda::chrono::{NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta};
use huso_agenda::event_file::FLOATING;
use huso_agenda::model::reading::default_zones;
use huso_agenda::{EventFile, Instant, Offsets as _, encoding, event_file, iso, wall_time, zone};
use huso_registration::format::FormFile;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Days before the first session and after the last for which rules are written: sessions move.
const MARGIN: TimeDelta = TimeDelta::days(366);
/// A byte order mark, which a file that has one keeps.
const MARK: &str = "\u{feff}";

/// Writes an event file with the rules of its zones, everything else as it was.
pub fn rules(args: &RulesArgs) -> Result<Verdict> {
    let bytes = files::bytes(&args.file)?;
    let text = encoding::text(&bytes).unwrap_or_default();
    let Some(file) = event_file::parse::<FormFile>(text).0 else {
        for line in files::report(&args.file, &huso_explain::open(&bytes).1, lang(args.lang)) {
            eprintln!("{line}");
        }
        return Ok(Verdict::Faulty);
    };
    let tzdata = Tzdata::open(&args.zoneinfo).context("--zoneinfo")?;
    if let Some(own) = &file.timezone_rules
        && zone::is_release(&own.release)
        && own.release > tzdata.release
    {
        bail!(
            "the file has the rules of {} already, the installed ones are of {}",
            own.release,
            tzdata.release
        );
    }
    let rules = rules_of(&file, &tzdata).with_context(|| args.file.display().to_string())?;
    let mark = if bytes.starts_with(MARK.as_bytes()) { MARK } else { "" };
    let written = mark.to_owned() + &with_rules(text, &rules)?;
    match &args.output {
        Some(output) => std::fs::write(output, written)
            .with_context(|| format!("{} can't be written", output.display()))?,
        None => print!("{written}"),
    }
    let unused = format!("; not used by this program, which has {} itself", zone::RELEASE);
    let unused = if tzdata.release.as_str() > zone::RELEASE { "" } else { &unused };
    eprintln!("{}: rules of tzdata {}{unused}", args.file.display(), tzdata.release);
    Ok(Verdict::Fine)
}

/// A file's `timezone_rules` (docs/event-file.md).
#[derive(Serialize)]
struct Rules<'a> {
    release: &'a str,
    until: String,
    /// By zone, its offset from each instant on.
    zones: Map<String, Value>,
}

/// The rules of a file's zones as JSON, each key on its line.
fn rules_of(file: &EventFile<FormFile>, tzdata: &Tzdata) -> Result<String> {
    let (from, until) = span(file).context("no session has a date yet, and rules are written for dates")?;
    let utc = |instant: Instant| instant.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut zones = Map::new();
    for name in names(file) {
        let zone = tzdata.zone(&name)?;
        let mut offsets = Map::new();
        let first = (from, zone.offset_at(from));
        for (at, offset) in std::iter::once(first).chain(zone::changes(&zone, from, until)) {
            if offset % 60 != 0 {
                bail!("{name}: before {} its clocks were not whole minutes from UTC", utc(until));
            }
            offsets.insert(utc(at), iso::offset(offset).into());
        }
        zones.insert(name, offsets.into());
    }
    Ok(serde_json::to_string_pretty(&Rules { release: &tzdata.release, until: utc(until), zones })?)
}

/// Every zone that a file names, once each.
fn names(file: &EventFile<FormFile>) -> Vec<String> {
    let mut shown: Vec<String> = file.zones.iter().map(|zone| zone.timezone.clone()).collect();
    if shown.is_empty() {
        let zones = default_zones(&zone::Database::default());
        shown = zones.iter().map(|(zone, _)| zone.name().to_owned()).collect();
    }
    let sessions = file.sessions.iter().filter_map(|session| session.timezone.clone());
    let mut names = Vec::new();
    for name in std::iter::once(file.timezone.clone()).chain(shown).chain(sessions) {
        if name != FLOATING && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// From a year before the first date in a file's agenda to a year after the last. In which zone they
/// stand makes no difference to that.
fn span(file: &EventFile<FormFile>) -> Option<(Instant, Instant)> {
    let day = |text: &String| Some(wall_time::date(text).ok()?.and_time(NaiveTime::MIN));
    let times = file.sessions.iter().flat_map(|session| {
        let points = [&session.start, &session.end, &session.previous_start];
        let points = points.into_iter().flatten().filter_map(|text| wall_time::wall_time(text).ok());
        points.chain(session.date.as_ref().and_then(day))
    });
    let form = file.registration.iter().flat_map(|form| [&form.opens, &form.closes]);
    let form = form.flatten().filter_map(|text| wall_time::wall_time(text).ok());
    let times: Vec<NaiveDateTime> = times.chain(form).collect();
    let from = times.iter().min()?.checked_sub_signed(MARGIN)?;
    Some((from.and_utc(), times.iter().max()?.checked_add_signed(MARGIN)?.and_utc()))
}

/// An event file's text with other `timezone_rules`; no other byte is touched.
fn with_rules(text: &str, rules: &str) -> Result<String> {
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(text).context("the file's JSON")?;
    let end_of = |value: &RawValue| {
        let start = value.get().as_ptr().addr() - text.as_ptr().addr();
        start + value.get().len()
    };
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let rules = rules.replace('\n', &format!("{line_end}  "));
    let (before, between, after) = match members.get("timezone_rules") {
        Some(old) => {
            let end = end_of(old);
            (text.get(..end - old.get().len()), String::new(), text.get(end..))
        }
        None => {
            let end = members.values().map(|value| end_of(value)).max().context("the file is empty")?;
            (text.get(..end), format!(",{line_end}  \"timezone_rules\": "), text.get(end..))
        }
    };
    Ok([before.unwrap_or_default(), &between, &rules, after.unwrap_or_default()].concat())
}

#[cfg(test)]
mod tests {
    use super::with_rules;

    #[test]
    fn nothing_but_the_rules_changes() {
        for (file, expected) in [
            (
                "{\n  \"a\": 1.0,\n  \"b\": {}\n}\n",
                "{\n  \"a\": 1.0,\n  \"b\": {},\n  \"timezone_rules\": {\n    1\n  }\n}\n",
            ),
            ("{\"b\": [1, 2]}", "{\"b\": [1, 2],\n  \"timezone_rules\": {\n    1\n  }}"),
            (
                "{\"b\": 1, \"timezone_rules\": {\"x\": \"}\"}, \"a\": \"á\"}",
                "{\"b\": 1, \"timezone_rules\": {\n    1\n  }, \"a\": \"á\"}",
            ),
            ("{\r\n\"b\": 1\r\n}", "{\r\n\"b\": 1,\r\n  \"timezone_rules\": {\r\n    1\r\n  }\r\n}"),
        ] {
            assert_eq!(with_rules(file, "{\n  1\n}").unwrap(), expected);
        }
    }
}
