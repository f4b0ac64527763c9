//! What is wrong with an announcement: where, what, and what is right.

use chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::{Lang, Severity, iso};
use huso_i18n::labels::{self, HourCycle};
use huso_i18n::{Texts as _, fill};
use std::ops::Range;

/// One thing that is wrong, and its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The words of the text that it is about.
    pub text: String,
    /// The bytes of the text that they are.
    pub range: Range<usize>,
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
        /// `right` as the text writes its times: `11:00am`.
        written: String,
        /// The announced dates on which it is wrong, if several are announced.
        on: Vec<NaiveDate>,
        /// How many are announced.
        of: usize,
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
    /// `hora local`, and it is not known of where (warning).
    LocalTime,
    /// A place that is known by name, but whose rules the program doesn't have (warning).
    WithoutRules {
        /// Its zone, an IANA name.
        zone: &'static str,
    },
    /// Several times beside several places, and not as many (warning).
    Unpaired,
    /// The only time of its group (warning): there is nothing to compare it with.
    Alone,
    /// A place that has another time before: one of the two is wrong.
    TwoTimes {
        /// The place, as written.
        place: String,
        /// The time before, as written.
        other: String,
    },
    /// A group of times of which no date is known, and that are not right or wrong on all days.
    NoDate,
    /// Times without a date, of which the same is so on each day of some years (warning).
    AnyDate {
        /// The first of them.
        first: i32,
        /// The last.
        last: i32,
    },
    /// A date that could be read month first. A warning where that makes no difference to the times; the day is taken
    /// to stand first.
    AmbiguousDate {
        /// How it is read.
        day_first: NaiveDate,
        /// How it could be read.
        month_first: NaiveDate,
        /// Whether the times would be right or wrong otherwise: they are not compared then.
        differ: bool,
    },
    /// A date whose year isn't said, where the times are right in one year and not in another.
    UnclearDate {
        /// What is so on each of the dates that may be meant, the likeliest first.
        candidates: Vec<DateVerdict>,
    },
    /// A date that says less than a day, and how it is read (warning).
    DateRead {
        /// How it is read.
        date: NaiveDate,
        /// Others that it could be, of which the same is so.
        others: Vec<NaiveDate>,
        /// Why it is read so.
        reading: DateReading,
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

/// What is so of a group's times if a certain date is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateVerdict {
    /// The date.
    pub date: NaiveDate,
    /// The times that would be wrong.
    pub wrong: Vec<Correction>,
}

/// A wrong time and the right one, as the text writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The time as written.
    pub text: String,
    /// Its place, as written.
    pub place: String,
    /// What the clocks there show, and the day where it is another.
    pub right: String,
}

/// How a date is read that says less than a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateReading {
    /// What is taken for what isn't said.
    pub rule: DateRule,
    /// The day from which it is counted.
    pub from: NaiveDate,
    /// What that day is.
    pub reference: DateReference,
}

/// What is taken for what a date doesn't texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRule {
    /// The nearest year in which its weekday is right.
    Weekday,
    /// The nearest year.
    Year,
    /// The next such day: `este sábado`.
    Relative,
}

/// The day from which what isn't said is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReference {
    /// That on which the text says that it was published.
    Publication,
    /// The date before it in the text.
    Text,
    /// Today.
    Today,
}

impl FindingKind {
    /// An error has to be mended before the announcement can go out; a warning should be looked at.
    pub fn severity(&self) -> Severity {
        match self {
            Self::WrongTime { .. }
            | Self::TwoTimes { .. }
            | Self::UnclearDate { .. }
            | Self::AmbiguousDate { differ: true, .. }
            | Self::AmbiguousPlace { .. }
            | Self::UnknownPlace
            | Self::NoDate
            | Self::NoSuchDate
            | Self::NoSuchTime => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// Whether something is wrong, and not only unclear.
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::WrongTime { .. } | Self::TwoTimes { .. } | Self::NoSuchDate | Self::NoSuchTime)
    }
}

