//! What one click does, and what comes of it in words.

use crate::change::Change;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime};
use huso_agenda::{Lang, wall_time};
use huso_i18n::labels::{self, HourCycle};
use huso_i18n::{Texts as _, fill};

/// What one click does about something that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    /// What comes of it. [`Mend::text`] has the words.
    pub outcome: Outcome,
    /// What it changes.
    pub changes: Vec<Change>,
}

/// What comes of a mend.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It starts then.
    Starts(NaiveDateTime),
    /// It ends then; and the day on which it starts.
    Ends(NaiveDateTime, NaiveDate),
    /// It starts and ends then: the other way round than before.
    Spans(NaiveDateTime, NaiveDateTime),
    /// It lasts so many minutes.
    Lasts(i64),
    /// It is all day.
    AllDay,
    /// Of a time that clocks show twice the first is meant.
    First(NaiveDateTime),
    /// The second is.
    Second(NaiveDateTime),
    /// It can be chosen until then.
    Closes(NaiveDateTime),
    /// So many links are https.
    Encrypted(usize),
    /// It is written so.
    Written(String),
    /// The event is in that year, on the same weekdays.
    Year(i32),
}

impl Mend {
    /// What comes of it, for a button: `Terminar a las 11:20`.
    pub fn text(&self, lang: Lang) -> String {
        let texts = lang.advice();
        let time = |text, time: &str| fill(text, &[("time", time)]);
        let clock = |wall: &NaiveDateTime| labels::clock(wall.time(), HourCycle::H23, lang);
        match &self.outcome {
            Outcome::Starts(wall) => time(texts.mend_starts, &clock(wall)),
            Outcome::Ends(wall, day) if wall.date() == *day => time(texts.mend_ends, &clock(wall)),
            Outcome::Ends(wall, _) => {
                time(texts.mend_ends, &format!("{} ({})", clock(wall), labels::short_date(wall.date(), lang)))
            }
            Outcome::Spans(start, end) => {
                fill(texts.mend_spans, &[("start", &clock(start)), ("end", &clock(end))])
            }
            Outcome::Lasts(minutes) => fill(texts.mend_lasts, &[("length", &labels::length(*minutes))]),
            Outcome::AllDay => texts.mend_all_day.to_owned(),
            Outcome::First(wall) => time(texts.mend_first, &clock(wall)),
            Outcome::Second(wall) => time(texts.mend_second, &clock(wall)),
            Outcome::Closes(wall) => time(texts.mend_closes, &clock(wall)),
            Outcome::Encrypted(1) => texts.mend_https.to_owned(),
            Outcome::Encrypted(count) => fill(texts.mend_https_other, &[("n", &count.to_string())]),
            Outcome::Written(value) => fill(texts.mend_written, &[("value", &spelled(value, lang))]),
            Outcome::Year(year) => fill(texts.mend_year, &[("year", &year.to_string())]),
        }
    }
}

/// Dates and times in words; anything else as it is written.
fn spelled(value: &str, lang: Lang) -> String {
    if let Ok(wall) = wall_time::wall_time(value) {
        let clock = labels::clock(wall.time(), HourCycle::H23, lang);
        return format!("{}, {clock}", labels::full_date(wall.date(), lang));
    }
    let length = wall_time::duration(value).map(|length| labels::length(length.num_minutes()));
    let date = wall_time::date(value).map(|date| labels::full_date(date, lang));
    date.or(length).unwrap_or_else(|_| value.to_owned())
}
