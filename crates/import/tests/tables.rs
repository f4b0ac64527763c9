//! Tables as people make them, against what openpyxl, odfpy and Python's csv module read in the same files.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use chrono::NaiveDate;
use huso_agenda::Lang;
use huso_agenda::event_file::SessionKind;
use huso_import::table::{
    Field, Grid, PastedCell, mappings, read, read_delimited, read_ods, read_pasted, read_xlsx,
};
use huso_import::{Finding, FindingKind, Place, Read, Session, Stated};
use proptest::prelude::*;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/table/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn grid(name: &str) -> Grid {
    match name.rsplit('.').next() {
        Some("xlsx") => read_xlsx(&bytes(name)).unwrap(),
        Some("ods") => read_ods(&bytes(name)).unwrap(),
        _ => read_delimited(&String::from_utf8(bytes(name)).unwrap()),
    }
}

fn program(grid: &Grid, date: &str) -> Read {
    read(grid, &mappings(grid), date.parse().ok(), 0)
}

fn time(stated: &Option<Stated>) -> String {
    match stated {
        Some(Stated::Wall(wall)) => wall.format("%m-%d %H:%M").to_string(),
        Some(Stated::Zoned(wall, zone)) => format!("{} {zone}", wall.format("%m-%d %H:%M")),
        Some(other) => format!("{other:?}"),
        None => String::new(),
    }
}

/// `08-09 10:00–08-09 10:30 Title @ Venue # Track / Speakers`
fn shown(read: &Read) -> Vec<String> {
    let program = &read.program;
    let one = |session: &Session| {
        let mut text = format!("{}–{} {}", time(&session.start), time(&session.end), session.title);
        if let Some(venue) = session.venue {
            text += &format!(" @ {}", program.venues[venue].name);
        }
        if let Some(track) = session.track {
            text += &format!(" # {}", program.tracks[track].name);
        }
        let names: Vec<_> =
            session.speakers.iter().map(|index| program.speakers[*index].name.clone()).collect();
        if !names.is_empty() {
            text += &format!(" / {}", names.join("; "));
        }
        text
    };
    program.sessions.iter().map(one).collect()
}

fn found(read: &Read) -> Vec<(u32, u32, FindingKind)> {
    let place = |place: &Place| match place {
        Place::Cell { row, column, .. } => (*row, *column),
        other => panic!("{other:?}"),
    };
    let all = read.findings.iter();
    all.map(|finding| (place(&finding.origin.place).0, place(&finding.origin.place).1, finding.kind.clone()))
        .collect()
}

fn breaks(read: &Read) -> usize {
    read.program.sessions.iter().filter(|session| session.kind == SessionKind::Break).count()
}

/// The structure of a conference's programme of 2014: a sheet a day, title and date above the rooms, plenaries over all.
#[test]
fn rooms_across_with_merged_cells() {
    let read = program(&grid("rooms.xlsx"), "");
    assert_eq!(
        shown(&read),
        [
            "09-02 08:30–09-02 09:45 Inauguración",
            "09-02 09:45–09-02 10:15 Coffee Break",
            "09-02 10:15–09-02 12:00 Datos I @ Sala Norte",
            "09-02 10:15–09-02 12:00 Índices @ Sala Sur",
            // Over two rows: until the second ends.
            "09-02 10:15–09-02 13:30 Taller de mapas @ Sala Este",
            "09-02 12:00–09-02 13:30 Minería @ Sala Sur",
            "09-02 13:30–09-02 15:00 Almuerzo",
            "09-02 15:00–09-02 16:00 Datos II @ Sala Norte",
            "09-02 15:00–09-02 16:00 Demo @ Sala Este",
        ]
    );
    assert_eq!((read.program.title.as_str(), breaks(&read)), ("Congreso de ejemplo 2027", 2));
    assert_eq!(found(&read), []);
}

