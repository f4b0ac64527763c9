//! Kinds of text that are known by their lines.

/// Lines among which a calendar begins.
const BEFORE: usize = 5;

/// Lines that are looked at.
const LINES: usize = 50;

/// Whether it is iCalendar: its first line says so (RFC 5545, 3.4), or one near it, where something stands before it.
pub(super) fn is_calendar(text: &str) -> bool {
    text.lines().take(BEFORE).any(|line| line.trim().eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// Whether it is HTML, or a piece of it as clipboards have it.
pub(super) fn is_html(text: &str) -> bool {
    const TAGS: [&str; 42] = [
        "!doctype html",
        "!--startfragment--",
        "google-sheets-html-origin",
        "html",
        "head",
        "body",
        "meta",
        "title",
        "style",
        "script",
        "link",
        "header",
        "main",
        "nav",
        "article",
        "section",
        "div",
        "p",
        "span",
        "a",
        "b",
        "i",
        "u",
        "em",
        "strong",
        "font",
        "center",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "blockquote",
    ];
    let start: String = text.chars().take(200).collect::<String>().to_lowercase();
    let tag = start.trim_start_matches('<');
    let is_tag = |name: &str| {
        let after = tag.strip_prefix(name);
        after.is_some_and(|after| after.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()))
    };
    TAGS.iter().any(|name| is_tag(name))
}

/// Whether its lines have cells: most of them, of two or more, have as many of one separator. Of commas, which prose
/// has too, two or more; and of bars, which people put between the parts of a line, in three lines or more.
pub(super) fn is_table(text: &str) -> bool {
    [('\t', 1, 2), (';', 1, 2), ('|', 1, 3), (',', 2, 2)].iter().any(|(separator, least, lines)| {
        let counts: Vec<usize> = rows(text, *separator).into_iter().take(LINES).collect();
        let usual =
            counts.iter().copied().max_by_key(|count| counts.iter().filter(|other| *other == count).count());
        usual.is_some_and(|usual| {
            let alike = counts.iter().filter(|count| **count == usual).count();
            usual >= *least && alike >= *lines && alike * 3 >= counts.len() * 2
        })
    })
}

/// How many separators each row has; a row may have quoted line breaks (RFC 4180, 2.6).
fn rows(text: &str, separator: char) -> Vec<usize> {
    let mut rows = Vec::new();
    let (mut count, mut is_quoted, mut is_blank) = (0, false, true);
    for letter in text.chars().chain(['\n']) {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => {
                if !is_blank {
                    rows.push(count);
                }
                (count, is_blank) = (0, true);
                if rows.len() >= LINES {
                    break;
                }
                continue;
            }
            other if other == separator && !is_quoted => count += 1,
            _ => {}
        }
        is_blank &= letter.is_whitespace() && letter != separator;
    }
    rows
}
