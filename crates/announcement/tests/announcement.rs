//! Announcements in the shapes in which people write them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use huso_agenda::chrono::NaiveDate;
use huso_agenda::{Lang, Severity};
use huso_announcement::{Basis, Context, FindingKind, Report, mends};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Checked as on 1 August 2023.
fn check(text: &str, date: Option<NaiveDate>) -> Report {
    huso_announcement::check(text, &Context { date, today: day("2023-08-01") })
}

/// Checked with a date in Chile's winter as the default.
fn winter(text: &str) -> Report {
    check(text, Some(day("2023-08-09")))
}

/// Each group as `10:00=America/Santiago 09:00=America/Bogota`.
fn groups(report: &Report) -> Vec<String> {
    let shown = |group: &huso_announcement::Group| {
        group.times.iter().map(|time| format!("{}={}", time.time, time.zone)).collect::<Vec<_>>().join(" ")
    };
    report.groups.iter().map(shown).collect()
}

/// Wrong times as `written → right`.
fn wrong(report: &Report) -> Vec<String> {
    let shown = |finding: &huso_announcement::Finding| match &finding.kind {
        FindingKind::WrongTime { right, .. } => {
            Some(format!("{} → {}", finding.text, right.format("%d %H:%M")))
        }
        _ => None,
    };
    report.findings.iter().filter_map(shown).collect()
}

const CHILE_COLOMBIA_MEXICO: &[&str] = &[
    "10:00 Chilean time / 09:00 Colombia/Peru time / 08:00 Mexico time",
    "10:00 hrs (Chile), 09:00 (Colombia y Perú), 08:00 hrs (México)",
    "10:00 hrs. de Chile / 09:00 hrs. de Colombia y Perú / 08:00 hrs. de México",
    "11h00 (horário do Uruguai), 10h (horário do Chile), 9h (Colômbia/Peru), 8h (México)",
    "Chile: 10:00 | Colombia y Perú: 09:00 | México: 08:00",
    "Chile 10:00 hrs, Colombia 09:00 hrs, Perú 09:00 hrs, México 08:00 hrs",
    "10 a. m. hora de Chile, 9 a. m. hora de Colombia, 8 a. m. hora de México",
    "10:00 am CLT, 9:00 am COL, 9:00 am PET, 8:00 am CDMX",
    "A las 10:00 hora chilena, 09:00 hora colombiana y 08:00 hora de la Ciudad de México",
    "10:00 en Chile, que son las 09:00 en Colombia y las 08:00 en México",
    "🇨🇱 10:00 🇨🇴🇵🇪 09:00 🇲🇽 08:00",
    "10:00 🇨🇱 | 09:00 🇨🇴🇵🇪 | 08:00 🇲🇽",
    "10:00 Chilean time\n\n09:00 Colombia/Peru time\n\n08:00 Mexico time",
    "• Chile: 10:00 h\r\n• Colombia: 09:00 h\r\n• México: 08:00 h",
    "Santiago de Chile\n10:00\nBogotá\n09:00\nCiudad de México\n08:00",
    "10:00 (UTC-4) / 09:00 (Colombia) / 14:00 UTC / 11:00 GMT-3 / 16:00 España peninsular",
    "10:00–11:30 Chile / 09:00–10:30 Colombia / 08:00–09:30 México",
    "de 10 a 11:30 h (Chile), de 9 a 10:30 h (Colombia)",
    "Das 10h às 11h30 (Chile), das 9h às 10h30 (Colômbia), das 11h às 12h30 (horário de Brasília)",
    "10:00 America/Santiago, 09:00 America/Lima",
    "at 10 (Chile), at 9 (Peru), at 8 (Mexico)",
    "a las 10 hora de Chile, a las 9 hora de Colombia",
    "10.00 hrs Chile; 9.00 hrs Colombia",
    "10:00 Santiago, Chile / 09:00 Lima, Perú / 08:00 Ciudad de México, México",
    "11:00 Punta Arenas (Chile) / 10:00 Chile / 09:00 Colombia",
    "12 m. Chile, 11 a. m. Perú",
    "10:00 Chile. 09:00 Colombia. 08:00 México.",
];