/// The structure of an app's export of 2014, and the same with days counted from 1904.
#[test]
fn serial_dates_of_both_systems() {
    for name in ["serials.xlsx", "serials-1904.xlsx"] {
        let read = program(&grid(name), "");
        assert_eq!(
            shown(&read),
            [
                "10-06 08:00–10-06 18:00 Registro",
                "10-06 09:00–10-06 12:15 Taller de redes # Desarrollo / Ana Ruiz; Luis Paz",
                "10-06 14:15–10-06 14:30 Break",
                "10-07 22:00–10-08 00:30 Fiesta",
            ],
            "{name}"
        );
        assert_eq!(found(&read), [(4, 6, FindingKind::Duration { said: 30, between: 15 })], "{name}");
        let keys: Vec<_> = read.program.sessions.iter().filter_map(|session| session.key.clone()).collect();
        assert_eq!(keys, ["1001", "1002", "1003", "1004"], "{name}");
    }
}

/// The structure of a course's plan of 2022.
#[test]
fn open_document_with_merged_dates_and_endless_empty_rows() {
    let read = program(&grid("course.ods"), "");
    assert_eq!(
        shown(&read),
        [
            "01-10 09:15– Introducción & datos / Ana Ruiz; Luis Paz",
            "01-10 11:00– Pausa para café",
            "01-13 09:15– Regresión / Ana Ruiz",
        ]
    );
    assert_eq!((read.program.title.as_str(), breaks(&read)), ("Curso de ejemplo 2027", 1));
    assert_eq!(read.program.speakers[1].organization.as_deref(), Some("Ejemplo SA"));
}

/// The structure of a Mexican congress' table of 2026: weekdays, and a column of speakers for each track.
#[test]
fn tracks_across_with_their_speakers() {
    let grid = grid("tracks.csv");
    let asked = program(&grid, "");
    assert_eq!(asked.program.sessions.len(), 9);
    assert!(asked.program.sessions.iter().all(|session| session.start.is_none()));
    let needed = |kind: &FindingKind| matches!(kind, FindingKind::DateNeeded(_));
    let needs: Vec<_> = found(&asked).into_iter().filter(|(_, _, kind)| needed(kind)).collect();
    assert_eq!(
        needs,
        [
            (2, 3, FindingKind::DateNeeded("Viernes".to_owned())),
            (8, 3, FindingKind::DateNeeded("Sábado".to_owned()))
        ]
    );
    // Friday is the 23rd.
    let read = program(&grid, "2026-10-22");
    assert_eq!(
        shown(&read),
        [
            "10-23 09:00– Registro # Track 1",
            "10-23 09:00–10-23 09:50 Coffee Break # Track 1",
            "10-23 10:00–10-23 10:50 Seguridad hoy # Track 1 / Ana Ruiz",
            "10-23 11:00–10-23 11:50 Redes, sin miedo # Track 1 / Luis Paz",
            "10-23 11:00–10-23 11:50 Radio # Track Villas / Villa Radio",
            "10-23 14:00–10-23 15:00 Break # Track 1",
            "10-23 20:30–10-24 00:00 Fiesta # Track 1",
            "10-24 10:00– Registro # Track 1",
            "10-24 11:00–10-24 11:50 Fraudes # Track 1 / Ana Ruiz",
        ]
    );
    assert!(!found(&read).iter().any(|(_, _, kind)| needed(kind)));
}

/// The structure of a summer school's table: times down, days across, dots in times.
#[test]
fn days_across() {
    let read = program(&grid("days.csv"), "2026-06-08");
    assert_eq!((read.program.sessions.len(), breaks(&read)), (11, 7));
    assert_eq!(shown(&read)[1], "06-09 09:00–06-09 10:15 Drawing");
    assert_eq!(shown(&read)[10], "06-10 17:30–06-10 19:00 Social gathering");
    assert_eq!(found(&read), []);
}

/// The structure of a workshop's table of 2020: no headers, no date, rows without a time.
#[test]
fn no_headers() {
    let read = program(&grid("semicolons.csv"), "2020-08-01");
    assert_eq!(
        shown(&read),
        [
            "08-01 13:10–08-01 13:30 Conexión",
            "08-01 13:30–08-01 13:50 Introducción",
            "Day(2020-08-01)– Sesión 1",
            "08-01 14:30–08-01 14:50 FP 1",
            "08-01 15:10–08-01 15:30 Coffee break",
            "08-01 23:00–08-02 00:30 Cierre",
        ]
    );
    assert_eq!(found(&read), [(3, 2, FindingKind::NoTime("Sesión 1".to_owned()))]);
    assert_eq!(program(&grid("semicolons.csv"), "").findings[0].kind, FindingKind::DateNeeded(String::new()));
}

