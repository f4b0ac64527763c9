//! From files to an event file.

use super::question;
use super::say::{Said, say};
use crate::args::{ConvertArgs, OffsetReading, lang, today};
use crate::tzdata::world;
use crate::{Verdict, files};
use anyhow::{Result, bail};
use huso_agenda::{Diagnostic, Lang, Severity, Zone};
use huso_announcement::Context;
use huso_i18n::{Message as _, Texts as _, fill};
use huso_import::{
    Answer, Doubt, FindingKind, Opened, Program, Reading, Settled, Source, ZoneQuestion, join, open, settle,
    write,
};
use serde_json::{Map, Value};
use std::path::Path;

/// Keys of an event file that a program holds (docs/event-file.md).
const HELD: [&str; 12] = [
    "$schema", "huso", "id", "language", "title", "summary", "url", "timezone", "tracks", "venues",
    "speakers", "sessions",
];

/// Writes the event file of what the files have, and says what has to be known of it.
pub fn convert(args: &ConvertArgs) -> Result<Verdict> {
    let lang = lang(args.lang);
    let context = Context { date: args.date, today: today(args.today)? };
    let answer = answer(args, lang)?;
    let opened = open_all(args, &context)?;
    let mut verdict = Verdict::Fine;
    for one in &opened {
        verdict = worse(verdict, findings(one, args, lang));
    }
    if let [Opened { source: Source::EventFile(text), .. }] = opened.as_slice() {
        print!("{text}");
        return Ok(worse(verdict, check(text, lang)));
    }
    let mut programs = Vec::new();
    for one in opened.iter().filter(|one| !one.read.program.sessions.is_empty()) {
        match settled(one, answer.as_ref(), args, lang) {
            Some(program) => programs.push(program),
            None => verdict = Verdict::Unanswered,
        }
    }
    if verdict == Verdict::Unanswered {
        return Ok(verdict);
    }
    let Some((program, settled)) = join(programs) else {
        let is_error = Said::Fault(Severity::Error);
        opened.iter().for_each(|one| say(one, None, is_error, lang.findings().no_sessions, lang));
        return Ok(Verdict::Faulty);
    };
    let event = format!("{:#}\n", write(&program, &settled));
    print!("{event}");
    Ok(worse(verdict, check(&event, lang)))
}

/// A question comes before an error, and an error before what can be done.
fn worse(one: Verdict, other: Verdict) -> Verdict {
    let rank = |verdict: &Verdict| match verdict {
        Verdict::Fine => 0,
        Verdict::Faulty => 1,
        Verdict::Unanswered => 2,
    };
    std::cmp::max_by_key(one, other, rank)
}

/// What the options say of the times.
fn answer(args: &ConvertArgs, lang: Lang) -> Result<Option<Answer>> {
    let Some(name) = &args.timezone else { return Ok(None) };
    let timezone = match Zone::named(name) {
        Ok(zone) => zone.name().to_owned(),
        Err(problem) => bail!(Diagnostic { place: format!("--timezone {name}"), problem }.line(lang)),
    };
    let reading = match args.offsets {
        Some(OffsetReading::Clock) => Reading::Clock,
        Some(OffsetReading::Moment) | None => Reading::Moment,
    };
    Ok(Some(Answer { timezone, reading }))
}

fn open_all(args: &ConvertArgs, context: &Context) -> Result<Vec<Opened>> {
    let mut all: Vec<Opened> = Vec::new();
    for file in &args.files {
        let bytes = files::bytes(file)?;
        all.extend(open(&bytes, &file.display().to_string(), all.len(), context));
    }
    Ok(all)
}

/// Prints what was found in a file.
fn findings(opened: &Opened, args: &ConvertArgs, lang: Lang) -> Verdict {
    let mut verdict = Verdict::Fine;
    for finding in &opened.read.findings {
        let is_question = matches!(finding.kind, FindingKind::DateNeeded(_)) && args.date.is_none();
        let said = if is_question { Said::Question } else { Said::Fault(finding.severity()) };
        say(opened, Some(&finding.origin.place), said, &finding.message(lang), lang);
        verdict = worse(
            verdict,
            match said {
                Said::Question => Verdict::Unanswered,
                Said::Fault(Severity::Error) => Verdict::Faulty,
                Said::Fault(_) => Verdict::Fine,
            },
        );
    }
    if verdict == Verdict::Unanswered {
        let texts = lang.findings();
        let option = ["--date ", texts.written_date].concat();
        eprintln!("  {}", fill(texts.answer_date, &[("option", &option)]));
    }
    verdict
}