#[test]
fn right_announcements_are_found_right() {
    for text in CHILE_COLOMBIA_MEXICO {
        let report = winter(text);
        assert_eq!(report.findings, [], "{text}");
        assert_eq!(report.groups.len(), 1, "{text}: {report:?}");
        assert!(report.groups[0].times.len() >= 2, "{text}");
    }
}

/// In Chile's summer the difference is another: the same announcements are wrong, each beside Chile.
#[test]
fn what_is_right_in_winter_is_wrong_in_summer() {
    for text in CHILE_COLOMBIA_MEXICO {
        let report = check(text, Some(day("2024-01-10")));
        let errors = report.findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
        assert!(errors > 0, "{text}: {report:?}");
        assert_eq!(wrong(&report).len(), errors, "{text}");
    }
    let right = "10:00 Chile / 08:00 Colombia y Perú / 07:00 México";
    assert_eq!(check(right, Some(day("2024-01-10"))).findings, []);
}

#[test]
fn times_and_places_are_put_together() {
    for (text, expected) in [
        (
            "10:00 Chilean time / 09:00 Colombia/Peru time",
            &["10:00=America/Santiago 09:00=America/Bogota 09:00=America/Lima"][..],
        ),
        (
            "Lima, 10:00 Chile / 09:00 Perú; 15:00 Chile / 14:00 Perú",
            &["10:00=America/Santiago 09:00=America/Lima", "15:00=America/Santiago 14:00=America/Lima"],
        ),
        ("09:00 – 9:30 COL time | 30 min.", &["09:00 – 9:30=America/Bogota"]),
        ("9 a. m. hora de Colombia", &["9 a. m.=America/Bogota"]),
        ("9:30 am COL", &["9:30 am=America/Bogota"]),
        ("08:00 CDMX", &["08:00=America/Mexico_City"]),
        ("a las 10:00.\nChile, Colombia, Mexico and Peru invite you", &[]),
        ("a las 10:00\nChile, Colombia, Mexico and Peru invite you", &[]),
        ("On 9 August 20 companies from Chile met 30 of Peru.", &[]),
        ("Dia 9/8 às 15h (Brasília)", &["15h=America/Sao_Paulo"]),
        (
            "4:00 p.m. (Colombia y Panamá) | 3:00 p.m. (México y Centroamérica)",
            &[
                "4:00 p.m.=America/Bogota 4:00 p.m.=America/Panama 3:00 p.m.=America/Mexico_City 3:00 p.m.=America/Costa_Rica",
            ],
        ),
        ("12:00 EST (Panamá)", &["12:00=America/Panama"]),
    ] {
        assert_eq!(groups(&winter(text)), expected, "{text}");
    }
}

#[test]
fn each_wrong_time_is_named_with_the_right_one() {
    for (text, expected) in [
        ("10:00 Chile / 09:00 Colombia / 07:00 México", &["07:00 → 09 08:00"][..]),
        ("10:00 Chile, 08:00 Colombia", &["08:00 → 09 09:00"]),
        ("Chile: 11h00 | Peru: 09h00", &["09h00 → 09 10:00"]),
        ("10:00–11:30 Chile / 09:00–10:45 Colombia / 08:00–09:30 México", &["10:45 → 09 10:30"]),
        ("23:30 México / 01:30 (+1) Chile / 00:30 Colombia (+1)", &[]),
        ("23:30 México / 01:30 (+1) Chile / 01:30 (+1) Colombia", &["01:30 → 10 00:30"]),
        ("23:30 México / 01:30 (jue 10) Chile / 00:30 (vie 11) Colombia", &["00:30 → 10 00:30"]),
        ("24:00 Chile / 23:00 Colombia / 22:00 México", &[]),
        ("22:00–24:00 Chile / 21:00–23:00 Colombia", &[]),
        ("10:00 (UTC-4) / 10:00 Colombia", &["10:00 → 09 09:00"]),
        ("10:00 Chile (UTC-3)", &["10:00 → 09 11:00"]),
    ] {
        assert_eq!(wrong(&winter(text)), expected, "{text}");
    }
}

#[test]
fn most_times_outweigh_the_first() {
    let report = winter("11:00 Chile / 09:00 Colombia / 09:00 Perú / 08:00 México");
    assert_eq!(wrong(&report), ["11:00 → 09 10:00"]);
    assert_eq!(report.groups[0].basis, Basis::Majority);
    assert!(
        matches!(&report.findings[0].kind, FindingKind::WrongTime { compared_with, .. } if compared_with == "09:00 Colombia")
    );
    let tie = winter("11:00 Chile / 09:00 Colombia");
    assert_eq!(tie.groups[0].basis, Basis::First);
}

