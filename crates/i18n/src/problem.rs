//! What is wrong with an event file, in a reader's language.

use crate::Texts as _;
use crate::catalogue::Diagnostics;
use crate::fill::fill;
use huso_agenda::chrono::{NaiveDateTime, TimeDelta};
use huso_agenda::decode::Kind;
use huso_agenda::encoding::FileKind;
use huso_agenda::{Diagnostic, Lang, Problem, iso};

/// What is said of a fault.
pub trait Message {
    /// What is wrong and how to mend it, without the place.
    fn message(&self, lang: Lang) -> String;

    /// Place and message in one line: `sessions[2].start: …`.
    fn line(&self, lang: Lang) -> String;
}

impl Message for Diagnostic {
    fn message(&self, lang: Lang) -> String {
        let texts = lang.diagnostics();
        match &self.problem {
            Problem::WrongEncoding { found } => fill(texts.wrong_encoding, &[("found", found.name())]),
            Problem::BrokenUtf8 { line } => fill(texts.broken_utf8, &[("line", &line.to_string())]),
            Problem::WrongFile { found } => file_kind(texts, *found).to_owned(),
            Problem::Mangled { line, found, meant } => fill(
                if meant.is_some() { texts.mangled_meant } else { texts.mangled },
                &[
                    ("line", &line.to_string()),
                    ("found", found),
                    ("meant", meant.as_deref().unwrap_or_default()),
                ],
            ),
            Problem::NotJson { line, column } => {
                fill(texts.not_json, &[("line", &line.to_string()), ("column", &column.to_string())])
            }
            Problem::Missing => texts.missing.to_owned(),
            Problem::WrongKind { expected, found } => fill(
                texts.wrong_kind,
                &[("expected", kind(texts, *expected)), ("found", kind(texts, *found))],
            ),
            Problem::UnknownKey { meant: None } => texts.unknown_key.to_owned(),
            Problem::UnknownKey { meant: Some(name) } => fill(texts.unknown_key_meant, &[("meant", name)]),
            Problem::UnknownWord { found, allowed, meant } => fill(
                if meant.is_some() { texts.unknown_word_meant } else { texts.unknown_word },
                &[("found", found), ("allowed", &allowed.join(", ")), ("meant", meant.unwrap_or_default())],
            ),
            Problem::NewerVersion { found } => fill(texts.newer_version, &[("found", &found.to_string())]),
            Problem::Empty => texts.empty.to_owned(),
            Problem::UnknownZone { found, meant: None } => fill(texts.unknown_zone, &[("found", found)]),
            Problem::UnknownZone { found, meant: Some(zone) } => {
                fill(texts.unknown_zone_meant, &[("found", found), ("meant", zone)])
            }
            Problem::AmbiguousZone { found, candidates } => {
                fill(texts.ambiguous_zone, &[("found", found), ("candidates", &candidates.join(", "))])
            }
            Problem::BadWallTime { found } => fill(texts.bad_wall_time, &[("found", found)]),
            Problem::NoSuchTime { found } => fill(texts.no_such_time, &[("found", found)]),
            Problem::BadDate { found } => fill(texts.bad_date, &[("found", found)]),
            Problem::BadDuration { found } => fill(texts.bad_duration, &[("found", found)]),
            Problem::BadOffset { found } => fill(texts.bad_offset, &[("found", found)]),
            Problem::BadRules { found, like } => fill(texts.bad_rules, &[("found", found), ("like", like)]),
            Problem::EndBeforeStart { start, end } => end_before_start(texts, *start, *end),
            Problem::EndWithoutStart => texts.end_without_start.to_owned(),
            Problem::DateAndStart => texts.date_and_start.to_owned(),
            Problem::DurationDisagrees { stated, actual } => fill(
                texts.duration_disagrees,
                &[("stated", &stated.to_string()), ("actual", &actual.to_string())],
            ),
            Problem::Skipped { read_as, other } => {
                fill(texts.skipped, &[("read_as", &iso::minute(*read_as)), ("other", &iso::minute(*other))])
            }
            Problem::Repeated { first, second } => {
                fill(texts.repeated, &[("first", &iso::offset(*first)), ("second", &iso::offset(*second))])
            }
            Problem::OffsetNotInForce { in_force } => {
                fill(texts.offset_not_in_force, &[("in_force", &iso::offset(*in_force))])
            }
            Problem::DuplicateId { id, first } => fill(texts.duplicate_id, &[("id", id), ("first", first)]),
            Problem::ReservedId { id } => fill(texts.reserved_id, &[("id", id)]),
            Problem::UnknownId { id, list, meant: Some(meant), .. } => {
                fill(texts.unknown_id_meant, &[("id", id), ("list", list), ("meant", meant)])
            }
            Problem::UnknownId { id, list, meant: None, known } if known.is_empty() => {
                fill(texts.unknown_id_empty, &[("id", id), ("list", list)])
            }
            Problem::UnknownId { id, list, meant: None, known } => {
                fill(texts.unknown_id, &[("id", id), ("list", list), ("known", &some(known))])
            }
            Problem::NoSessions => texts.no_sessions.to_owned(),
            Problem::NoSessionList => fill(texts.no_session_list, &[("like", A_SESSION)]),
            Problem::BadLink { found } => fill(texts.bad_link, &[("found", found)]),
            Problem::BadColor { found } => fill(texts.bad_color, &[("found", found)]),
            Problem::UnknownLanguage { found, meant: None } => {
                fill(texts.unknown_language, &[("found", found)])
            }
            Problem::UnknownLanguage { found, meant: Some(tag) } => {
                fill(texts.unknown_language_meant, &[("found", found), ("meant", tag)])
            }
            Problem::NoOptions => texts.no_options.to_owned(),
            Problem::LimitsCrossed { least, most } => {
                fill(texts.limits_crossed, &[("least", least), ("most", most)])
            }
            Problem::BadLimit => texts.bad_limit.to_owned(),
            Problem::BadPattern { found } => fill(texts.bad_pattern, &[("found", found)]),
            Problem::FileNeedsMultipart => texts.file_needs_multipart.to_owned(),
            Problem::Secret => texts.secret.to_owned(),
        }
    }