/// A file's program with the zone that it says or that was answered; `None` where a question is asked.
fn settled(
    opened: &Opened,
    answer: Option<&Answer>,
    args: &ConvertArgs,
    lang: Lang,
) -> Option<(Program, Settled)> {
    if let Source::EventFile(text) = &opened.source {
        say_unheld(opened, text, lang);
    }
    let written = titled(opened);
    let unruled = settle(&written, None).err().map(|question| question.doubt);
    let unruled = unruled.filter(|doubt| matches!(doubt, Doubt::WithoutRules { .. }));
    let program = written.with_offsets(|zone, wall| world(zone)?.offset_of(wall));
    // Their moments are known, and still they are not written as such.
    let said = settle(&program, None).map_err(|question| match (&question.doubt, unruled) {
        (Doubt::InstantsOnly, Some(doubt)) => ZoneQuestion { doubt, ..question },
        _ => question,
    });
    let settled = match (&said, answer) {
        (Err(question), answer) => {
            let is_open =
                |answer: &&Answer| question.has_readings(&answer.timezone) && args.offsets.is_none();
            match answer.filter(|answer| !is_open(answer)) {
                Some(answer) => settle(&program, Some(answer)).ok()?,
                None => {
                    question::ask(opened, &program, question, answer, lang);
                    return None;
                }
            }
        }
        (Ok(_), Some(answer)) => settle(&program, Some(answer)).ok()?,
        (Ok(said), None) => said.clone(),
    };
    if let Ok(said) = said {
        say_zone(opened, &said, &settled, lang);
    }
    Some((program, settled))
}

/// Says that the file itself names the zone, and which was taken.
fn say_zone(opened: &Opened, said: &Settled, taken: &Settled, lang: Lang) {
    let texts = lang.findings();
    let zone = ("zone", taken.timezone.as_str());
    let is_taken = said.timezone == taken.timezone;
    let (place, message) = match &said.claim {
        Some(claim) => {
            let text = if is_taken { texts.zone_said } else { texts.zone_overruled };
            (Some(&claim.origin.place), fill(text, &[zone, ("words", &claim.words)]))
        }
        None if is_taken => (None, fill(texts.zone_beside, &[zone])),
        None => (None, fill(texts.zone_overruled, &[zone, ("words", &said.timezone)])),
    };
    say(opened, place, Said::Fault(Severity::Note), &message, lang);
}

/// Says what of an event file doesn't become part of an event of several files.
fn say_unheld(opened: &Opened, text: &str, lang: Lang) {
    let keys = serde_json::from_str::<Map<String, Value>>(text).unwrap_or_default();
    let unheld: Vec<&str> = keys.keys().map(String::as_str).filter(|key| !HELD.contains(key)).collect();
    if !unheld.is_empty() {
        let message = fill(lang.findings().left_out, &[("what", &unheld.join(", "))]);
        say(opened, None, Said::Fault(Severity::Warning), &message, lang);
    }
}

/// The program, called after its file where it has no name.
fn titled(opened: &Opened) -> Program {
    let mut program = opened.read.program.clone();
    if program.title.is_empty() && opened.name != "-" {
        let stem = Path::new(&opened.name).file_stem().unwrap_or_default();
        program.title = stem.to_string_lossy().into_owned();
    }
    program
}

/// Prints what is wrong with the event file that was made.
fn check(event: &str, lang: Lang) -> Verdict {
    let (_, faults) = huso_explain::open(event.as_bytes());
    for line in files::report(Path::new("stdout"), &faults, lang) {
        eprintln!("{line}");
    }
    if files::has_errors(&faults) { Verdict::Faulty } else { Verdict::Fine }
}