#[test]
fn moments_in_one_column() {
    let read = program(&grid("moments.tsv"), "");
    assert_eq!(
        shown(&read),
        [
            "10-19 09:00–10-19 09:15 Introduction / Ana Ruiz",
            "10-19 10:00–10-19 10:20 Break",
            "10-20 10:20–10-20 12:00 Metadata / Ana Ruiz, Luis Paz",
        ]
    );
    assert_eq!(found(&read), [(1, 5, FindingKind::LeftOut("calendarId".to_owned()))]);
}

/// Line ends of old Macs, dates without a year.
#[test]
fn years_are_not_guessed() {
    let grid = grid("no-years.csv");
    let asked = program(&grid, "");
    assert!(asked.program.sessions.iter().all(|session| session.start.is_none()));
    assert_eq!(found(&asked)[1], (2, 4, FindingKind::DateNeeded("April 2".to_owned())));
    assert_eq!(
        shown(&program(&grid, "2027-04-01")),
        [
            "04-02 08:00–04-02 18:00 Opening @ TBD / Ana Ruiz, Luis Paz",
            "04-03 10:00–04-03 12:00 Another @ Room 1 / Ana Ruiz"
        ]
    );
}

#[test]
fn date_rows_a_zone_and_mistakes() {
    let table = "Rueda de negocios;;;\n;;;\nHora (Colombia);Actividad;Ponentes;Sala\n\
        Miércoles 9 de agosto de 2023;;;\n9h00 a 9h30;Inauguración;\"Ana Ruiz (Ejemplo SA); Luis Paz\";Sala 1\n\
        25:00;Panel;;Sala 1\nViernes 10 de agosto de 2023;;;\nHora (Colombia);Actividad;Ponentes;Sala\n\
        2:00 p. m.;Cierre;;\n";
    let read = program(&read_delimited(table), "");
    assert_eq!(
        shown(&read),
        [
            "08-09 09:00–08-09 09:30 Inauguración @ Sala 1 / Ana Ruiz; Luis Paz",
            "Day(2023-08-09)– Panel @ Sala 1",
            "08-10 14:00– Cierre"
        ]
    );
    let zones: Vec<_> = read.program.zones.iter().map(|claim| claim.zone.as_str()).collect();
    assert_eq!(zones, ["America/Bogota"]);
    assert_eq!(
        found(&read),
        [
            (6, 1, FindingKind::Time("25:00".to_owned())),
            (7, 1, FindingKind::Weekday("Viernes 10 de agosto de 2023".to_owned())),
        ]
    );
}

#[test]
fn dates_of_numbers() {
    let of = |dates: [&str; 2]| {
        let table = format!("Fecha,Hora,Tema\n{},9:00,Uno\n{},10:00,Dos\n", dates[0], dates[1]);
        let read = program(&read_delimited(&table), "");
        (shown(&read), found(&read).len())
    };
    let first = |day: &str| format!("{day} 09:00– Uno");
    assert_eq!(of(["04/05/2027", "13/05/2027"]), (vec![first("05-04"), "05-13 10:00– Dos".into()], 0));
    assert_eq!(of(["04/05/2027", "04/13/2027"]), (vec![first("04-05"), "04-13 10:00– Dos".into()], 0));
    assert_eq!(of(["04/05/2027", "05/05/2027"]), (vec![first("05-04"), "05-05 10:00– Dos".into()], 1));
    assert_eq!(of(["30/02/2027", "13/05/2027"]).0[0], "– Uno");
    assert_eq!(of(["10. & 12.05.27", "13/05/2027"]).0[0], "– Uno");
}

#[test]
fn afternoons_counted_from_one_are_reported() {
    let table = "Fecha,Hora,Tema\n2027-05-04,10:15-12:00,Uno\n2027-05-04,1:30-2:45,Dos\n";
    let read = program(&read_delimited(table), "");
    assert_eq!(found(&read), [(3, 2, FindingKind::HalfOfDay("1:30-2:45".to_owned()))]);
}

