//! `huso times`

use crate::args::{TimesArgs, TimesFormat, lang};
use crate::{Verdict, files};
use anyhow::{Result, anyhow};
use huso_agenda::chrono::{DateTime, FixedOffset, SecondsFormat};
use huso_agenda::labels::{self, HourCycle};
use huso_agenda::zone::Floating;
use huso_agenda::{Agenda, Diagnostic, Instant, Lang, Offsets, Session, When, Zone};
use serde_json::{Map, Value, json};

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
        TimesFormat::Json => print!("{}", json_list(&event.agenda, &columns)),
    }
    Ok(if files::has_errors(&faults) { Verdict::Faulty } else { Verdict::Fine })
}

/// Zones and their headings: those asked for, else the event's.
fn columns(agenda: &Agenda, wanted: &[String], lang: Lang) -> Result<Vec<(Zone, String)>> {
    if wanted.is_empty() {
        let label = |(zone, label): &(Zone, huso_agenda::Text)| {
            (zone.clone(), label.get(lang, agenda.language).to_owned())
        };
        return Ok(agenda.shown_zones.iter().map(label).collect());
    }
    let named = |name: &String| {
        let fault = |problem| Diagnostic { place: format!("--zone {name}"), problem };
        let zone = agenda.database.get(name).map_err(|problem| anyhow!(fault(problem).line(lang)))?;
        let place = labels::place_of_zone(zone.name());
        Ok((zone, place))
    };
    wanted.iter().map(named).collect()
}

fn text(agenda: &Agenda, columns: &[(Zone, String)], lang: Lang) -> String {
    let say = lang.widget();
    let mut out = format!("{}\n", agenda.title.get(lang, agenda.language));
    for day in agenda.days() {
        let date = day.date.map_or_else(|| say.open_date.to_owned(), |date| labels::full_date(date, lang));
        let mut rows = vec![columns.iter().map(|(_, label)| label.clone()).collect::<Vec<_>>()];
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
fn cells(session: &Session, columns: &[(Zone, String)], lang: Lang) -> Vec<String> {
    let say = lang.widget();
    let range = |zone: &dyn Offsets, start: Instant, end: Option<Instant>| {
        let point = |instant, day| {
            let time = labels::zoned_time(instant, zone, day, HourCycle::H23, lang);
            time.clock + &time.mark.map(|mark| format!(" ({mark})")).unwrap_or_default()
        };
        let end = end.map(|end| format!("–{}", point(end, Some(zone.wall_time(start).date()))));
        point(start, session.day) + &end.unwrap_or_default()
    };
    let cell = |(zone, _): &(Zone, String)| match session.when {
        When::Timed { start, end } => range(zone, start, end),
        When::Floating { start, end } => {
            let times = range(&Floating, start.and_utc(), end.map(|end| end.and_utc()));
            format!("{times} {}", say.local_time)
        }
        When::AllDay(_) => say.all_day.to_owned(),
        When::Open => say.open_time.to_owned(),
    };
    columns.iter().map(cell).collect()
}

/// A JSON list, one object a session and a line.
fn json_list(agenda: &Agenda, columns: &[(Zone, String)]) -> String {
    let lines: Vec<String> =
        agenda.sessions.iter().map(|session| json_object(session, columns).to_string()).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn json_object(session: &Session, columns: &[(Zone, String)]) -> Value {
    let utc = |instant: Instant| instant.to_rfc3339_opts(SecondsFormat::Secs, true);
    match session.when {
        When::Timed { start, end } => {
            let zones: Map<String, Value> = (columns.iter())
                .map(|(zone, _)| {
                    let times = json!({"start": local(start, zone), "end": end.map(|end| local(end, zone))});
                    (zone.name().to_owned(), times)
                })
                .collect();
            json!({"id": session.id, "start": utc(start), "end": end.map(utc), "zones": zones})
        }
        When::Floating { start, end } => {
            json!({"id": session.id, "start": labels::iso_minute(start), "end": end.map(labels::iso_minute)})
        }
        When::AllDay(date) => json!({"id": session.id, "date": date.format("%Y-%m-%d").to_string()}),
        When::Open => json!({"id": session.id}),
    }
}

/// RFC 3339 with the zone's offset.
fn local(instant: Instant, zone: &Zone) -> Option<String> {
    let offset = FixedOffset::east_opt(zone.offset_at(instant))?;
    let local: DateTime<FixedOffset> = instant.with_timezone(&offset);
    Some(local.to_rfc3339_opts(SecondsFormat::Secs, false))
}
