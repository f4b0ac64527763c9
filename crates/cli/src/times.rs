//! `huso times`

use crate::args::{TimesArgs, TimesFormat, lang};
use crate::tzdata::world;
use crate::{Verdict, files};
use anyhow::{Result, bail};
use huso_agenda::chrono::{DateTime, FixedOffset, SecondsFormat};
use huso_agenda::zone::Floating;
use huso_agenda::{Agenda, Diagnostic, Instant, Lang, Offsets, Problem, Session, When, Zone, iso};
use huso_i18n::labels::{self, HourCycle, ZonedTime};
use huso_i18n::{Message as _, Texts as _, zone_names};
use serde::Serialize;
use std::collections::BTreeMap;

/// Prints each session's times in each zone.
pub fn times(args: &TimesArgs) -> Result<Verdict> {
    let lang = lang(args.lang);
    let (event, faults) = files::event(&args.file)?;
    for line in files::report(&args.file, &faults, lang) {
        eprintln!("{line}");
    }
    let Some(event) = event else { return Ok(Verdict::Faulty) };
    let columns = columns(&event.agenda, &args.zones, lang)?;
    match args.format {
        TimesFormat::Text => print!("{}", text(&event.agenda, &columns, lang)),
        TimesFormat::Json => print!("{}", json_list(&event.agenda, &columns)?),
    }
    Ok(if files::has_errors(&faults) { Verdict::Faulty } else { Verdict::Fine })
}

/// A zone whose times are listed.
struct Column {
    name: String,
    label: String,
    zone: Box<dyn Offsets>,
}

/// The zones asked for, anywhere in the world; else the event's.
fn columns(agenda: &Agenda, wanted: &[String], lang: Lang) -> Result<Vec<Column>> {
    if wanted.is_empty() {
        let column = |(zone, label): &(Zone, huso_agenda::Text)| Column {
            name: zone.name().to_owned(),
            label: label.get(lang, agenda.language).to_owned(),
            zone: Box::new(zone.clone()),
        };
        return Ok(agenda.shown_zones.iter().map(column).collect());
    }
    let column = |name: &String| {
        let zone: Box<dyn Offsets> = match agenda.database.get(name) {
            Ok(zone) => Box::new(zone),
            Err(problem) => match (&problem, world(name)) {
                (Problem::UnknownZone { .. }, Some(zone)) => Box::new(zone),
                _ => bail!(Diagnostic { place: format!("--zone {name}"), problem }.line(lang)),
            },
        };
        Ok(Column { name: name.clone(), label: zone_names::place(name, lang), zone })
    };
    wanted.iter().map(column).collect()
}

fn text(agenda: &Agenda, columns: &[Column], lang: Lang) -> String {
    let texts = lang.widget();
    let mut out = format!("{}\n", agenda.title.get(lang, agenda.language));
    for day in agenda.days() {
        let date = day.date.map_or_else(|| texts.open_date.to_owned(), |date| labels::full_date(date, lang));
        let mut rows = vec![columns.iter().map(|column| column.label.clone()).collect::<Vec<_>>()];
        rows.extend(day.sessions.iter().map(|session| cells(session, columns, lang)));
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns.len()).map(width).collect();
        let titles = day.sessions.iter().map(|session| session.title.get(lang, agenda.language));
        out.push_str(&format!("\n{date}\n"));
        for (row, title) in rows.iter().zip(std::iter::once("").chain(titles)) {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                line.push_str(&format!("{cell:<width$}  "));
            }
            line.push_str(title);
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out
}

/// A session's times, one a zone.
fn cells(session: &Session, columns: &[Column], lang: Lang) -> Vec<String> {
    let texts = lang.widget();
    let range = |zone: &dyn Offsets, start: Instant, end: Option<Instant>| {
        let shown =
            |time: ZonedTime| time.clock + &time.mark.map(|mark| format!(" ({mark})")).unwrap_or_default();
        match end {
            Some(end) => {
                labels::zoned_range(start, end, zone, session.day, HourCycle::H23, lang).map(shown).join("–")
            }
            None => shown(labels::zoned_time(start, zone, session.day, HourCycle::H23, lang)),
        }
    };
    let cell = |column: &Column| match session.when {
        When::Timed { start, end } => range(column.zone.as_ref(), start, end),
        When::Floating { start, end } => {
            let times = range(&Floating, start.and_utc(), end.map(|end| end.and_utc()));
            format!("{times} {}", texts.local_time)
        }
        When::AllDay(_) => texts.all_day.to_owned(),
        When::Open => texts.open_time.to_owned(),
    };
    columns.iter().map(cell).collect()
}

/// A session as `--format json` has it, its keys in the order in which they were always written.
#[derive(Serialize)]
#[serde(untagged)]
enum Times<'a> {
    /// RFC 3339, UTC, and in each zone.
    Timed {
        end: Option<String>,
        id: &'a str,
        start: String,
        zones: BTreeMap<&'a str, Range>,
    },
    /// Wall times.
    Floating {
        end: Option<String>,
        id: &'a str,
        start: String,
    },
    /// ISO 8601.
    AllDay {
        date: String,
        id: &'a str,
    },
    Open {
        id: &'a str,
    },
}

/// RFC 3339 with the zone's offset.
#[derive(Serialize)]
struct Range {
    end: Option<String>,
    start: Option<String>,
}

/// A JSON list, one object a session and a line.
fn json_list(agenda: &Agenda, columns: &[Column]) -> Result<String> {
    let line = |session: &Session| serde_json::to_string(&times_of(session, columns));
    let lines: Vec<String> = agenda.sessions.iter().map(line).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

fn times_of<'a>(session: &'a Session, columns: &'a [Column]) -> Times<'a> {
    let id = session.id.as_str();
    let utc = |instant: Instant| instant.to_rfc3339_opts(SecondsFormat::Secs, true);
    match session.when {
        When::Timed { start, end } => {
            let range = |column: &'a Column| {
                let local = |instant| local(instant, column.zone.as_ref());
                (column.name.as_str(), Range { start: local(start), end: end.and_then(local) })
            };
            let zones = columns.iter().map(range).collect();
            Times::Timed { id, start: utc(start), end: end.map(utc), zones }
        }
        When::Floating { start, end } => {
            Times::Floating { id, start: iso::minute(start), end: end.map(iso::minute) }
        }
        When::AllDay(date) => Times::AllDay { id, date: date.to_string() },
        When::Open => Times::Open { id },
    }
}

/// RFC 3339 with the zone's offset.
fn local(instant: Instant, zone: &dyn Offsets) -> Option<String> {
    let offset = FixedOffset::east_opt(zone.offset_at(instant))?;
    let local: DateTime<FixedOffset> = instant.with_timezone(&offset);
    Some(local.to_rfc3339_opts(SecondsFormat::Secs, false))
}