#[test]
fn the_date_that_governs() {
    for (text, expected) in [
        (
            "August 4, 2023 – News.\n\nConnection: August 9, 2023\n\n10:00 Chile\n09:00 Peru",
            Some("2023-08-09"),
        ),
        ("El miércoles 9 de agosto de 2023 a las 10:00 (Chile) y 09:00 (Perú)", Some("2023-08-09")),
        ("10:00 (Chile) y 09:00 (Perú) del 9 de agosto de 2023", Some("2023-08-09")),
        (
            "Nota del 4 de julio de 2023.\n10:00 (Chile) / 09:00 (Perú), 9 de agosto de 2023",
            Some("2023-08-09"),
        ),
        ("10:00 Chile / 09:00 Perú\n9 de agosto de 2023", Some("2023-08-09")),
        ("09.08.23 | 10:00 Chile / 09:00 Perú", Some("2023-08-09")),
        ("Día 16/8, 10:00 Chile / 09:00 Perú. 4 de enero de 2023", Some("2023-08-16")),
        ("16/08/2023, 10:00 Chile / 09:00 Perú", Some("2023-08-16")),
        ("9 de agosto: 10:00 Chile / 09:00 Perú. Año: 12 de enero de 2023", Some("2023-08-09")),
        ("10:00 Chile / 09:00 Perú", None),
    ] {
        let report = check(text, None);
        assert_eq!(report.groups.len(), 1, "{text}");
        assert_eq!(report.groups[0].date, expected.map(day), "{text}");
        let no_date = report.findings.iter().any(|finding| finding.kind == FindingKind::NoDate);
        assert_eq!(no_date, expected.is_none(), "{text}");
    }
    for text in [
        "9 de agosto de 2023\n23:00 México / 01:00 Chile (10 de agosto de 2023)",
        "9 de agosto de 2023, 01:00 (10 de agosto de 2023) Chile / 23:00 México",
    ] {
        let report = check(text, None);
        assert_eq!(report.findings, [], "{text}");
        assert_eq!(report.groups[0].date, Some(day("2023-08-09")), "{text}");
    }
    let two = check(
        "9 de agosto de 2023\n10:00 Chile / 09:00 Perú\n10 de enero de 2024\n10:00 Chile / 08:00 Perú",
        None,
    );
    assert_eq!(two.findings, []);
    assert_eq!(two.groups.len(), 2);
}

/// What is found, as `line:column words kind`.
fn found(text: &str) -> Vec<String> {
    let kind = |kind: &FindingKind| match kind {
        FindingKind::WrongTime { .. } => "wrong",
        FindingKind::UnmarkedDay { .. } => "unmarked",
        FindingKind::DurationDisagrees { .. } => "duration",
        FindingKind::AmbiguousPlace { .. } => "ambiguous",
        FindingKind::UnknownPlace => "unknown",
        FindingKind::NoPlace => "no place",
        FindingKind::NoDate => "no date",
        FindingKind::AmbiguousDate { .. } => "either date",
        FindingKind::NoSuchDate => "no such date",
        FindingKind::NoSuchTime => "no such time",
        FindingKind::WrongWeekday { .. } => "weekday",
        FindingKind::Skipped { .. } => "skipped",
        FindingKind::Repeated { .. } => "repeated",
        FindingKind::Alone => "alone",
        FindingKind::WithoutRules { .. } => "without rules",
        FindingKind::LocalTime => "local",
        FindingKind::Unpaired => "unpaired",
        FindingKind::TwoTimes { .. } => "two times",
        FindingKind::AnyDate { .. } => "any date",
        FindingKind::UnclearDate { .. } => "unclear date",
        FindingKind::DateRead { .. } => "date read",
        _ => "other",
    };
    let shown = |finding: &huso_announcement::Finding| {
        format!("{}:{} {} {}", finding.line, finding.column, finding.text, kind(&finding.kind))
    };
    winter(text).findings.iter().map(shown).collect()
}

