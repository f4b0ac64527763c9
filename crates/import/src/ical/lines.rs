//! Lines of content out of lines of a file (RFC 5545, 3.1).

/// A line of content: a property, or what could not be made part of one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Of the file's lines, the one that it begins on, from 1.
    pub(super) number: usize,
    /// Unfolded.
    pub(super) text: String,
}

/// Octets of a line that was folded; a fold that lost its blank is told by them from a line break within a text.
const FOLDED: std::ops::RangeInclusive<usize> = 70..=76;

/// Properties whose text goes on where a line is none itself: somebody wrote line breaks as they are.
const TEXTS: &[&str] = &["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "X-WR-CALDESC", "X-ALT-DESC"];

/// Names of properties: RFC 5545, 5546, 7529, 7953, 7986, 9073, 9074, 9253; and vCalendar's.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "ACKNOWLEDGED", "ACTION", "ATTACH", "ATTENDEE", "BEGIN", "BUSYTYPE", "CALENDAR-ADDRESS", "CALSCALE",
    "CATEGORIES", "CLASS", "COLOR", "COMMENT", "COMPLETED", "CONCEPT", "CONFERENCE", "CONTACT", "CREATED",
    "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "DUE", "DURATION", "END", "EXDATE", "EXRULE", "FREEBUSY", "GEO",
    "IMAGE", "LAST-MODIFIED", "LINK", "LOCATION", "LOCATION-TYPE", "METHOD", "NAME", "ORGANIZER",
    "PARTICIPANT-TYPE", "PERCENT-COMPLETE", "PRIORITY", "PRODID", "PROXIMITY", "RDATE", "RECURRENCE-ID", "REFID",
    "REFRESH-INTERVAL", "RELATED-TO", "REPEAT", "REQUEST-STATUS", "RESOURCES", "RESOURCE-TYPE", "RRULE",
    "SEQUENCE", "SOURCE", "STATUS", "STRUCTURED-DATA", "STYLED-DESCRIPTION", "SUMMARY", "TRANSP", "TRIGGER",
    "TZID", "TZID-ALIAS-OF", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZUNTIL", "TZURL", "UID", "URL", "VERSION",
];

/// The lines of content of a file. Folds are undone; so are those that lost their blank, and line breaks within a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text = text.trim_start_matches('\u{feff}');
    let mut unfolding = Unfolding::new(text);
    for (index, raw) in physical(text).enumerate() {
        unfolding.push(index + 1, raw);
    }
    unfolding.lines
}

/// Lines as they are ended by CRLF, LF or CR, all three of which occur in one file.
fn physical(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

struct Unfolding<'a> {
    lines: Vec<Line>,
    /// Blanks before every line, of a file that was pasted out of something.
    indent: &'a str,
    /// Whether names are in capitals, as nearly everywhere: `Location: …` is then a text.
    has_capitals: bool,
    /// Octets of the line before.
    length: usize,
    /// Empty lines since then.
    empty: usize,
}

impl<'a> Unfolding<'a> {
    fn new(text: &'a str) -> Self {
        let first = physical(text).find(|line| !line.trim().is_empty()).unwrap_or_default();
        let indent = first.get(..first.len() - first.trim_start().len()).unwrap_or_default();
        Self { lines: Vec::new(), indent, has_capitals: text.contains("BEGIN:"), length: 0, empty: 0 }
    }

    fn push(&mut self, number: usize, raw: &str) {
        let line = raw.strip_prefix(self.indent).unwrap_or(raw);
        if line.trim().is_empty() {
            self.empty += 1;
            return;
        }
        let going_on = self.going_on(line);
        match (going_on, self.lines.last_mut()) {
            (Some((between, rest)), Some(last)) => {
                last.text.push_str(&between);
                push_printable(&mut last.text, rest);
            }
            _ => {
                let mut text = String::with_capacity(line.len());
                push_printable(&mut text, line.trim_start());
                self.lines.push(Line { number, text });
            }
        }
        self.length = line.len();
        self.empty = 0;
    }

    /// What of a line belongs to the one before, and what stands between.
    fn going_on<'l>(&self, line: &'l str) -> Option<(String, &'l str)> {
        if let Some(rest) = line.strip_prefix([' ', '\t']) {
            return Some((String::new(), rest));
        }
        let last = self.lines.last()?;
        if self.is_property(line) {
            return None;
        }
        if FOLDED.contains(&self.length) && self.empty == 0 {
            return Some((String::new(), line));
        }
        let is_text = TEXTS.iter().any(|name| name.eq_ignore_ascii_case(name_of(&last.text)));
        is_text.then(|| ("\\n".repeat(self.empty.min(1) + 1), line))
    }

    fn is_property(&self, line: &str) -> bool {
        let name = name_of(line);
        let is_cased = !self.has_capitals || !name.contains(|letter: char| letter.is_ascii_lowercase());
        let is_own = name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("X-"));
        name.len() < line.len() && is_cased && (is_own || is_known(name))
    }
}

/// Whether it is the name of a property.
pub(super) fn is_known(name: &str) -> bool {
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// What stands before the first `;` or `:`; the whole line, where there is none.
fn name_of(line: &str) -> &str {
    line.split([';', ':']).next().unwrap_or_default()
}

/// Control characters can't stand in a line of content.
fn push_printable(text: &mut String, more: &str) {
    text.extend(more.chars().filter(|letter| !letter.is_control() || *letter == '\t'));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lines(text).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn folds_are_undone_whatever_ends_the_lines() {
        let expected = ["BEGIN:VEVENT", "SUMMARY:Feria del libro", "END:VEVENT"];
        for end in ["\r\n", "\n", "\r"] {
            let file =
                ["\u{feff}BEGIN:VEVENT", "SUMMARY:Feria d", " el", "\t libro", "END:VEVENT", ""].join(end);
            assert_eq!(texts(&file), expected, "{end:?}");
        }
        assert_eq!(texts("BEGIN:VEVENT\rSUMMARY:Feria\r\n  del libro\nEND:VEVENT\r\n"), expected);
        assert_eq!(texts("  BEGIN:VEVENT\n  SUMMARY:Feria\n    del libro\n  END:VEVENT"), expected);
        assert_eq!(lines("BEGIN:VEVENT\n\nURL:a\n").pop().map(|line| line.number), Some(3));
    }

    #[test]
    fn folds_that_lost_their_blank_are_undone() {
        let long = format!("URL:https://example.org/{}", "a".repeat(51));
        assert_eq!(long.len(), 75);
        assert_eq!(
            texts(&format!("BEGIN:VEVENT\n{long}\nbcd\nUID:1")),
            ["BEGIN:VEVENT", &format!("{long}bcd"), "UID:1"]
        );
    }

    #[test]
    fn line_breaks_within_a_text_belong_to_it() {
        let file = "BEGIN:VEVENT\nDESCRIPTION:Uno\nLocation: dos\n\ntres\nUID:1\nwhat\nEND:VEVENT";
        let expected =
            ["BEGIN:VEVENT", r"DESCRIPTION:Uno\nLocation: dos\n\ntres", "UID:1", "what", "END:VEVENT"];
        assert_eq!(texts(file), expected);
        assert_eq!(texts("begin:vevent\nsummary:Uno\nuid:1"), ["begin:vevent", "summary:Uno", "uid:1"]);
    }
}