#[test]
fn a_mapping_is_changed_and_applied() {
    let grid = read_delimited("Fecha,Hora,Tema,Quien habla\n2027-05-04,9:00,Uno,Ana Ruiz\n");
    let mut proposed = mappings(&grid);
    assert_eq!(proposed[0].columns, [Field::Date, Field::Start, Field::Title, Field::Ignored]);
    assert_eq!(
        found(&read(&grid, &proposed, None, 0)),
        [(1, 4, FindingKind::LeftOut("Quien habla".to_owned()))]
    );
    proposed[0].columns[3] = Field::Speakers;
    let mapped = read(&grid, &proposed, None, 0);
    assert_eq!((shown(&mapped), found(&mapped)), (vec!["05-04 09:00– Uno / Ana Ruiz".to_owned()], vec![]));
}

#[test]
fn a_table_of_a_page() {
    let cell = |text: &str, columns, rows| PastedCell { text: text.to_owned(), columns, rows, links: vec![] };
    let one = |text| cell(text, 1, 1);
    let rows = [
        vec![cell("9 de agosto de 2027", 3, 1)],
        vec![one("Hora"), one("Sala 1"), one("Sala 2")],
        vec![one("9:00 - 10:00"), cell("Inauguración", 2, 1)],
        vec![one("10:00 - 11:00"), one("Panel"), cell("Taller", 1, 2)],
        vec![one("11:00 - 12:00"), one("Cierre")],
    ];
    assert_eq!(
        shown(&program(&read_pasted(&rows), "")),
        [
            "08-09 09:00–08-09 10:00 Inauguración",
            "08-09 10:00–08-09 11:00 Panel @ Sala 1",
            "08-09 10:00–08-09 12:00 Taller @ Sala 2",
            "08-09 11:00–08-09 12:00 Cierre @ Sala 1",
        ]
    );
}

#[test]
fn what_is_no_program_is_said() {
    let read = program(&read_delimited("Funcional\nArduino\nPHP\n"), "");
    assert_eq!((read.program.sessions.len(), read.findings.len()), (0, 1));
    assert!(read_xlsx(b"no").is_err());
    assert!(read_ods(b"PK\x03\x04").is_err());
}

const PIECES: &[&str] = &[
    "Hora",
    "Fecha",
    "Título",
    "Sala 1",
    "Día",
    "9:00",
    "9:00 - 9:30",
    "25:99",
    "2027-08-09",
    "31/12/2027",
    "9.30",
    "Viernes",
    "Día 2",
    "-",
    "Coffee break",
    "\"",
    "\n",
    ",",
    ";",
    "\t",
    " ",
    "Ana (",
    "5",
    "1e300",
    "9 de agosto de 2027",
    "hora COL",
    "\u{feff}",
    "\u{2066}",
    "30 de febrero",
    "9999-12-31",
    "24:00",
];

