//! What programs tell findings apart by. A code never changes its meaning.

use crate::finding::Finding;
use crate::remark::Remark;
use huso_agenda::Problem;

impl Finding {
    /// What programs know it by, in every language: `end-before-start`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fault(problem) => of_problem(problem),
            Self::Remark(remark) => of_remark(remark),
        }
    }
}

fn of_problem(problem: &Problem) -> &'static str {
    match problem {
        Problem::WrongEncoding { .. } => "wrong-encoding",
        Problem::BrokenUtf8 { .. } => "broken-utf8",
        Problem::WrongFile { .. } => "wrong-file",
        Problem::Mangled { .. } => "mangled",
        Problem::NotJson { .. } => "not-json",
        Problem::Missing => "missing",
        Problem::WrongKind { .. } => "wrong-kind",
        Problem::UnknownKey { .. } => "unknown-key",
        Problem::UnknownWord { .. } => "unknown-word",
        Problem::NewerVersion { .. } => "newer-version",
        Problem::Empty => "empty",
        Problem::UnknownZone { .. } => "unknown-zone",
        Problem::AmbiguousZone { .. } => "ambiguous-zone",
        Problem::BadWallTime { .. } => "bad-time",
        Problem::NoSuchTime { .. } => "no-such-time",
        Problem::BadDate { .. } => "bad-date",
        Problem::BadDuration { .. } => "bad-duration",
        Problem::BadOffset { .. } => "bad-offset",
        Problem::BadRules { .. } => "bad-rules",
        Problem::EndBeforeStart { .. } => "end-before-start",
        Problem::EndWithoutStart => "end-without-start",
        Problem::DateAndStart => "date-and-start",
        Problem::DurationDisagrees { .. } => "duration-disagrees",
        Problem::Skipped { .. } => "skipped-time",
        Problem::Repeated { .. } => "repeated-time",
        Problem::OffsetNotInForce { .. } => "offset-not-in-force",
        Problem::DuplicateId { .. } => "duplicate-id",
        Problem::ReservedId { .. } => "reserved-id",
        Problem::UnknownId { .. } => "unknown-id",
        Problem::NoSessions | Problem::NoSessionList => "no-sessions",
        Problem::BadLink { .. } => "bad-link",
        Problem::BadColor { .. } => "bad-color",
        Problem::UnknownLanguage { .. } => "unknown-language",
        Problem::NoOptions => "no-options",
        Problem::LimitsCrossed { .. } => "limits-crossed",
        Problem::BadLimit => "bad-limit",
        Problem::BadPattern { .. } => "bad-pattern",
        Problem::FileNeedsMultipart => "file-needs-multipart",
        Problem::Secret => "secret",
    }
}

fn of_remark(remark: &Remark) -> &'static str {
    match remark {
        Remark::SpeakerClash { .. } => "speaker-clash",
        Remark::VenueClash { .. } => "venue-clash",
        Remark::AtNight { .. } => "at-night",
        Remark::NotTranslated { .. } => "not-translated",
        Remark::EmptyTitles(_) => "empty-title",
        Remark::NoEnd(_) => "no-end",
        Remark::NoCapacity { .. } => "no-capacity",
        Remark::NoConsent => "no-consent",
        Remark::ClosesLate { .. } => "closes-late",
        Remark::InsecureEndpoint => "insecure-endpoint",
        Remark::InsecureLinks { .. } => "insecure-link",
        Remark::NoPage => "no-page",
        Remark::AllPast { .. } => "all-past",
        Remark::TimesDisagree(_) => "times-disagree",
        Remark::OtherTime { .. } => "other-time",
    }
}
