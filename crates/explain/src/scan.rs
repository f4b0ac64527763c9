//! What a JSON text has before a place: what is open there, and what came last.

use std::ops::Range;

/// Lists and objects within each other that every reader of event files takes.
const DEPTH: usize = 64;

/// What a JSON text has before a place.
#[derive(Debug, Default)]
pub struct Scan {
    /// Brackets that are not closed yet, with their bytes.
    pub open: Vec<(char, usize)>,
    /// How far the lines of these are indented.
    indentations: Vec<usize>,
    /// The last character that is no blank; of a string, its closing quote.
    pub last: Option<char>,
    /// What the last string has between its quotes.
    pub string: Range<usize>,
    /// The first bracket whose line is indented more than that of the bracket that closes it: the one that
    /// was meant to is missing.
    pub misindented: Option<(char, usize)>,
    /// The first bracket within [`DEPTH`] others.
    pub deep: Option<usize>,
    /// The first thing that JSON doesn't allow and tolerant parsers pass over.
    pub oddity: Option<(usize, Oddity)>,
}

/// What tolerant parsers pass over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A line ends within a string.
    LineBreak,
    /// Another control character within a string, such as a tab.
    Control,
    /// A blank that is none of JSON's four, such as the one that web pages put between words.
    Blank,
}

/// Goes through a text as far as a byte.
pub fn scan(text: &str, until: usize) -> Scan {
    let mut scan = Scan::default();
    let (mut in_string, mut escaped) = (false, false);
    let mut line = Line::default();
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < until) {
        if in_string {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => {
                    in_string = false;
                    scan.string.end = at;
                    scan.last = Some(c);
                }
                '\n' | '\r' => scan.note(at, Oddity::LineBreak),
                '\0'..='\x1f' => scan.note(at, Oddity::Control),
                _ => {}
            }
            continue;
        }
        match c {
            ' ' | '\n' | '\r' | '\t' => {
                line.blank(c);
                continue;
            }
            '"' => {
                in_string = true;
                scan.string = at + 1..at + 1;
            }
            '[' | '{' => scan.opens(c, at, line),
            ']' | '}' => scan.closes(line),
            _ if c.is_whitespace() || is_invisible(c) => {
                scan.note(at, Oddity::Blank);
                continue;
            }
            _ => {}
        }
        scan.last = Some(c);
        line.is_blank = false;
    }
    scan
}

/// The line that is gone through.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Blanks at its beginning.
    indentation: usize,
    /// Whether there has been nothing else.
    is_blank: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self { indentation: 0, is_blank: true }
    }
}

impl Line {
    fn blank(&mut self, c: char) {
        match c {
            '\n' => *self = Self::default(),
            _ => self.indentation += usize::from(self.is_blank),
        }
    }
}

impl Scan {
    fn opens(&mut self, bracket: char, at: usize, line: Line) {
        self.open.push((bracket, at));
        self.indentations.push(line.indentation);
        if self.open.len() > DEPTH {
            self.deep.get_or_insert(at);
        }
    }

    fn closes(&mut self, line: Line) {
        let opened = self.open.pop().zip(self.indentations.pop());
        // Behind others in its line, it says nothing.
        if let Some((bracket, indentation)) = opened
            && line.is_blank
            && indentation > line.indentation
        {
            self.misindented.get_or_insert(bracket);
        }
    }

    fn note(&mut self, at: usize, oddity: Oddity) {
        self.oddity.get_or_insert((at, oddity));
    }
}

/// Zero-width characters and marks of direction, which come along with what is copied.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
