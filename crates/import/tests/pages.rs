//! HTML: what clipboards have of documents and spreadsheets, and pages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use huso_announcement::Context;
use huso_import::table::Field;
use huso_import::{Kind, Opened, Source, open, settle};

fn opened(html: &str) -> Opened {
    let context = Context { date: None, today: NaiveDate::from_ymd_opt(2027, 8, 1).unwrap() };
    let opened = open(html.as_bytes(), "pasted", 0, &context).remove(0);
    assert_eq!(opened.kind, Kind::Html);
    opened
}

fn sessions(opened: &Opened) -> Vec<(String, String)> {
    let start = |start: &Option<huso_import::Stated>| {
        start.as_ref().and_then(huso_import::Stated::clock).map(|wall| wall.to_string()).unwrap_or_default()
    };
    opened.read.program.sessions.iter().map(|one| (start(&one.start), one.title.clone())).collect()
}

fn expected(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(start, title)| ((*start).to_owned(), (*title).to_owned())).collect()
}

#[test]
fn a_table_of_a_spreadsheet() {
    let page = opened(
        "<google-sheets-html-origin><style>td {border: 1px}</style><table><colgroup><col><tbody>\
         <tr><td colspan=\"2\">Rueda de negocios &ndash; hora de Colombia<tr><td>Fecha<td>Hora<td>T&iacute;tulo\
         <tr><td rowspan=2>9/8/2027<td>10:00 - 10:30<td>Apertura<br>con\n caf&eacute;\
         <tr><td>11:00<td>Panel</table></google-sheets-html-origin>",
    );
    assert_eq!(
        sessions(&page),
        expected(&[("2027-08-09 10:00:00", "Apertura"), ("2027-08-09 11:00:00", "Panel")])
    );
    assert_eq!(page.read.program.sessions[0].summary, "con café");
    assert_eq!(settle(&page.read.program, None).unwrap().timezone, "America/Bogota");
}

/// A table a day, the day in the heading above it, in a table that lays the page out.
#[test]
fn tables_of_a_page_have_the_days_of_their_headings() {
    let table = |rows: &str| format!("<table><tr><th>Hora</th><th>Actividad</th></tr>{rows}</table>");
    let page = opened(&format!(
        "<!DOCTYPE html><title>x</title><script>var a = \"<table>\";</script><table><tr><td>Inicio</td></tr><tr><td>\
         <h1>Rueda de negocios</h1><p>Hora de Chile</p><h2>Lunes 9 de agosto de 2027</h2>{}\
         <h2>Martes 10 de agosto de 2027</h2>{}</td></tr></table><footer>Contacto</footer>",
        table("<tr><td>10:00</td><td>Apertura</td></tr><tr><td>11:00</td><td>Panel</td></tr>"),
        table("<tr><td>09:00</td><td>Cierre</td></tr>"),
    ));
    assert_eq!(
        sessions(&page),
        expected(&[
            ("2027-08-09 10:00:00", "Apertura"),
            ("2027-08-09 11:00:00", "Panel"),
            ("2027-08-10 09:00:00", "Cierre")
        ])
    );
    assert_eq!(page.read.program.title, "Rueda de negocios");
    assert!(format!("{:?}", page.read.findings).contains("Contacto"));
}

#[test]
fn a_page_without_tables_is_a_text() {
    let page = opened(
        "<html><body><h1>Jornada de turismo</h1><p>Lunes 9 de agosto de 2027, hora de Colombia</p>\
         <ul><li>10:00 - 10:30 <b>Apertura</b></li><li>10:30 - 11:00 Panel</li></ul></body></html>",
    );
    let Source::Text { text, .. } = &page.source else { panic!("{page:?}") };
    assert!(text.contains("\n10:00 - 10:30 Apertura\n10:30"), "{text}");
    assert_eq!(
        sessions(&page),
        expected(&[("2027-08-09 10:00:00", "Apertura"), ("2027-08-09 10:30:00", "Panel")])
    );
}

/// The kind: where words in a table's cells lead to. Within the page, and by scripts, nothing leads anywhere.
#[test]
fn links_in_cells_are_the_sessions() {
    let html = "<table><tr><th>Hora</th><th>Actividad</th><th>Conexión</th></tr>\
                <tr><td>10:00</td><td><a href=\"https://example.org/apertura\"><b>Apertura</b></a></td><td></td></tr>\
                <tr><td>11:00</td><td>Panel <a href='#top'>↑</a> <a href='javascript:x()'>x</a></td>\
                <td><a href=\" https://example.org/a \">Zoom</a></td></tr></table>";
    let context = Context { date: "2027-08-09".parse().ok(), today: "2027-08-01".parse().unwrap() };
    let opened = open(html.as_bytes(), "", 0, &context).remove(0);
    let Source::Table { mappings, .. } = opened.source.clone() else { panic!("{opened:?}") };
    let links = |opened: &Opened| -> Vec<Vec<String>> {
        let sessions = opened.read.program.sessions.iter();
        sessions.map(|session| session.links.iter().map(|(_, url)| url.clone()).collect()).collect()
    };
    assert_eq!(links(&opened), [vec!["https://example.org/apertura".to_owned()], vec![]]);
    // A column that is taken has them, too.
    let mut mapping = mappings[0].clone();
    mapping.columns[2] = Field::Link;
    let mapped = opened.mapped(vec![mapping], &context);
    assert_eq!(links(&mapped)[1], ["https://example.org/a"]);
}