proptest! {
    #[test]
    fn no_text_panics(text in prop_oneof![
        any::<String>(),
        proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat()),
    ], date in proptest::option::of(0..3_000_000)) {
        let grid = read_delimited(&text);
        let date = date.and_then(NaiveDate::from_num_days_from_ce_opt);
        read(&grid, &mappings(&grid), date, 0);
    }

    #[test]
    fn no_columns_panic(columns in proptest::collection::vec(0..16usize, 0..9), header in proptest::option::of(0..20usize)) {
        let fields = [
            Field::Ignored, Field::Key, Field::Date, Field::Start, Field::End, Field::Duration, Field::Title,
            Field::Lane, Field::Summary, Field::Speakers, Field::Venue, Field::Track, Field::Kind, Field::Link,
            Field::Status, Field::Language,
        ];
        let grid = grid("rooms.xlsx");
        let mut mapped = mappings(&grid);
        for mapping in &mut mapped {
            mapping.columns = columns.iter().map(|index| fields[*index]).collect();
            mapping.header = header;
        }
        read(&grid, &mapped, None, 0);
    }

    #[test]
    fn no_broken_workbook_panics(at in 0..6_000usize, with in any::<u8>(), cut in 0..6_000usize) {
        for name in ["rooms.xlsx", "serials-1904.xlsx", "course.ods"] {
            let mut bytes = bytes(name);
            if let Some(byte) = bytes.get_mut(at) {
                *byte = with;
            }
            bytes.truncate(bytes.len().max(cut));
            let grid = if name.ends_with("ods") { read_ods(&bytes) } else { read_xlsx(&bytes) };
            if let Ok(grid) = grid {
                read(&grid, &mappings(&grid), None, 0);
            }
        }
    }

    #[test]
    fn no_page_panics(cells in proptest::collection::vec(
        proptest::collection::vec((proptest::sample::select(PIECES), any::<u8>(), any::<u8>()), 0..6), 0..6,
    )) {
        let cell = |(text, columns, rows): &(&str, u8, u8)| PastedCell {
            text: (*text).to_owned(), columns: usize::from(*columns), rows: usize::from(*rows), links: vec![],
        };
        let rows: Vec<Vec<_>> = cells.iter().map(|row| row.iter().map(cell).collect()).collect();
        let grid = read_pasted(&rows);
        read(&grid, &mappings(&grid), None, 0);
    }
}

/// The kind: workbooks that can be unpacked in part, in which that part has cells that no sheet can have.
#[test]
fn of_a_broken_workbook_what_can_be_unpacked_is_looked_at() {
    for name in ["rooms.xlsx", "serials-1904.xlsx", "serials.xlsx"] {
        for at in 2_600..2_620 {
            let mut bytes = bytes(name);
            bytes[at] = 0;
            if let Ok(grid) = read_xlsx(&bytes) {
                read(&grid, &mappings(&grid), None, 0);
            }
        }
    }
}

/// Announcements for several countries have a column of times for each.
#[test]
fn times_of_several_countries_are_compared() {
    let table = "Hora Chile;Hora Colombia / Perú;México;Actividad\n\
                 10:00;09:00;08:00;Apertura\n11:00;10:00;10:00;Panel\n12:00;11:00;;Cierre";
    let read = program(&read_delimited(table), "2027-08-09");
    assert_eq!(shown(&read), ["08-09 10:00– Apertura", "08-09 11:00– Panel", "08-09 12:00– Cierre"]);
    let zones: Vec<_> = read.program.zones.iter().map(|claim| claim.zone.as_str()).collect();
    assert_eq!(zones, ["America/Santiago"]);
    let [finding] = read.findings.as_slice() else { panic!("{:?}", read.findings) };
    assert_eq!(
        finding.message(Lang::Es),
        "«10:00» (México) debe ser 09:00: se compara con la primera hora, «11:00»."
    );
    let bare = "Chile;Colombia;México;Actividad\n10:00;09:00;08:00;Apertura\n23:30;22:30;21:30;Cierre";
    let read = program(&read_delimited(bare), "2027-08-09");
    assert_eq!(shown(&read), ["08-09 10:00– Apertura", "08-09 23:30– Cierre"]);
    assert_eq!(found(&read), []);
}

#[test]
fn short_weekdays_are_days_where_days_stand() {
    let list = program(&read_delimited("day,time,title\nThu,9:00,Uno\nfri.,10:00,Dos"), "2027-08-09");
    assert_eq!(shown(&list), ["08-12 09:00– Uno", "08-13 10:00– Dos"]);
    let week = program(&read_delimited("Hora;Lun;Mié\n9:00;Uno;Dos"), "2027-08-09");
    assert_eq!(shown(&week), ["08-09 09:00– Uno", "08-11 09:00– Dos"]);
}

