//! What to write in place of what is wrong.

use super::check::check;
use super::report::Report;
use crate::context::Context;
use crate::finding::{Finding, FindingKind};
use huso_agenda::Lang;
use huso_i18n::labels;
use std::ops::Range;

/// Words to put in place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The bytes of the text to replace.
    pub range: Range<usize>,
    /// What to write there.
    pub text: String,
}

impl Mend {
    /// The text with it.
    pub fn applied(&self, text: &str) -> String {
        let part = |range: Option<&str>| range.unwrap_or_default().to_owned();
        part(text.get(..self.range.start)) + &self.text + text.get(self.range.end..).unwrap_or_default()
    }
}

/// What to write in place of what a finding of a report is about; dates and lengths in `lang`. Each was tried: with it the
/// finding is gone, and there are fewer of them.
///
/// ```
/// use huso_announcement::{Context, check, mends};
/// let context = Context { date: None, today: "2023-08-01".parse()? };
/// let text = "9 de agosto de 2023: 10:00 (Chile), 09:00 (Colombia), 09:00 (México)";
/// let report = check(text, &context);
/// let [mend] = &*mends(text, &report, &report.findings[0], &context, huso_agenda::Lang::Es) else { panic!() };
/// assert_eq!(mend.applied(text), "9 de agosto de 2023: 10:00 (Chile), 09:00 (Colombia), 08:00 (México)");
/// # Ok::<(), huso_agenda::chrono::ParseError>(())
/// ```
pub fn mends(text: &str, report: &Report, finding: &Finding, context: &Context, lang: Lang) -> Vec<Mend> {
    let mut helpful: Vec<Mend> = Vec::new();
    for group in candidates(report, finding, lang) {
        let helps = |mend: &Mend| {
            let after = check(&mend.applied(text), context).findings;
            after.len() < report.findings.len()
                && !after.iter().any(|other| other.kind == finding.kind && other.line == finding.line)
        };
        helpful.extend(group.into_iter().find(helps));
    }
    helpful
}

/// What may be meant, and of each the ways to write it.
fn candidates(report: &Report, finding: &Finding, lang: Lang) -> Vec<Vec<Mend>> {
    let at = |range: &Range<usize>, text: String| Mend { range: range.clone(), text };
    let here = |text: String| vec![at(&finding.range, text)];
    match &finding.kind {
        FindingKind::WrongTime { shift: 0, written, .. } => vec![here(written.clone())],
        FindingKind::WrongTime { shift, written, .. } => vec![here(format!("{written} ({shift:+})"))],
        FindingKind::UnmarkedDay { shift, .. } => {
            let times = report.groups.iter().flat_map(|group| &group.times);
            let whole = times
                .map(|time| (&time.range, &time.time))
                .find(|(range, _)| range.start == finding.range.start);
            let (range, time) = whole.unwrap_or((&finding.range, &finding.text));
            let marked = |(range, time): (&Range<usize>, &str)| at(range, format!("{time} ({shift:+})"));
            vec![vec![marked((range, time)), marked((&finding.range, &finding.text))]]
        }
        FindingKind::DurationDisagrees { actual, .. } => {
            vec![here(labels::length(*actual).replace('\u{a0}', " "))]
        }
        FindingKind::AmbiguousDate { day_first, month_first, .. } => {
            [day_first, month_first].map(|date| here(labels::full_date(*date, lang))).into()
        }
        _ => Vec::new(),
    }
}
