//! A text with what is read in it.

use super::compared::Compared;
use super::lines::{Line, lines};
use super::mail;
use crate::origin::{Origin, Place};
use chrono::NaiveDate;
use huso_agenda::fold::folded;
use huso_announcement::{Context, Written, written};
use std::ops::Range;

/// A text with what is read in it.
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
    pub(super) file: usize,
    pub(super) written: Written,
    /// What the announcement checker says of it.
    pub(super) compared: Compared,
    pub(super) lines: Vec<Line>,
    /// Where places stand whose clocks a time is of, in order.
    spots: Vec<Range<usize>>,
    /// An e-mail's subject.
    pub(super) subject: Option<Range<usize>>,
    /// The text as times are read from it: an e-mail's head is blank.
    pub(super) body: String,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str, file: usize, context: &Context) -> Self {
        let (body, head) = mail::without_head(text);
        let body = with_dashes(body);
        let mut context = *context;
        if let Some(sent) = head.sent.and_then(|sent| text.get(sent)).and_then(|sent| day(sent, &context)) {
            context.today = sent;
        }
        let written = written(&body, &context);
        let lines = lines(&body, &written.pieces);
        let times = written.moments.iter().flat_map(|moment| &moment.times);
        let mut spots: Vec<_> = times.flat_map(|time| &time.spots).map(|spot| spot.range.clone()).collect();
        spots.sort_unstable_by_key(|spot| spot.start);
        let compared = Compared::new(&body, &context);
        Self { text, file, written, compared, lines, spots, subject: head.subject, body }
    }

    pub(super) fn slice(&self, range: &Range<usize>) -> &'t str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Whether bytes are of a place whose clocks a time is of.
    pub(super) fn is_spot(&self, range: &Range<usize>) -> bool {
        let next = self.spots.partition_point(|spot| spot.start <= range.start);
        let spot = next.checked_sub(1).and_then(|at| self.spots.get(at));
        spot.is_some_and(|spot| range.start < spot.end)
    }

    /// As written, in lower case and without accents.
    pub(super) fn folded(&self, range: &Range<usize>) -> String {
        folded(self.slice(range))
    }

    pub(super) fn origin(&self, range: &Range<usize>) -> Origin {
        Origin { file: self.file, place: Place::Text { start: range.start, end: range.end } }
    }

    /// The line on which a byte stands, by its index.
    pub(super) fn line_at(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.range.end <= byte)
    }
}

/// With one dash for two, `9:00 -- 9:15`, in as many bytes; a rule of more stays.
fn with_dashes(text: String) -> String {
    if !text.contains("--") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("--") {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let dashes = from.len() - from.trim_start_matches('-').len();
        let (run, after) = from.split_at_checked(dashes.max(1)).unwrap_or((from, ""));
        out.push_str(before);
        out.push_str(if dashes == 2 { "- " } else { run });
        rest = after;
    }
    out + rest
}

/// The day on which an e-mail was sent.
fn day(sent: &str, context: &Context) -> Option<NaiveDate> {
    let moments = written(sent, context).moments;
    moments.first()?.date.as_ref()?.days.first().copied()
}
