//! Findings in a reader's language.

use crate::finding::{Finding, FindingKind};
use chrono::NaiveDate;
use huso_agenda::text::one_line;
use huso_agenda::{Diagnostic, Lang};
use huso_i18n::{Findings, Message as _, Texts as _, fill, labels};

/// Letters that are quoted of something long.
const QUOTED: usize = 100;

impl Finding {
    /// What is to be known, without the place.
    pub fn message(&self, lang: Lang) -> String {
        let texts = lang.findings();
        let about = |text: &str, what: &str| fill(text, &[("what", &quoted(what))]);
        match &self.kind {
            FindingKind::Broken(what) => about(texts.broken, what),
            FindingKind::Unread => texts.unread.to_owned(),
            FindingKind::TooLarge { most } => fill(texts.too_large, &[("most", &(most >> 20).to_string())]),
            FindingKind::TooMany { most } => fill(texts.too_many, &[("most", &most.to_string())]),
            FindingKind::Encoding(name) => fill(texts.encoding, &[("name", name)]),
            FindingKind::Time(what) => about(texts.time, what),
            FindingKind::LeftOut(what) => about(texts.left_out, what),
            FindingKind::Duration { said, between } => {
                let (said, between) = (labels::length(*said), labels::length(*between));
                fill(texts.duration, &[("said", &said), ("between", &between)])
            }
            FindingKind::Contradiction { one, other } => {
                fill(texts.contradiction, &[("one", &quoted(one)), ("other", &quoted(other))])
            }
            FindingKind::NoTimes => texts.no_times.to_owned(),
            FindingKind::Cut { written, kept } => {
                fill(texts.cut, &[("what", &quoted(written)), ("n", &kept.to_string())])
            }
            FindingKind::Zone { name, taken, fitting } => zone(name, taken.as_deref(), fitting, texts),
            FindingKind::DateNeeded(what) if what.is_empty() => texts.no_date.to_owned(),
            FindingKind::DateNeeded(what) => about(texts.date_needed, what),
            FindingKind::DateRead { date, others } => date_read(*date, others, lang),
            FindingKind::DateOrder(what) => about(texts.date_order, what),
            FindingKind::Weekday(what) => about(texts.weekday, what),
            FindingKind::NoTime(what) => about(texts.no_time, what),
            FindingKind::HalfOfDay(what) => about(texts.half_of_day, what),
            FindingKind::NoTitle => texts.no_title.to_owned(),
            FindingKind::EventFile(problem) => {
                Diagnostic { place: String::new(), problem: problem.clone() }.message(lang)
            }
            FindingKind::Times(finding) => finding.message(lang),
        }
    }
}

/// What a name was taken for, and what else it could be.
fn zone(name: &str, taken: Option<&str>, fitting: &[String], texts: &Findings) -> String {
    let first = match taken {
        Some(zone) => fill(texts.zone_taken, &[("name", name), ("zone", zone)]),
        None => fill(texts.zone_unknown, &[("name", name)]),
    };
    let more = if taken.is_some() { texts.zone_rules } else { texts.zone_candidates };
    if fitting.is_empty() || fitting.iter().any(|fitting| Some(fitting.as_str()) == taken) {
        return first;
    }
    first + ". " + &fill(more, &[("zones", &fitting.join(", "))])
}

fn date_read(date: NaiveDate, others: &[NaiveDate], lang: Lang) -> String {
    let texts = lang.findings();
    let read = fill(texts.date_read, &[("date", &labels::full_date(date, lang))]);
    if others.is_empty() {
        return read;
    }
    let others: Vec<String> = others.iter().map(|date| labels::full_date(*date, lang)).collect();
    read + ". " + &fill(texts.date_others, &[("dates", &others.join("; "))])
}

/// The first letters of what is quoted, in one line.
fn quoted(what: &str) -> String {
    let line = one_line(what, " ");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => line.get(..end).unwrap_or_default().trim_end().to_owned() + "…",
        None => line,
    }
}
