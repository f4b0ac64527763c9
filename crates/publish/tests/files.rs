//! What other programs read.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod support;

use huso_agenda::{Lang, wall_time};
use huso_publish::qr::Qr;
use huso_publish::{calendar, schedule, sheet, table};
use support::{event, examples};

/// HUSO_PUBLISHED=folder writes the files there, for validators of others.
#[test]
fn files_are_made_of_every_example() {
    let now = wall_time::instant("2026-11-27T00:00:00Z").unwrap();
    for event in examples() {
        let agenda = &event.agenda;
        let country = sheet::countries(agenda, Lang::Es).into_iter().next().unwrap();
        let files = [
            ("ics", calendar::calendar(agenda, Lang::Es, now).into_bytes()),
            ("schedule.json", schedule::json(agenda, Lang::Es).into_bytes()),
            ("schedule.xml", schedule::xml(agenda, Lang::Es).into_bytes()),
            ("csv", table::csv(agenda, Lang::Es).into_bytes()),
            ("xlsx", table::xlsx(agenda, Lang::Es, now).unwrap()),
            ("html", sheet::sheet(agenda, &country, Lang::Es).into_bytes()),
            ("qr.svg", Qr::try_new("https://www.example.org/agenda").unwrap().svg().into_bytes()),
            ("qr.png", Qr::try_new("https://www.example.org/agenda").unwrap().png()),
        ];
        for (kind, bytes) in files {
            assert!(bytes.len() > 200, "{kind} of {}", agenda.id);
            if let Some(folder) = std::env::var_os("HUSO_PUBLISHED") {
                std::fs::write(std::path::Path::new(&folder).join(format!("{}.{kind}", agenda.id)), bytes)
                    .unwrap();
            }
        }
    }
}

#[test]
fn a_code_is_read_by_another_program() {
    let address = "https://www.example.org/agenda?lang=es#huso-feria=session:a";
    let png = Qr::try_new(address).unwrap().png();
    let mut reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (info.width as usize, info.height as usize);
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = picture.detect_grids();
    let read: Vec<String> = grids.iter().map(|grid| grid.decode().unwrap().1).collect();
    assert_eq!(read, [address]);
}

/// Without a word for it, an app would tell people to come.
#[test]
fn what_a_schedule_cannot_hold_is_left_out_and_counted() {
    let agenda = event(
        r#"{"huso": 1, "id": "e", "title": "Feria", "timezone": "America/Bogota", "sessions": [
            {"id": "a", "title": "Una", "start": "2027-08-11T09:00"},
            {"id": "b", "title": "Cancelada", "start": "2027-08-11T10:00", "status": "cancelled"},
            {"id": "c", "title": "Día", "date": "2027-08-11"},
            {"id": "d", "title": "Por confirmar"}]}"#,
    )
    .agenda;
    let json: serde_json::Value = serde_json::from_str(&schedule::json(&agenda, Lang::Es)).unwrap();
    let events = &json["schedule"]["conference"]["days"][0]["rooms"][""];
    assert_eq!(events.as_array().unwrap().len(), 1);
    assert_eq!(
        (&events[0]["date"], &events[0]["duration"]),
        (&"2027-08-11T09:00:00-05:00".into(), &"01:00".into())
    );
    assert_eq!(schedule::left_out(&agenda), 3);
}

#[test]
fn a_table_has_the_events_clocks_and_each_countrys() {
    let csv = table::csv(&examples()[0].agenda, Lang::En);
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        header[..7],
        ["ID", "Date", "Start (Bogotá time)", "End (Bogotá time)", "Chile", "Colombia / Peru", "Mexico"]
    );
    let first = reader.records().next().unwrap().unwrap();
    let cells: Vec<&str> = first.iter().take(8).collect();
    assert_eq!(
        cells,
        [
            "inauguration",
            "2023-08-09",
            "09:00",
            "09:30",
            "10:00–10:30",
            "09:00–09:30",
            "08:00–08:30",
            "Opening"
        ]
    );
}

#[test]
fn a_sheet_has_one_countrys_times_and_marks_another_date() {
    let agenda = event(
        r#"{"huso": 1, "id": "e", "title": "Feria", "timezone": "America/Bogota", "sessions": [
            {"id": "a", "title": "Noche <b>", "start": "2027-08-11T23:30", "duration": "PT1H"}]}"#,
    )
    .agenda;
    let countries = sheet::countries(&agenda, Lang::Es);
    let labels: Vec<&str> = countries.iter().map(|country| country.label.as_str()).collect();
    assert_eq!(labels, ["Chile", "Colombia / Perú", "México"]);
    let chile = sheet::sheet(&agenda, &countries[0], Lang::Es);
    assert!(chile.contains("Horario para Chile") && chile.contains("Noche &lt;b&gt;"), "{chile}");
    assert!(
        chile.contains(r#"<span class="start">00:30</span> – <span class="end">01:30</span> (jue 12)"#),
        "{chile}"
    );
    assert!(!chile.contains("23:30") && !chile.contains("<script"), "{chile}");
}
