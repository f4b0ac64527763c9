//! What is wrong with an event file: where, what, how to mend it.

use crate::decode::Kind;
use crate::encoding::{Encoding, FileKind};
use crate::i18n::{Diagnostics, Lang, fill};
use crate::labels;
use crate::labels::digits;
use chrono::{NaiveDateTime, TimeDelta};

/// One fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// `sessions[2].start`; empty for the whole file.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file works; somebody should look at this.
    Warning,
    /// What stands at this place can't be shown.
    Error,
}

/// The faults that can be told apart. Facts only; [`Diagnostic::message`] makes the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Text of an encoding that is not UTF-8.
    WrongEncoding {
        /// The encoding.
        found: Encoding,
    },
    /// Bytes that are not UTF-8, nor any encoding that is recognised.
    BrokenUtf8 {
        /// Line of the first of them, from 1.
        line: usize,
    },
    /// A file of another kind: a spreadsheet, a page, something compressed.
    WrongFile {
        /// Its kind.
        found: FileKind,
    },
    /// Letters were lost or changed when the text was read in another encoding before (warning).
    Mangled {
        /// Line of the first such word, from 1.
        line: usize,
        /// The word.
        found: String,
        /// What it was, if that can be known.
        meant: Option<String>,
    },
    /// Not JSON: the parser's line and column.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A required key is missing.
    Missing,
    /// A value of another kind than belongs here.
    WrongKind {
        /// What belongs here.
        expected: Kind,
        /// What stands here.
        found: Kind,
    },
    /// A key that this version doesn't know (warning), perhaps a slip for another.
    UnknownKey {
        /// The key it resembles.
        meant: Option<&'static str>,
    },
    /// One word out of a fixed list was expected.
    UnknownWord {
        /// The word found.
        found: String,
        /// The words that are allowed.
        allowed: &'static [&'static str],
        /// The one it resembles.
        meant: Option<&'static str>,
    },
    /// The file says a version of the format that this program doesn't know (warning).
    NewerVersion {
        /// The file's version.
        found: u32,
    },
    /// A required text is empty.
    Empty,
    /// Neither a zone of the embedded set nor an alias.
    UnknownZone {
        /// The name found.
        found: String,
        /// The zone it resembles.
        meant: Option<&'static str>,
    },
    /// An abbreviation that stands for several zones (EST, CST …).
    AmbiguousZone {
        /// The abbreviation.
        found: String,
        /// Zones it may stand for.
        candidates: &'static [&'static str],
    },
    /// Not `YYYY-MM-DDThh:mm`.
    BadWallTime {
        /// The text found.
        found: String,
    },
    /// Well formed, but not in the calendar (31 February) or on the clock (25:00).
    NoSuchTime {
        /// The text found.
        found: String,
    },
    /// Not `YYYY-MM-DD`.
    BadDate {
        /// The text found.
        found: String,
    },
    /// Not an ISO 8601 duration of weeks, days, hours and minutes.
    BadDuration {
        /// The text found.
        found: String,
    },
    /// Not `+hh:mm` or `-hh:mm`.
    BadOffset {
        /// The text found.
        found: String,
    },
    /// Neither an instant, nor a release, of the time zone rules.
    BadRules {
        /// The text found.
        found: String,
        /// An example of what belongs there.
        like: &'static str,
    },
    /// Something ends before, or when, it starts. Both are wall times of its zone.
    EndBeforeStart {
        /// When it starts.
        start: NaiveDateTime,
        /// When it ends.
        end: NaiveDateTime,
    },
    /// An end or a duration, but no start.
    EndWithoutStart,
    /// A date beside a start: one of them is too much.
    DateAndStart,
    /// `end` and `duration` disagree (warning); `end` is used. Both in minutes.
    DurationDisagrees {
        /// Minutes that the file states.
        stated: i64,
        /// Minutes from start to end.
        actual: i64,
    },
    /// A wall time that the zone's clocks skip (warning): RFC 5545 takes the offset before the gap.
    Skipped {
        /// The wall time that is shown instead.
        read_as: NaiveDateTime,
        /// The wall time that the offset after the gap makes of it.
        other: NaiveDateTime,
    },
    /// A wall time that the zone's clocks show twice (warning); the first is used.
    Repeated {
        /// Offset of the first, seconds east of UTC: the one used.
        first: i32,
        /// Offset of the second, seconds east of UTC.
        second: i32,
    },
    /// `utc_offset` is not in force in the zone at that time.
    OffsetNotInForce {
        /// The offset that is, seconds east of UTC.
        in_force: i32,
    },
    /// The id occurs before.
    DuplicateId {
        /// The id.
        id: String,
        /// Place of what has it first: `sessions[0]`.
        first: String,
    },
    /// An id that the program uses itself.
    ReservedId {
        /// The id.
        id: String,
    },
    /// An id that the named list doesn't have.
    UnknownId {
        /// The id.
        id: String,
        /// The list: `tracks`, `venues`, `speakers`, `fields`.
        list: &'static str,
        /// The id of the list that it resembles, or whose name it is.
        meant: Option<String>,
        /// The ids that the list has.
        known: Vec<String>,
    },
    /// The event has no sessions (warning).
    NoSessions,
    /// The event has no list of sessions (warning).
    NoSessionList,
    /// A link whose scheme is not https, http, mailto or tel.
    BadLink {
        /// The link found.
        found: String,
    },
    /// Not `#rgb` or `#rrggbb` (warning).
    BadColor {
        /// The text found.
        found: String,
    },
    /// A language that the program doesn't speak (warning).
    UnknownLanguage {
        /// The tag found.
        found: String,
        /// The tag of the language that it names.
        meant: Option<&'static str>,
    },
    /// A choice field without options.
    NoOptions,
    /// A lower limit above its upper limit, both as the file has them.
    LimitsCrossed {
        /// The lower one.
        least: String,
        /// The upper one.
        most: String,
    },
    /// Neither a number nor a date, or not the one that the field takes.
    BadLimit,
    /// A pattern that is not of the small language.
    BadPattern {
        /// The pattern found.
        found: String,
    },
    /// A file field, and an endpoint that doesn't take files.
    FileNeedsMultipart,
    /// Something secret, in a file that everybody can read.
    Secret,
}

