//! What is wrong with an event file: where, and what. Facts only: `huso-i18n` makes the texts.

use chrono::NaiveDateTime;

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
    /// Nothing is wrong; it is good to know. No [`Problem`] is one: these are for organizers, and not for visitors.
    Note,
    /// The file works; somebody should look at this.
    Warning,
    /// What stands at this place can't be shown.
    Error,
}

/// The faults that can be told apart. Facts only: `huso-i18n` makes the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

/// What a JSON value is, or should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A number without fraction or sign.
    WholeNumber,
    /// A string.
    String,
    /// A string, or an object of strings by language.
    Text,
    /// `[…]`
    List,
    /// `{…}`
    Object,
}

/// Encodings of text that are recognised, and refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, little end first: what Windows calls Unicode.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// UTF-32, whichever end is first.
    Utf32,
    /// Windows-1252, of which Latin-1 is a part: what Windows calls ANSI.
    Windows1252,
}

impl Encoding {
    /// As programs call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Utf32 => "UTF-32",
            Self::Windows1252 => "Windows-1252 (ANSI, Latin-1)",
        }
    }
}

/// What a file is that is no text, or text of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Compressed (RFC 1952).
    Gzip,
    /// An archive that is none of the documents below.
    Zip,
    /// Excel's or LibreOffice's.
    Spreadsheet,
    /// Word's, LibreOffice's or RTF.
    Document,
    /// A file of Office's before 2007: text or spreadsheet.
    OldOffice,
    /// PDF.
    Pdf,
    /// PNG, JPEG, GIF or WebP.
    Image,
    /// A page, or other markup.
    Markup,
}
