//! What is announced is what the checker finds right.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod support;

use huso_agenda::chrono::{Days, NaiveDate};
use huso_agenda::{Agenda, Lang};
use huso_announcement::{Context, Verdict, check};
use huso_publish::announcement::announcement;
use support::{event, examples};

/// Texts of which every time has to be found, and right.
fn assert_agrees(agenda: &Agenda, times: usize) {
    for lang in Lang::ALL {
        let text = announcement(agenda, lang, Some("https://www.example.org/agenda"));
        let context = Context { date: None, today: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() };
        let report = check(&text, &context);
        assert_eq!((report.verdict(), &*report.findings), (Verdict::Agree, &[][..]), "{text}");
        assert_eq!(report.compared, times, "{text}\n{report:#?}");
    }
}

#[test]
fn announcements_of_the_examples_are_right_in_each_language() {
    for event in examples() {
        let announced = |session: &&huso_agenda::Session| {
            session.kind == huso_agenda::event_file::SessionKind::Session
                && session.start().is_some()
                && !session.is_off()
        };
        assert_agrees(&event.agenda, event.agenda.sessions.iter().filter(announced).count() * 4);
    }
}

#[test]
fn an_announcement_reads_as_people_write_one() {
    let text = announcement(&examples()[0].agenda, Lang::Es, None);
    let expected = "Rueda de negocios de turismo sostenible\n9–17 de agosto de 2023\n\n\
        miércoles 9 de agosto de 2023\n\nInauguración\n\
        10:00–10:30 Chile, 09:00–09:30 Colombia / Perú, 08:00–08:30 México\n\n";
    assert!(text.starts_with(expected), "{text}");
}

/// Winter and summer, the nights in which clocks change, and times that are of another date elsewhere.
#[test]
fn announcements_of_any_day_are_right_in_each_language() {
    let zones = [
        "America/Santiago",
        "America/Bogota",
        "America/Mexico_City",
        "America/Sao_Paulo",
        "America/New_York",
        "Europe/Madrid",
        "America/Argentina/Buenos_Aires",
        "America/Tijuana",
    ];
    let first = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    for step in 0..240_usize {
        let date = first.checked_add_days(Days::new(step as u64 * 3)).unwrap();
        let zone = zones[step % zones.len()];
        let (hour, minute) = (step * 7 % 24, step * 5 % 12 * 5);
        let length = [25, 45, 60, 65, 90, 180][step % 6];
        let file = format!(
            r#"{{"huso": 1, "id": "e", "title": "Feria", "timezone": "{zone}", "sessions": [
                {{"id": "a", "title": "Perú: 10 empresas en la feria", "start": "{date}T{hour:02}:{minute:02}", "duration": "PT{length}M"}},
                {{"id": "b", "title": "Cierre", "start": "{date}T{:02}:30"}}]}}"#,
            (hour + 9) % 24
        );
        assert_agrees(&event(&file).agenda, 8);
    }
}

/// In these nights clocks are set forward or back, in Chile, Mexico's north, the United States and Spain: a time that occurs
/// twice or doesn't exist is a warning, never wrong.
#[test]
fn announcements_of_the_nights_in_which_clocks_change_are_never_wrong() {
    let zones = ["America/Santiago", "America/Tijuana", "America/New_York", "Europe/Madrid"];
    let days = ["2027-04-03", "2027-09-04", "2027-03-13", "2027-11-06", "2027-03-27", "2027-10-30"];
    for (zone, day) in zones.iter().flat_map(|zone| days.iter().map(move |day| (zone, day))) {
        for hour in [21, 22, 23] {
            let file = format!(
                r#"{{"huso": 1, "id": "e", "title": "Noche", "timezone": "{zone}", "zones": [
                    {{"timezone": "America/Santiago", "label": "Chile"}}, {{"timezone": "America/Tijuana", "label": "Tijuana"}},
                    {{"timezone": "America/New_York", "label": "Nueva York"}}, {{"timezone": "Europe/Madrid", "label": "España"}}],
                    "sessions": [{{"id": "a", "title": "Una", "start": "{day}T{hour}:40", "duration": "PT4H"}}]}}"#
            );
            let agenda = event(&file).agenda;
            for lang in Lang::ALL {
                let text = announcement(&agenda, lang, None);
                let context = Context { date: None, today: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() };
                let report = check(&text, &context);
                let errors =
                    report.findings.iter().filter(|one| one.severity() == huso_agenda::Severity::Error);
                assert_eq!(
                    (report.verdict(), errors.count()),
                    (Verdict::Agree, 0),
                    "{text}\n{:?}",
                    report.findings
                );
            }
        }
    }
}
