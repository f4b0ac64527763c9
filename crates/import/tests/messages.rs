//! What is said of what was brought: findings, places, questions.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use huso_agenda::Lang;
use huso_announcement::Context;
use huso_import::{Answer, Opened, Reading, equation, open, settle};

fn opened(text: &str) -> Opened {
    let context = Context { date: None, today: NaiveDate::from_ymd_opt(2027, 1, 1).unwrap() };
    open(text.as_bytes(), "x", 0, &context).remove(0)
}

/// Each finding with its place.
fn said(opened: &Opened, lang: Lang) -> Vec<String> {
    let one = |finding: &huso_import::Finding| {
        format!("{}: {}", opened.place(&finding.origin.place, lang), finding.message(lang))
    };
    opened.read.findings.iter().map(one).collect()
}

#[test]
fn a_finding_says_where_it_stands_and_what_it_is() {
    let table = opened(
        "Fecha;Hora;Fin;Actividad;Duración\n9/8/2027;10:00;10:30;Apertura;30 min\n9/8/2027;mañana;;Panel;\n9/8/2027;11:00;12:05;Taller;45 min",
    );
    assert_eq!(
        said(&table, Lang::Es),
        [
            "Fila 2, columna A: «9/8/2027» puede empezar por el día o por el mes; se leyó el día primero",
            "Fila 3, columna B: «mañana» no se puede leer como día u hora",
            "Fila 4, columna D: De inicio a fin van 1\u{a0}h\u{a0}05\u{a0}min, y dice 45\u{a0}min",
        ]
    );
    assert_eq!(said(&table, Lang::En)[1], "Row 3, column B: “mañana” can't be read as a day or a time");
    assert_eq!(said(&table, Lang::Pt)[1], "Linha 3, coluna B: “mañana” não pode ser lido como dia ou hora");
    let text = opened("Programa, hora de Colombia\n\n9 de agosto de 2027\n10:00 - 11:05 (45 min) Apertura");
    assert_eq!(
        said(&text, Lang::En),
        ["Line 4: From start to end it is 1\u{a0}h\u{a0}05\u{a0}min, and it says 45\u{a0}min"]
    );
}

#[test]
fn a_question_shows_what_follows_from_an_answer() {
    let table = opened("Fecha;Hora;Actividad\n2027-08-09;10:00;Apertura\n2027-08-09;11:00;Panel");
    let question = settle(&table.read.program, None).unwrap_err();
    let says = |zone: &str, lang| {
        let answer = Answer { timezone: zone.to_owned(), reading: Reading::Moment };
        equation(&question.consequences(&table.read.program, &answer, lang), lang)
    };
    assert_eq!(question.message(Lang::Es), "No dice de qué lugar son las horas");
    assert_eq!(
        says("America/Santiago", Lang::Es),
        "10:00 en Chile = 09:00 en Colombia / Perú = 08:00 en México"
    );
    assert_eq!(
        says("America/Bogota", Lang::En),
        "10:00 in Colombia / Peru = 11:00 in Chile = 09:00 in Mexico"
    );
    assert_eq!(
        says("America/Sao_Paulo", Lang::Pt),
        "10:00 São Paulo = 09:00 Chile = 08:00 Colômbia / Peru = 07:00 México"
    );
}
