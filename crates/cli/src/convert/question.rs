//! A question about the zone, with what each answer would mean.

use super::say::{Said, say};
use huso_agenda::model::reading::default_zones;
use huso_agenda::printable::printable_lines;
use huso_agenda::zone::Database;
use huso_agenda::{Lang, Zone};
use huso_import::{Answer, Consequence, Doubt, Opened, Program, Reading, ZoneQuestion, equation};

/// Zones that are shown as answers.
const SHOWN: usize = 5;

/// Asks for the zone, or how offsets are meant in the one that was given.
pub(super) fn ask(
    opened: &Opened,
    program: &Program,
    question: &ZoneQuestion,
    given: Option<&Answer>,
    lang: Lang,
) {
    let example = program.sessions.get(question.example);
    say(opened, None, Said::Question, &question.message(lang), lang);
    if let Some(session) = example {
        let place = opened.place(&session.origin.place, lang);
        eprintln!("  {}", printable_lines(&format!("{} ({place})", session.title)));
    }
    let zones = given.map_or_else(|| candidates(question), |given| vec![given.timezone.clone()]);
    let mut shown: Vec<Vec<Consequence>> = Vec::new();
    for timezone in zones {
        for (reading, option) in readings(question, &timezone) {
            let answer = Answer { timezone: timezone.clone(), reading };
            let follows = question.consequences(program, &answer, lang);
            // Where clocks agree one line is enough.
            if !follows.is_empty() && shown.iter().any(|other| are_alike(other, &follows)) {
                continue;
            }
            let parts = [["--timezone ", &timezone, option].concat(), equation(&follows, lang)];
            eprintln!("  {}", parts.join(": ").trim_end_matches(": "));
            shown.push(follows);
        }
    }
}

/// Whether two answers mean the same times.
fn are_alike(one: &[Consequence], other: &[Consequence]) -> bool {
    let times = |all: &[Consequence]| all.iter().map(|one| one.time).collect::<Vec<_>>();
    times(one) == times(other)
}

/// What the offsets of a program may mean in a zone, and the option that says so.
fn readings(question: &ZoneQuestion, zone: &str) -> Vec<(Reading, &'static str)> {
    if question.has_readings(zone) {
        vec![(Reading::Moment, " --offsets moment"), (Reading::Clock, " --offsets clock")]
    } else {
        vec![(Reading::Moment, "")]
    }
}

/// Zones that may be meant: those that are said, those where the event is announced, and others; as far as they have the
/// offsets that are written, where these are what is known.
fn candidates(question: &ZoneQuestion) -> Vec<String> {
    let claimed = match &question.doubt {
        Doubt::Contradictory { claims, .. } => claims.iter().map(|claim| claim.zone.clone()).collect(),
        _ => Vec::new(),
    };
    let fitting = match question.doubt {
        Doubt::OffsetsOnly | Doubt::Contradictory { .. } => question.fitting.as_slice(),
        _ => &[],
    };
    let usual = default_zones(&Database::default()).into_iter().map(|(zone, _)| zone.name().to_owned());
    let usual = usual.filter(|zone| fitting.is_empty() || fitting.contains(zone));
    let mut all: Vec<String> = Vec::new();
    for zone in claimed.into_iter().chain(usual).chain(fitting.iter().cloned()) {
        if all.len() < SHOWN && !all.contains(&zone) && Zone::named(&zone).is_ok() {
            all.push(zone);
        }
    }
    all
}