    fn line(&self, lang: Lang) -> String {
        let mut line = self.place.clone();
        if !line.is_empty() {
            line.push_str(": ");
        }
        line + &self.message(lang)
    }
}

/// What a list of sessions looks like, for a file that has none.
const A_SESSION: &str = r#""sessions": [{"id": "opening", "title": "Opening", "start": "2027-08-11T09:00", "end": "2027-08-11T09:30"}]"#;

/// Most ids of a list that are named where none of them resembles the one that was written.
const NAMED_IDS: usize = 8;

/// A list's ids, or the first of them.
fn some(ids: &[String]) -> String {
    let named = ids.get(..NAMED_IDS).unwrap_or(ids).join(", ");
    if ids.len() > NAMED_IDS { named + " …" } else { named }
}

/// Longest session, in hours, of which it is supposed that it ends after midnight.
const NIGHT: i64 = 12;

/// Whoever starts at 22:00 and ends at 01:00 of the same date meant the next day.
fn end_before_start(texts: &Diagnostics, start: NaiveDateTime, end: NaiveDateTime) -> String {
    let next_day = end.checked_add_signed(TimeDelta::days(1)).filter(|next| {
        start.date() == end.date()
            && end < start
            && next.signed_duration_since(start) <= TimeDelta::hours(NIGHT)
    });
    let (start, end) = (iso::minute(start), iso::minute(end));
    let next = next_day.map(iso::minute);
    fill(
        if next.is_some() { texts.end_before_start_night } else { texts.end_before_start },
        &[("start", &start), ("end", &end), ("next", next.as_deref().unwrap_or_default())],
    )
}

fn file_kind(texts: &Diagnostics, kind: FileKind) -> &'static str {
    match kind {
        FileKind::Gzip => texts.file_gzip,
        FileKind::Zip => texts.file_zip,
        FileKind::Spreadsheet => texts.file_spreadsheet,
        FileKind::Document => texts.file_document,
        FileKind::OldOffice => texts.file_old_office,
        FileKind::Pdf => texts.file_pdf,
        FileKind::Image => texts.file_image,
        FileKind::Markup => texts.file_markup,
    }
}

fn kind(texts: &Diagnostics, kind: Kind) -> &'static str {
    match kind {
        Kind::Null => texts.kind_null,
        Kind::Boolean => texts.kind_boolean,
        Kind::Number => texts.kind_number,
        Kind::WholeNumber => texts.kind_whole_number,
        Kind::String => texts.kind_string,
        Kind::Text => texts.kind_text,
        Kind::List => texts.kind_list,
        Kind::Object => texts.kind_object,
    }
}