#[test]
fn what_cannot_be_compared_is_said() {
    for (text, expected) in [
        ("12:00 EST / 11:00 Colombia", &["1:7 EST ambiguous", "1:13 11:00 alone"][..]),
        ("11:00 Colombia, 10:00 CST", &["1:1 11:00 alone", "1:23 CST ambiguous"]),
        ("12:00 EST (Panamá)", &["1:1 12:00 alone"]),
        ("Dirección: 12:00 EDT", &["1:18 EDT ambiguous"]),
        ("10:00 Chile / 23:00 Tokio / 09:00 Perú", &["1:21 Tokio without rules"]),
        ("23:00 hora de Tokio", &["1:15 Tokio without rules"]),
        ("23:00 Tokyo time", &["1:7 Tokyo without rules"]),
        ("10:00 Chile\n23:00 Hong Kong\n09:00 Perú", &["2:7 Hong Kong without rules"]),
        ("10:00 Chile / 23:00 Nubia / 09:00 Perú", &["1:21 Nubia unknown"]),
        ("23:00 hora de Nubia", &["1:15 Nubia unknown"]),
        ("23:00 Nubia time", &["1:7 Nubia unknown"]),
        ("10:00 Chile\n23:00 Alta Nubia\n09:00 Perú", &["2:7 Alta Nubia unknown"]),
        ("Chile: 10:00\nHong Kong: 22:00\nPerú: 09:00", &["2:1 Hong Kong without rules"]),
        ("Chile: 10:00\nAlta Nubia: 22:00\nPerú: 09:00", &["2:1 Alta Nubia unknown"]),
        ("15:00 JST", &["1:7 JST without rules"]),
        ("15:00 QJT", &["1:7 QJT unknown"]),
        ("10:00 (Chile) / 08:00 (México y Atlántida)", &["1:33 Atlántida unknown"]),
        ("09:00 Inauguración\n10:00 Charla", &["1:1 09:00 no place", "2:1 10:00 no place"]),
        ("25:00 Chile / 09:00 Perú", &["1:1 25:00 no such time", "1:15 09:00 alone"]),
        ("31 de septiembre de 2023, 10:00 Chile, 09:00 Perú", &["1:1 31 de septiembre de 2023 no such date"]),
        ("09/08/2023 10:00 Chile, 09:00 Perú", &["1:1 09/08/2023 either date"]),
        ("miércoles 09/08/2023 10:00 Chile, 09:00 Perú", &[]),
        (
            "jueves 9 de agosto de 2023, 10:00 Chile",
            &["1:1 jueves 9 de agosto de 2023 weekday", "1:29 10:00 alone"],
        ),
        ("09:30 – 10:35 COL time. | 45 min.", &["1:1 09:30 – 10:35 alone", "1:27 45 min. duration"]),
        ("09:30 – 10:35 COL (duración: 65 min)", &["1:1 09:30 – 10:35 alone"]),
        ("10h às 11h30 (Brasil), 1h", &["1:1 10h às 11h30 alone", "1:24 1h duration"]),
        ("23:30 México / 01:30 Chile", &["1:16 01:30 unmarked"]),
        ("5 de abril de 2025, 23:30 hora de Chile", &["1:21 23:30 alone", "1:21 23:30 repeated"]),
        ("7 de septiembre de 2025, 00:30 hora de Chile", &["1:26 00:30 alone", "1:26 00:30 skipped"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

/// The schedule of the Pacific Alliance's announcement of August 2023: facts only.
#[test]
fn the_pacific_alliance_of_2023() {
    let text = "August 4, 2023 –\n\
        • Inauguration | 09.08.23 | 09:00 – 9:30 COL time | 30 min.\n\
        • Academic Agenda | 09.08.23 | 09:30 – 10:35 COL time. | 45 min.\n\
        • Commercial Pitch Preparation | 9.08.23 | 14:00 – 15:30 COL time. | 90 min.\n\
        • Pitch Sessions | 16.08.23 | 09:00 – 11:20 COL time. | 120 min.\n\
        • Business Networking | 17.08.23 | 09:00 – 16:00 COL time.\n\n\
        Virtual Connection: August 9, 2023\n\n10:00 Chilean time\n\n09:00 Colombia/Peru time\n\n08:00 Mexico time\n";
    let report = check(text, None);
    let dates: Vec<_> = report.groups.iter().filter_map(|group| group.date).collect();
    let days = ["2023-08-09", "2023-08-09", "2023-08-09", "2023-08-16", "2023-08-17", "2023-08-09"];
    assert_eq!(dates, days.map(day));
    let instants: Vec<_> = report.groups.iter().filter_map(|group| group.instant).collect();
    assert_eq!(instants[5].to_rfc3339(), "2023-08-09T14:00:00+00:00");
    let kinds: Vec<_> = report.findings.iter().map(|finding| (finding.line, finding.kind.clone())).collect();
    // The times of the programme are Colombia's only.
    assert_eq!(
        kinds,
        [
            (2, FindingKind::Alone),
            (3, FindingKind::Alone),
            (3, FindingKind::DurationDisagrees { stated: 45, actual: 65 }),
            (4, FindingKind::Alone),
            (5, FindingKind::Alone),
            (5, FindingKind::DurationDisagrees { stated: 120, actual: 140 }),
            (6, FindingKind::Alone),
        ]
    );
    assert_eq!((report.compared, report.not_compared), (4, 5));
}

#[test]
fn messages_name_what_is_written_and_what_is_right() {
    let report = winter("23:30 México / 02:30 Chile");
    for (lang, expected) in [
        (
            Lang::Es,
            "«02:30» (Chile) debe ser 01:30 (jue 10): se compara con la primera hora, «23:30 México».",
        ),
        (
            Lang::En,
            "“02:30” (Chile) should be 01:30 (Thu 10): it is compared with the first time, “23:30 México”.",
        ),
        (
            Lang::Pt,
            "“02:30” (Chile) deve ser 01:30 (qui 10): compara-se com o primeiro horário, “23:30 México”.",
        ),
    ] {
        assert_eq!(report.findings[0].message(lang), expected);
    }
}

/// What is offered to write for each finding of a text.
fn offered(text: &str) -> Vec<String> {
    let context = Context { date: None, today: NaiveDate::from_ymd_opt(2023, 8, 1).unwrap() };
    let report = huso_announcement::check(text, &context);
    let all = report.findings.iter().flat_map(|finding| mends(text, &report, finding, &context, Lang::Es));
    all.map(|mend| mend.applied(text)).collect()
}

#[test]
fn what_is_offered_makes_the_text_right() {
    let date = "9 de agosto de 2023";
    assert_eq!(
        offered(&format!("{date}: 10:00 Chile, 10:00 México")),
        [format!("{date}: 10:00 Chile, 08:00 México")]
    );
    assert_eq!(
        offered(&format!("{date}: 23:30–23:50 Colombia, 00:30–00:50 Chile")),
        [format!("{date}: 23:30–23:50 Colombia, 00:30–00:50 (+1) Chile")]
    );
    assert_eq!(
        offered(&format!("{date}: 00:30 Chile, 22:00 México")),
        [format!("{date}: 00:30 Chile, 22:30 (-1) México")]
    );
    assert_eq!(offered(&format!("{date}: 10:00 Chile, 08:00 México")), [""; 0]);
    // Which of the two is wrong, nobody can tell.
    assert_eq!(offered(&format!("{date}: 10:00 Chile, 08:00 México, 11:00 Chile")), [""; 0]);
}

/// The kind: times that say the one above again, on lines of their own, below times with words. What comes next is another moment.
#[test]
fn lines_that_say_a_time_again_end_before_the_next_one() {
    let again =
        ["(10:00 en Chile, 08:00 en México)", "10:00 Chile / 08:00 México", "10:00 Chile\n08:00 México"];
    for again in again {
        for between in ["\n", "\n\n"] {
            let next = again.replace("10:00", "11:30").replace("08:00", "09:30");
            let text = format!(
                "09:00 hora COL – Inauguración{between}{again}{between}10:30 hora COL – Cierre{between}{next}{between}\
                 11:00 hora COL – Café"
            );
            let report = winter(&text);
            assert_eq!(wrong(&report), [""; 0], "{text}");
            let zones = |group: &String| group.matches('=').count();
            assert_eq!(
                groups(&report).iter().filter(|group| zones(group) == 2).count(),
                2,
                "{text}: {:?}",
                groups(&report)
            );
        }
    }
    // Times with words that are said one below the other are compared as before.
    let one = winter("Inauguración\n10:00 hora de Chile\n09:30 hora de Colombia: en línea");
    assert_eq!(wrong(&one), ["09:30 → 09 09:00"]);
}
