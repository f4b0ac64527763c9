//! What is wrong with an announcement: where, what, and what is right.

use crate::Severity;
use crate::i18n::{Lang, fill};
use crate::labels::{self, HourCycle};
use chrono::{NaiveDate, NaiveDateTime};

/// One thing that is wrong, and its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The words of the text that it is about.
    pub text: String,
    /// What is wrong with them.
    pub kind: FindingKind,
}

/// Which time of a group the others are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The first.
    First,
    /// More than half of the times say another moment than the first.
    Majority,
}

/// What can be wrong. Facts only; [`Finding::message`] makes the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindingKind {
    /// A time that is not the moment of the others.
    WrongTime {
        /// The place, as written.
        place: String,
        /// What the clocks there show.
        right: NaiveDateTime,
        /// Days from the announced date to that of `right`.
        shift: i64,
        /// What it was compared with …
        basis: Basis,
        /// … as written: `10:00 Chile`.
        compared_with: String,
    },
    /// The time is right, but of another day than the announced one, and doesn't say so (warning).
    UnmarkedDay {
        /// The place, as written.
        place: String,
        /// The day there.
        right: NaiveDate,
        /// Days from the announced date.
        shift: i64,
    },
    /// A stated length that its times don't have (warning). Both in minutes.
    DurationDisagrees {
        /// Minutes stated.
        stated: i64,
        /// Minutes from start to end.
        actual: i64,
    },
    /// A name that stands for several zones: EST, CST, Estados Unidos.
    AmbiguousPlace {
        /// Zones it may stand for.
        candidates: &'static [&'static str],
    },
    /// A name that stands where a place stands, and is not known.
    UnknownPlace,
    /// A time that no place stands beside (warning): it can't be compared.
    NoPlace,
    /// A group of times of which no date is known.
    NoDate,
    /// A date that could be read month first (warning); the day is taken to stand first.
    AmbiguousDate {
        /// How it is read.
        day_first: NaiveDate,
        /// How it could be read.
        month_first: NaiveDate,
    },
    /// 31 February.
    NoSuchDate,
    /// 25:00.
    NoSuchTime,
    /// The weekday is not that of the date (warning).
    WrongWeekday {
        /// The date.
        date: NaiveDate,
    },
    /// The clocks there skip that time (warning).
    Skipped {
        /// The place, as written.
        place: String,
        /// What it is read as.
        read_as: NaiveDateTime,
    },
    /// The clocks there show that time twice (warning).
    Repeated {
        /// The place, as written.
        place: String,
        /// Offset of the first, seconds east of UTC.
        first: i32,
        /// Offset of the second, seconds east of UTC.
        second: i32,
    },
}

impl Finding {
    /// An error has to be mended before the announcement can go out; a warning should be looked at.
    pub fn severity(&self) -> Severity {
        match self.kind {
            FindingKind::WrongTime { .. }
            | FindingKind::AmbiguousPlace { .. }
            | FindingKind::UnknownPlace
            | FindingKind::NoDate
            | FindingKind::NoSuchDate
            | FindingKind::NoSuchTime => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// What is wrong and how to mend it, in the reader's language.
    pub fn message(&self, lang: Lang) -> String {
        let say = lang.announcement();
        let text = ("text", &*self.text);
        match &self.kind {
            FindingKind::WrongTime { place, right, shift, basis, compared_with } => {
                let right = with_day(*right, *shift, lang);
                let compared = match basis {
                    Basis::First => say.compared_with_first,
                    Basis::Majority => say.compared_with_majority,
                };
                let compared = fill(compared, &[("time", compared_with)]);
                fill(say.wrong_time, &[text, ("place", place), ("right", &right), ("compared", &compared)])
            }
            FindingKind::UnmarkedDay { place, right, shift } => {
                let mark = format!("{shift:+}");
                let date = labels::long_date(*right, lang);
                fill(say.unmarked_day, &[text, ("place", place), ("date", &date), ("mark", &mark)])
            }
            FindingKind::DurationDisagrees { stated, actual } => {
                let (stated, actual) = (labels::length(*stated), labels::length(*actual));
                fill(say.duration_disagrees, &[text, ("stated", &stated), ("actual", &actual)])
            }
            FindingKind::AmbiguousPlace { candidates } => {
                fill(say.ambiguous_place, &[text, ("candidates", &candidates.join(", "))])
            }
            FindingKind::UnknownPlace => fill(say.unknown_place, &[text]),
            FindingKind::NoPlace => fill(say.no_place, &[text]),
            FindingKind::NoDate => fill(say.no_date, &[text]),
            FindingKind::AmbiguousDate { day_first, month_first } => {
                let (read, other) =
                    (labels::full_date(*day_first, lang), labels::full_date(*month_first, lang));
                fill(say.ambiguous_date, &[text, ("read", &read), ("other", &other)])
            }
            FindingKind::NoSuchDate => fill(say.no_such_date, &[text]),
            FindingKind::NoSuchTime => fill(say.no_such_time, &[text]),
            FindingKind::WrongWeekday { date } => {
                fill(say.wrong_weekday, &[text, ("date", &labels::full_date(*date, lang))])
            }
            FindingKind::Skipped { place, read_as } => {
                let read_as = labels::clock(read_as.time(), HourCycle::H23, lang);
                fill(say.skipped, &[text, ("place", place), ("read_as", &read_as)])
            }
            FindingKind::Repeated { place, first, second } => {
                let (first, second) = (labels::iso_offset(*first), labels::iso_offset(*second));
                fill(say.repeated, &[text, ("place", place), ("first", &first), ("second", &second)])
            }
        }
    }
}

/// `07:00`, or `23:30 (jue 10)` where it is another day's.
pub(super) fn with_day(wall: NaiveDateTime, shift: i64, lang: Lang) -> String {
    let mut text = labels::clock(wall.time(), HourCycle::H23, lang);
    if shift != 0 {
        text.push_str(&format!(" ({})", labels::short_date(wall.date(), lang)));
    }
    text
}
