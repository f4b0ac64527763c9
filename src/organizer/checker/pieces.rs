//! A text in pieces, by what is so of the times in it.

use huso_agenda::Severity;
use huso_announcement::Report;
use std::ops::Range;

/// How a piece of a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A time that agrees with the others.
    Right,
    /// Something to look at.
    Unclear,
    /// Something wrong.
    Wrong,
}

impl Standing {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Unclear => "unclear",
            Self::Wrong => "wrong",
        }
    }
}

/// The pieces of a text in its order, each with the worst that is so of it; nothing for what says no time.
pub fn pieces<'t>(text: &'t str, report: &Report) -> Vec<(&'t str, Option<Standing>)> {
    let marks = marks(report);
    let mut ends: Vec<usize> = marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    ends.extend([0, text.len()]);
    ends.sort_unstable();
    ends.dedup();
    let piece = |(start, end): (&usize, &usize)| {
        let covers = |range: &Range<usize>| range.start <= *start && *end <= range.end;
        let standing = marks.iter().filter(|(range, _)| covers(range)).map(|(_, standing)| *standing).max();
        Some((text.get(*start..*end)?, standing))
    };
    ends.iter().zip(ends.iter().skip(1)).filter_map(piece).collect()
}

fn marks(report: &Report) -> Vec<(Range<usize>, Standing)> {
    let times = report.groups.iter().flat_map(|group| &group.times);
    let right =
        times.filter(|time| time.right == Some(true)).map(|time| (time.range.clone(), Standing::Right));
    let found = report.findings.iter().map(|finding| {
        let standing = match finding.severity() {
            Severity::Error => Standing::Wrong,
            Severity::Warning | Severity::Note => Standing::Unclear,
        };
        (finding.range.clone(), standing)
    });
    right.chain(found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_agenda::chrono::NaiveDate;
    use huso_announcement::{Context, check};

    #[test]
    fn pieces_are_the_text_with_its_times_marked() {
        let text = "9 de agosto de 2023: 10:00 Chile, 09:00 México.";
        let context = Context { date: None, today: NaiveDate::default() };
        let all = pieces(text, &check(text, &context));
        assert_eq!(all.iter().map(|(text, _)| *text).collect::<String>(), text);
        let marked: Vec<_> = all.iter().filter(|(_, standing)| standing.is_some()).collect();
        assert_eq!(marked, [&("10:00", Some(Standing::Right)), &("09:00", Some(Standing::Wrong))]);
    }
}