impl Finding {
    /// See [`FindingKind::severity`].
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// What is wrong and how to mend it, in the reader's language.
    pub fn message(&self, lang: Lang) -> String {
        let texts = lang.announcement();
        let text = ("text", &*self.text);
        match &self.kind {
            FindingKind::WrongTime { place, right, shift, written, on, of, basis, compared_with } => {
                let right = with_day(written, right.date(), *shift, lang);
                let compared = match basis {
                    Basis::First => texts.compared_with_first,
                    Basis::Majority => texts.compared_with_majority,
                };
                let compared = fill(compared, &[("time", compared_with)]);
                let wrong = fill(
                    texts.wrong_time,
                    &[text, ("place", place), ("right", &right), ("compared", &compared)],
                );
                match (on.len(), *of) {
                    (_, 0 | 1) => wrong,
                    (wrong_days, days) if wrong_days == days => wrong + " " + texts.on_all_dates,
                    _ => wrong + " " + &fill(texts.on_dates, &[("dates", &dates(on, lang))]),
                }
            }
            FindingKind::UnmarkedDay { place, right, shift } => {
                let mark = format!("{shift:+}");
                let date = labels::long_date(*right, lang);
                fill(texts.unmarked_day, &[text, ("place", place), ("date", &date), ("mark", &mark)])
            }
            FindingKind::DurationDisagrees { stated, actual } => {
                let (stated, actual) = (labels::length(*stated), labels::length(*actual));
                fill(texts.duration_disagrees, &[text, ("stated", &stated), ("actual", &actual)])
            }
            FindingKind::AmbiguousPlace { candidates } => {
                fill(texts.ambiguous_place, &[text, ("candidates", &candidates.join(", "))])
            }
            FindingKind::UnknownPlace => fill(texts.unknown_place, &[text]),
            FindingKind::NoPlace => fill(texts.no_place, &[text]),
            FindingKind::LocalTime => fill(texts.local_time, &[text]),
            FindingKind::WithoutRules { zone } => fill(texts.without_rules, &[text, ("zone", zone)]),
            FindingKind::Unpaired => fill(texts.unpaired, &[text]),
            FindingKind::Alone => fill(texts.alone, &[text]),
            FindingKind::TwoTimes { place, other } => {
                fill(texts.two_times, &[text, ("place", place), ("other", other)])
            }
            FindingKind::NoDate => fill(texts.no_date, &[text]),
            FindingKind::AnyDate { first, last } => {
                fill(texts.any_date, &[("first", &first.to_string()), ("last", &last.to_string())])
            }
            FindingKind::AmbiguousDate { day_first, month_first, differ } => {
                let (read, other) =
                    (labels::full_date(*day_first, lang), labels::full_date(*month_first, lang));
                let pattern = if *differ { texts.unclear_order } else { texts.ambiguous_date };
                fill(pattern, &[text, ("read", &read), ("other", &other)])
            }
            FindingKind::UnclearDate { candidates } => {
                let all: Vec<String> = candidates.iter().map(|one| one.message(lang)).collect();
                fill(texts.unclear_date, &[text, ("candidates", &all.join("; "))])
            }
            FindingKind::DateRead { date, others, reading } => {
                let pattern = match reading.rule {
                    DateRule::Weekday => texts.read_by_weekday,
                    DateRule::Year => texts.read_by_year,
                    DateRule::Relative => texts.read_from,
                };
                let whose = match reading.reference {
                    DateReference::Publication => texts.publication,
                    DateReference::Text => texts.date_before,
                    DateReference::Today => texts.today,
                };
                let (date, from) = (labels::full_date(*date, lang), labels::full_date(reading.from, lang));
                let read = fill(pattern, &[text, ("date", &date), ("from", &from), ("whose", whose)]);
                if others.is_empty() {
                    return read;
                }
                let others: Vec<String> = others.iter().map(|date| labels::full_date(*date, lang)).collect();
                read + " " + &fill(texts.same_on, &[("dates", &others.join("; "))])
            }
            FindingKind::NoSuchDate => fill(texts.no_such_date, &[text]),
            FindingKind::NoSuchTime => fill(texts.no_such_time, &[text]),
            FindingKind::WrongWeekday { date } => {
                fill(texts.wrong_weekday, &[text, ("date", &labels::full_date(*date, lang))])
            }
            FindingKind::Skipped { place, read_as } => {
                let read_as = labels::clock(read_as.time(), HourCycle::H23, lang);
                fill(texts.skipped, &[text, ("place", place), ("read_as", &read_as)])
            }
            FindingKind::Repeated { place, first, second } => {
                let (first, second) = (iso::offset(*first), iso::offset(*second));
                fill(texts.repeated, &[text, ("place", place), ("first", &first), ("second", &second)])
            }
        }
    }
}

impl DateVerdict {
    fn message(&self, lang: Lang) -> String {
        let texts = lang.announcement();
        let date = labels::full_date(self.date, lang);
        if self.wrong.is_empty() {
            return fill(texts.right_on, &[("date", &date)]);
        }
        let wrong = |one: &Correction| {
            let Correction { text, place, right } = one;
            fill(texts.correction, &[("text", text), ("place", place), ("right", right)])
        };
        let wrong: Vec<String> = self.wrong.iter().map(wrong).collect();
        fill(texts.wrong_on, &[("date", &date), ("corrections", &wrong.join(", "))])
    }
}

/// Most dates that a message lists.
const LISTED: usize = 8;

/// Dates in a row: of many the first and the last.
fn dates(all: &[NaiveDate], lang: Lang) -> String {
    let label = |date: &NaiveDate| labels::long_date(*date, lang);
    match (all.first(), all.last()) {
        (Some(first), Some(last)) if all.len() > LISTED => {
            format!("{} … {} ({})", label(first), label(last), all.len())
        }
        _ => all.iter().map(label).collect::<Vec<_>>().join(", "),
    }
}

/// `07:00`, or `23:30 (jue 10)` where it is another day's.
pub(crate) fn with_day(time: &str, day: NaiveDate, shift: i64, lang: Lang) -> String {
    if shift == 0 { time.to_owned() } else { format!("{time} ({})", labels::short_date(day, lang)) }
}