/// The kind: columns of what the event file has a key for.
#[test]
fn status_and_language_are_taken_and_what_is_not_known_of_them_is_said() {
    let table = "Hora;Actividad;Estado;Idioma\n10:00;Apertura;Confirmada;Español\n11:00;Panel;CANCELADA;es/en\n\
                 12:00;Taller;Reprogramada;español con traducción\n13:00;Cierre;Jalisco;";
    let read = program(&read_delimited(table), "2027-08-09");
    let sessions: Vec<_> = read
        .program
        .sessions
        .iter()
        .map(|session| (session.status.word(), session.languages.join(" ")))
        .collect();
    let said = |status, languages: &str| (status, languages.to_owned());
    assert_eq!(
        sessions,
        [said("confirmed", "es"), said("cancelled", "es en"), said("rescheduled", ""), said("confirmed", "")]
    );
    let left_out: Vec<_> = read.findings.iter().map(|finding| finding.message(Lang::Es)).collect();
    assert_eq!(left_out, ["«español con traducción» quedó fuera", "«Jalisco» quedó fuera"]);
    for headers in ["Time,Session,Status,Language", "Hora,Atividade,Situação,Língua"] {
        let read = program(
            &read_delimited(&format!("{headers}\n10:00,A,Cancelled,Inglés\n11:00,B,,")),
            "2027-08-09",
        );
        let session = &read.program.sessions[0];
        assert_eq!(
            (session.status.word(), session.languages.as_slice()),
            ("cancelled", &["en".to_owned()][..])
        );
    }
}

/// The kind: lines with bars, be they read as a table or as a text. What stands above them is no session, and the days that
/// are said somewhere count.
#[test]
fn lines_with_bars_have_the_days_that_are_said() {
    let context =
        || huso_announcement::Context { date: None, today: NaiveDate::from_ymd_opt(2027, 8, 1).unwrap() };
    let rows = "09:00 | Apertura | Sala A\n10:00 | Panel | Sala B\n11:00 | Cierre | Sala A";
    let dated = "09.08.27 | 09:00 | Apertura\n09.08.27 | 10:00 | Panel\n09.08.27 | 11:00 | Cierre";
    for text in [
        format!("Programa del 9 de agosto de 2027\n\n{rows}"),
        format!("Encuentro de negocios\n\n9 de agosto de 2027\n\n{rows}"),
        format!("Encuentro de negocios\nEl encuentro es virtual.\n\n{dated}"),
        format!("Encuentro de negocios\n\nInvitamos a todos. El programa:\n\nLunes 9 de agosto de 2027\n{rows}\n\nLos esperamos."),
        format!("Encuentro de negocios | Lima\n\n{}", dated.replace("09.08.27 | 09:00 | Apertura", "Apertura | 09.08.27 | 09:00")
            .replace("09.08.27 | 10:00 | Panel", "Panel | 09.08.27 | 10:00").replace("09.08.27 | 11:00 | Cierre", "Cierre | 09.08.27 | 11:00")),
        format!("Encuentro de negocios;;\n{}", dated.replace(" | ", ";")),
        "Encuentro de negocios\n\n9 de agosto de 2027\n09:00 | Apertura | Sala A\nPalabras de bienvenida.\n10:00 | Panel | Sala B\n\
         11:00 | Cierre | Sala A"
            .to_owned(),
    ] {
        let opened = huso_import::open(text.as_bytes(), "", 0, &context()).remove(0);
        let all: Vec<_> = (opened.read.program.sessions.iter())
            .map(|session| format!("{} {}", time(&session.start), session.title))
            .collect();
        assert_eq!(all, ["08-09 09:00 Apertura", "08-09 10:00 Panel", "08-09 11:00 Cierre"], "{text}");
        let asks = |finding: &&Finding| matches!(finding.kind, FindingKind::DateNeeded(_));
        assert_eq!(opened.read.findings.iter().find(asks), None, "{text}");
        let title = opened.read.program.title.split(" | ").next();
        assert!(!text.starts_with("Encuentro") || title == Some("Encuentro de negocios"), "{text}");
    }
    // What a text would leave out is a table's.
    let people = "09.08.27 | 09:00 | Apertura | Ana Ruiz\n09.08.27 | 10:00 | Panel | Eva Paz\n09.08.27 | 11:00 | Cierre | Ana Ruiz";
    let opened = huso_import::open(people.as_bytes(), "", 0, &context()).remove(0);
    assert!(matches!(opened.source, huso_import::Source::Table { .. }));
    let two = "Sala A | planta baja\nSala B | planta alta";
    assert_eq!(huso_import::kind::find(two.as_bytes()).kind, huso_import::Kind::Prose);
}