impl Problem {
    /// Whether something can't be shown because of it.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Mangled { .. }
            | Self::UnknownKey { .. }
            | Self::NewerVersion { .. }
            | Self::DurationDisagrees { .. }
            | Self::Skipped { .. }
            | Self::Repeated { .. }
            | Self::NoSessions
            | Self::NoSessionList
            | Self::BadColor { .. }
            | Self::UnknownLanguage { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl Diagnostic {
    /// Whether something can't be shown because of it.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// What is wrong and how to mend it, without the place.
    pub fn message(&self, lang: Lang) -> String {
        let say = lang.diagnostics();
        match &self.problem {
            Problem::WrongEncoding { found } => fill(say.wrong_encoding, &[("found", found.name())]),
            Problem::BrokenUtf8 { line } => fill(say.broken_utf8, &[("line", &digits(*line))]),
            Problem::WrongFile { found } => file_kind(say, *found).to_owned(),
            Problem::Mangled { line, found, meant } => fill(
                if meant.is_some() { say.mangled_meant } else { say.mangled },
                &[
                    ("line", &digits(*line)),
                    ("found", found),
                    ("meant", meant.as_deref().unwrap_or_default()),
                ],
            ),
            Problem::NotJson { line, column } => {
                fill(say.not_json, &[("line", &digits(*line)), ("column", &digits(*column))])
            }
            Problem::Missing => say.missing.to_owned(),
            Problem::WrongKind { expected, found } => {
                fill(say.wrong_kind, &[("expected", kind(say, *expected)), ("found", kind(say, *found))])
            }
            Problem::UnknownKey { meant: None } => say.unknown_key.to_owned(),
            Problem::UnknownKey { meant: Some(name) } => fill(say.unknown_key_meant, &[("meant", name)]),
            Problem::UnknownWord { found, allowed, meant } => fill(
                if meant.is_some() { say.unknown_word_meant } else { say.unknown_word },
                &[("found", found), ("allowed", &allowed.join(", ")), ("meant", meant.unwrap_or_default())],
            ),
            Problem::NewerVersion { found } => fill(say.newer_version, &[("found", &digits(*found))]),
            Problem::Empty => say.empty.to_owned(),
            Problem::UnknownZone { found, meant: None } => fill(say.unknown_zone, &[("found", found)]),
            Problem::UnknownZone { found, meant: Some(zone) } => {
                fill(say.unknown_zone_meant, &[("found", found), ("meant", zone)])
            }
            Problem::AmbiguousZone { found, candidates } => {
                fill(say.ambiguous_zone, &[("found", found), ("candidates", &candidates.join(", "))])
            }
            Problem::BadWallTime { found } => fill(say.bad_wall_time, &[("found", found)]),
            Problem::NoSuchTime { found } => fill(say.no_such_time, &[("found", found)]),
            Problem::BadDate { found } => fill(say.bad_date, &[("found", found)]),
            Problem::BadDuration { found } => fill(say.bad_duration, &[("found", found)]),
            Problem::BadOffset { found } => fill(say.bad_offset, &[("found", found)]),
            Problem::BadRules { found, like } => fill(say.bad_rules, &[("found", found), ("like", like)]),
            Problem::EndBeforeStart { start, end } => end_before_start(say, *start, *end),
            Problem::EndWithoutStart => say.end_without_start.to_owned(),
            Problem::DateAndStart => say.date_and_start.to_owned(),
            Problem::DurationDisagrees { stated, actual } => {
                fill(say.duration_disagrees, &[("stated", &digits(*stated)), ("actual", &digits(*actual))])
            }
            Problem::Skipped { read_as, other } => fill(
                say.skipped,
                &[("read_as", &labels::iso_minute(*read_as)), ("other", &labels::iso_minute(*other))],
            ),
            Problem::Repeated { first, second } => fill(
                say.repeated,
                &[("first", &labels::iso_offset(*first)), ("second", &labels::iso_offset(*second))],
            ),
            Problem::OffsetNotInForce { in_force } => {
                fill(say.offset_not_in_force, &[("in_force", &labels::iso_offset(*in_force))])
            }
            Problem::DuplicateId { id, first } => fill(say.duplicate_id, &[("id", id), ("first", first)]),
            Problem::ReservedId { id } => fill(say.reserved_id, &[("id", id)]),
            Problem::UnknownId { id, list, meant: Some(meant), .. } => {
                fill(say.unknown_id_meant, &[("id", id), ("list", list), ("meant", meant)])
            }
            Problem::UnknownId { id, list, meant: None, known } if known.is_empty() => {
                fill(say.unknown_id_empty, &[("id", id), ("list", list)])
            }
            Problem::UnknownId { id, list, meant: None, known } => {
                fill(say.unknown_id, &[("id", id), ("list", list), ("known", &some(known))])
            }
            Problem::NoSessions => say.no_sessions.to_owned(),
            Problem::NoSessionList => fill(say.no_session_list, &[("like", A_SESSION)]),
            Problem::BadLink { found } => fill(say.bad_link, &[("found", found)]),
            Problem::BadColor { found } => fill(say.bad_color, &[("found", found)]),
            Problem::UnknownLanguage { found, meant: None } => {
                fill(say.unknown_language, &[("found", found)])
            }
            Problem::UnknownLanguage { found, meant: Some(tag) } => {
                fill(say.unknown_language_meant, &[("found", found), ("meant", tag)])
            }
            Problem::NoOptions => say.no_options.to_owned(),
            Problem::LimitsCrossed { least, most } => {
                fill(say.limits_crossed, &[("least", least), ("most", most)])
            }
            Problem::BadLimit => say.bad_limit.to_owned(),
            Problem::BadPattern { found } => fill(say.bad_pattern, &[("found", found)]),
            Problem::FileNeedsMultipart => say.file_needs_multipart.to_owned(),
            Problem::Secret => say.secret.to_owned(),
        }
    }

    /// Place and message in one line: `sessions[2].start: …`.
    pub fn line(&self, lang: Lang) -> String {
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
fn end_before_start(say: &Diagnostics, start: NaiveDateTime, end: NaiveDateTime) -> String {
    let next_day = end.checked_add_signed(TimeDelta::days(1)).filter(|next| {
        start.date() == end.date()
            && end < start
            && next.signed_duration_since(start) <= TimeDelta::hours(NIGHT)
    });
    let (start, end) = (labels::iso_minute(start), labels::iso_minute(end));
    let next = next_day.map(labels::iso_minute);
    fill(
        if next.is_some() { say.end_before_start_night } else { say.end_before_start },
        &[("start", &start), ("end", &end), ("next", next.as_deref().unwrap_or_default())],
    )
}

fn file_kind(say: &Diagnostics, kind: FileKind) -> &'static str {
    match kind {
        FileKind::Gzip => say.file_gzip,
        FileKind::Zip => say.file_zip,
        FileKind::Spreadsheet => say.file_spreadsheet,
        FileKind::Document => say.file_document,
        FileKind::OldOffice => say.file_old_office,
        FileKind::Pdf => say.file_pdf,
        FileKind::Image => say.file_image,
        FileKind::Markup => say.file_markup,
    }
}

fn kind(say: &Diagnostics, kind: Kind) -> &'static str {
    match kind {
        Kind::Null => say.kind_null,
        Kind::Boolean => say.kind_boolean,
        Kind::Number => say.kind_number,
        Kind::WholeNumber => say.kind_whole_number,
        Kind::String => say.kind_string,
        Kind::Text => say.kind_text,
        Kind::List => say.kind_list,
        Kind::Object => say.kind_object,
    }
}
