//! The hours in which somebody is awake.

use crate::model::When;
use crate::time::Offsets;
use chrono::{NaiveDateTime, NaiveTime, Timelike as _};

/// The hours in which somebody is awake, on their own clock: what starts in others is not for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awake {
    /// From then on.
    pub from: NaiveTime,
    /// Until before then; earlier than `from` if that is after midnight.
    pub until: NaiveTime,
}

impl Default for Awake {
    /// 7:00 to 22:00.
    fn default() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self { from: at(7), until: at(22) }
    }
}

impl Awake {
    /// Whether what takes place then starts in these hours on the clocks of `here`. What has no time does.
    pub fn admits(&self, when: When, here: &dyn Offsets) -> bool {
        Self::start(when, here).is_none_or(|start| self.has(start.time()))
    }

    /// When something starts on the clocks of `here`.
    pub fn start(when: When, here: &dyn Offsets) -> Option<NaiveDateTime> {
        match when {
            When::Timed { start, .. } => Some(here.wall_time(start)),
            When::Floating { start, .. } => Some(start),
            When::AllDay(_) | When::Open => None,
        }
    }

    fn has(&self, time: NaiveTime) -> bool {
        if self.from < self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }

    /// As addresses have it: `0700-2230`.
    pub fn key(&self) -> String {
        let digits = |time: NaiveTime| format!("{:02}{:02}", time.hour(), time.minute());
        [digits(self.from), digits(self.until)].join("-")
    }

    /// Reads [`Self::key`].
    pub fn from_key(key: &str) -> Option<Self> {
        let (from, until) = key.split_once('-')?;
        Some(Self { from: time(from)?, until: time(until)? })
    }
}

/// Four digits.
fn time(digits: &str) -> Option<NaiveTime> {
    let is_time = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = digits.parse().ok().filter(|_| is_time)?;
    NaiveTime::from_hms_opt(number / 100, number % 100, 0)
}
