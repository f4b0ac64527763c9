//! A page as text and as tables.

use super::lines::Lines;
use super::tables::OpenTables;
use crate::table::{Grid, PastedCell, names_day_or_zone, read_pasted};
use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};

/// A page as text and as tables.
#[derive(Default)]
pub(crate) struct Page {
    /// What it shows, a row of a table in a line with tabs between its cells.
    pub(crate) text: String,
    /// A sheet for each table, named after the last heading above it. Above its rows are the headings above it, and
    /// the lines there that name a day or a zone.
    pub(crate) tables: Grid,
    /// The lines that no sheet has.
    pub(crate) beside: Vec<String>,
}

/// Lines that are put above a table's rows.
const MOST_ABOVE: usize = 20;

/// What is no text of the page.
const UNSEEN: [&[u8]; 5] = [b"script", b"style", b"template", b"noscript", b"title"];
/// What has an empty line before and behind it.
const PARAGRAPHS: [&[u8]; 12] =
    [b"p", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"table", b"ul", b"ol", b"blockquote", b"section"];
/// What is within a line.
const INLINE: [&[u8]; 21] = [
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"em", b"font", b"i", b"mark", b"o:p", b"q", b"s",
    b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u",
];

/// Reads a page, or a piece of one.
pub(crate) fn read(html: &str) -> Page {
    let mut reader = Reader { layouts: layouts(html).into_iter(), ..Reader::default() };
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.done()
}

fn tokens(html: &str) -> impl Iterator<Item = Token<()>> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).flatten()
}

/// Of each table, in the page's order, whether it has tables in it.
fn layouts(html: &str) -> Vec<bool> {
    let mut all = Vec::new();
    let mut open = Vec::new();
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) if **tag.name == *b"table" => {
                if let Some(outer) = open.last().and_then(|outer| all.get_mut(*outer)) {
                    *outer = true;
                }
                open.push(all.len());
                all.push(false);
            }
            Token::EndTag(tag) if **tag.name == *b"table" => {
                open.pop();
            }
            _ => {}
        }
    }
    all
}

#[derive(Default)]
struct Reader {
    page: Page,
    /// Of each table that is still to come, whether it has tables in it.
    layouts: std::vec::IntoIter<bool>,
    lines: Lines,
    open: OpenTables,
    /// The last heading, and whether it still goes on.
    heading: Option<String>,
    is_heading: bool,
    /// Lines since the last table, and whether each belongs above the next.
    above: Vec<(String, bool)>,
    /// What is unseen until its end.
    unseen: Option<Vec<u8>>,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        if UNSEEN.contains(&name) && !tag.self_closing {
            self.unseen.get_or_insert_with(|| name.to_owned());
        }
        if self.unseen.is_none() && name == b"a" {
            self.link(tag);
        }
        if self.unseen.is_some() || INLINE.contains(&name) {
            return;
        }
        match name {
            b"td" | b"th" => self.cell(tag),
            _ => {
                self.divide(name);
                self.is_heading = is_heading(name);
            }
        }
        match name {
            b"table" => self.open.open(self.layouts.next().unwrap_or_default()),
            b"tr" => self.open.innermost().into_iter().for_each(|table| table.row()),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if self.unseen.as_deref() == Some(name) {
            self.unseen = None;
            return;
        }
        if self.unseen.is_some() || INLINE.contains(&name) || [&b"td"[..], b"th"].contains(&name) {
            return;
        }
        self.divide(name);
        self.is_heading &= !is_heading(name);
        if name == b"table" {
            self.close();
        }
    }

    fn text(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        self.lines.push(text);
        if let Some(cell) = self.open.innermost().and_then(|table| table.lines()) {
            cell.push(text);
        }
    }

    /// An address that leads out of the page.
    fn link(&mut self, tag: &StartTag<()>) {
        let url =
            tag.attributes.get(&b"href"[..]).map(|value| String::from_utf8_lossy(value).trim().to_owned());
        let url = url.filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        if let Some((url, table)) = url.zip(self.open.innermost()) {
            table.link(url);
        }
    }

    fn cell(&mut self, tag: &StartTag<()>) {
        let is_first = match self.open.innermost() {
            Some(table) => table.cell(span(tag, b"colspan"), span(tag, b"rowspan")),
            None => true,
        };
        if is_first { self.end_line() } else { self.lines.next_cell() }
    }

    /// Ends the line: in a cell of a table only the cell's, for its row is one.
    fn divide(&mut self, name: &[u8]) {
        let is_of_row = ![&b"table"[..], b"tr"].contains(&name);
        match self.open.innermost().and_then(|table| table.lines()).filter(|_| is_of_row) {
            Some(cell) => {
                cell.end();
                self.lines.push(" ");
            }
            None => self.end_line(),
        }
        if PARAGRAPHS.contains(&name) {
            self.lines.gap();
        }
    }

    fn end_line(&mut self) {
        let is_in_table = self.open.innermost().is_some();
        let Some(line) = self.lines.end() else { return };
        if self.is_heading {
            self.heading = Some(line.clone());
        }
        if self.is_heading || !is_in_table {
            let belongs = self.is_heading || names_day_or_zone(&line);
            self.above.push((line, belongs));
        }
    }

    fn close(&mut self) {
        let Some(table) = self.open.close() else { return };
        let (above, beside): (Vec<_>, Vec<_>) = self.above.drain(..).partition(|(_, belongs)| *belongs);
        let (far, near) = above.split_at(above.len().saturating_sub(MOST_ABOVE));
        let lines = |all: &[(String, bool)]| all.iter().map(|(line, _)| line.clone()).collect::<Vec<_>>();
        self.page.beside.extend(lines(&beside).into_iter().chain(lines(far)));
        let row = |text: String| vec![PastedCell { text, columns: 1, rows: 1, links: Vec::new() }];
        let rows: Vec<_> = lines(near).into_iter().map(row).chain(table).collect();
        let name = self.heading.take().unwrap_or_default();
        for mut sheet in read_pasted(&rows).sheets {
            sheet.name.clone_from(&name);
            self.page.tables.sheets.push(sheet);
        }
    }

    fn done(mut self) -> Page {
        while !self.open.is_empty() {
            self.close();
        }
        self.end_line();
        self.page.beside.extend(self.above.into_iter().map(|(line, _)| line));
        Page { text: self.lines.text, ..self.page }
    }
}

fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6']) || name == b"caption"
}

/// Over how many columns or rows a cell goes (HTML, "attributes common to td and th elements").
fn span(tag: &StartTag<()>, name: &[u8]) -> usize {
    let value = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned());
    value.and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}
