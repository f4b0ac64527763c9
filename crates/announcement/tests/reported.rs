//! Announcements that people reported, each for its kind: what was wrongly found to agree, wrongly blamed, or not
//! compared without a word.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use huso_agenda::{Lang, Severity};
use huso_announcement::{Context, FindingKind, Report, Verdict, check};
use huso_i18n::labels;

/// Checked as on 26 November 2026.
fn report(text: &str) -> Report {
    check(text, &Context { date: None, today: "2026-11-26".parse().unwrap() })
}

/// What came out: the verdict, how many times were compared and how many not.
fn outcome(report: &Report) -> (Verdict, usize, usize) {
    (report.verdict(), report.compared, report.not_compared)
}

/// Wrong times and what they should be, as the text writes them, with the day where it is another.
fn wrong(report: &Report) -> Vec<String> {
    let shown = |finding: &huso_announcement::Finding| match &finding.kind {
        FindingKind::WrongTime { place, written, shift, right, .. } => {
            let day = if *shift == 0 {
                String::new()
            } else {
                format!(" {}", labels::short_date(right.date(), Lang::En))
            };
            Some(format!("{} {place} → {written}{day}", finding.text))
        }
        _ => None,
    };
    report.findings.iter().filter_map(shown).collect()
}

/// Each text is compared whole, and agrees.
fn agree(texts: &[(&str, usize)]) {
    for (text, times) in texts {
        let report = report(text);
        assert_eq!(outcome(&report), (Verdict::Agree, *times, 0), "{text}\n{report:#?}");
    }
}

/// Each text has these wrong times, and all are compared.
fn are_wrong(texts: &[(&str, &[&str])]) {
    for (text, expected) in texts {
        let report = report(text);
        assert_eq!(wrong(&report), *expected, "{text}\n{report:#?}");
        assert_eq!((report.verdict(), report.not_compared), (Verdict::Wrong, 0), "{text}");
    }
}

/// Each text has times that were not compared, for these reasons.
fn are_not_compared(texts: &[(&str, usize, usize, &[FindingKind])]) {
    for (text, compared, not, reasons) in texts {
        let report = report(text);
        assert_eq!(outcome(&report), (Verdict::Incomplete, *compared, *not), "{text}\n{report:#?}");
        let kinds: Vec<_> = report.findings.iter().map(|finding| finding.kind.clone()).collect();
        assert_eq!(kinds, *reasons, "{text}");
    }
}

/// Kind: a date is lost behind its label, so that an older one governs.
#[test]
fn a_labelled_date_keeps_its_year_and_publication_is_no_date_of_the_event() {
    for label in ["Fecha:", "Data:", "Dia", "Fecha"] {
        let text =
            format!("Publicado el 10 de marzo de 2022.\n{label} 14/07/2027\n10:00 Chile / 09:00 México");
        assert_eq!(wrong(&report(&text)), ["09:00 México → 08:00"], "{text}");
    }
    are_wrong(&[
        ("14/07/2027\nPublicado el 10 de enero de 2022.\n10:00 Chile / 08:00 Perú", &["08:00 Perú → 09:00"]),
        ("Posted on 10 January 2022. 14 July 2027: 10:00 Chile / 08:00 Peru", &["08:00 Peru → 09:00"]),
        // A deadline in another sentence of the line.
        (
            "14 de julio de 2027. Inscripciones hasta el 10 de enero de 2027. 10:00 Chile / 08:00 Perú",
            &["08:00 Perú → 09:00"],
        ),
        (
            "Charla el 14 de julio de 2027. Fecha límite: 10 de enero de 2027. 10:00 Chile / 08:00 Perú",
            &["08:00 Perú → 09:00"],
        ),
        ("14 July 2027. Register by January 10, 2027. 10:00 Chile / 08:00 Peru", &["08:00 Peru → 09:00"]),
        (
            "Inscripciones hasta el 10 de enero de 2027.\n10:00 Chile / 08:00 Perú, 14 de julio de 2027",
            &["08:00 Perú → 09:00"],
        ),
    ]);
}

/// Kind: what stands between a time and the next keeps them from being compared.
#[test]
fn rows_of_a_table_are_one_moment() {
    are_wrong(&[
        (
            "12 May 2027\n| Bogota | 10:00 (am) |\n| New York | 12:00 (pm) |",
            &["12:00 (pm) New York → 11:00 (am)"],
        ),
        ("12 May 2027\nBogota\t10:00\nNew York\t12:00", &["12:00 New York → 11:00"]),
        (
            "12 May 2027\n| Bogota | Zoom room | 10:00 |\n| New York | Hall B | 12:00 |",
            &["12:00 New York → 11:00"],
        ),
        (
            "14 July 2027\n| País | Sesión 1 | Sesión 2 |\n|---|---|---|\n| Chile | 10:00 | 15:00 |\n| Perú | 09:00 | 13:00 |",
            &["13:00 Perú → 14:00"],
        ),
        (
            "14 de julio de 2027\nActividad\tChile\tColombia / Perú\tMéxico\nInauguración\t10:00\t09:00\t08:00\nCierre\t18:00\t17:00\t15:00",
            &["15:00 México → 16:00"],
        ),
    ]);
    agree(&[
        (
            "14 July 2027\n| Hora | Chile | Perú |\n|---|---|---|\n| Inauguración | 10:00–11:00 | 09:00–10:00 |",
            2,
        ),
        ("14 July 2027\n| Chile | Perú |\n| 10:00 | 09:00 |\n| 15:00 | 14:00 |", 4),
    ]);
}

/// Kind: of a range only one end is read.
#[test]
fn a_range_keeps_both_ends_however_it_is_written() {
    are_wrong(&[
        ("14 de julio de 2027. 10.00 a 11.30 hrs (Chile); 8.00 a 10.30 hrs (Perú)", &["8.00 Perú → 9.00"]),
        ("14 de julio de 2027. 10.00–11.30 h (Chile); 9.00–10.00 h (Perú)", &["10.00 h Perú → 10.30 h"]),
        ("14 de julio de 2027. 10:00 a 11.30 (Chile), 9:00 a 10.15 (Perú)", &["10.15 Perú → 10.30"]),
        ("14 de julio de 2027, (hora de Chile): 15 a 18; (hora de Perú): 14 a 16", &["16 Perú → 17"]),
        ("14 de julio de 2027, 15 a 18 (Chile), 13 a 17 (Perú)", &["13 Perú → 14"]),
    ]);
    are_not_compared(&[
        ("14 de julio de 2027 (hora de México): 15 a 18", 0, 1, &[FindingKind::Alone]),
        ("14 de julio de 2027: 10:00–11:30 Chile / 09:00 Perú", 2, 1, &[FindingKind::Alone]),
    ]);
}

/// Kind: of several dates only one is compared.
#[test]
fn each_date_of_a_range_a_series_or_a_list_is_compared() {
    let on = |text: &str| -> Vec<(String, Vec<String>)> {
        let shown = |finding: &huso_announcement::Finding| match &finding.kind {
            FindingKind::WrongTime { written, on, .. } => {
                Some((written.clone(), on.iter().map(ToString::to_string).collect()))
            }
            _ => None,
        };
        report(text).findings.iter().filter_map(shown).collect()
    };
    let one = |right: &str, days: &[&str]| {
        vec![(right.to_owned(), days.iter().map(|day| (*day).to_owned()).collect())]
    };
    // Chile changes on Saturday the 4th at 24:00.
    for text in [
        "Del 4 al 6 de septiembre de 2027: 10:00 Chile / 08:00 Perú",
        "4, 5 y 6 de septiembre de 2027: 10:00 Chile / 08:00 Perú",
        "September 4–6, 2027: 10:00 Chile / 08:00 Peru",
        "September 4, 5 and 6, 2027: 10:00 Chile / 08:00 Peru",
        "De 4 a 6 de setembro de 2027: 10:00 Chile / 08:00 Peru",
        "10:00 Chile / 08:00 Perú, del sábado 4 al lunes 6 de septiembre de 2027",
        "sábado 4, domingo 5 y lunes 6 de septiembre de 2027: 10:00 Chile / 08:00 Perú",
    ] {
        assert_eq!(on(text), one("09:00", &["2027-09-04"]), "{text}");
    }
    assert_eq!(
        on(
            "Los jueves del 25 de agosto al 15 de septiembre de 2022, 19:00 Chile, 19:00 Argentina, 17:00 Perú"
        ),
        one("18:00", &["2022-08-25", "2022-09-01", "2022-09-08"])
    );
    for text in [
        "20 de agosto y 24 de septiembre de 2027: 10:00 Chile / 09:00 Perú",
        "20 de agosto de 2027\n24 de septiembre de 2027\n10:00 Chile / 09:00 Perú",
        "Sesión 1: 20 de agosto de 2027\nSesión 2: 24 de septiembre de 2027\n10:00 Chile / 09:00 Perú",
        "• 20 de agosto de 2027\n• 24 de septiembre de 2027\n10:00 Chile / 09:00 Perú",
    ] {
        assert_eq!(on(text), one("08:00", &["2027-09-24"]), "{text}");
    }
    let report = report("Del 6 al 8 de septiembre de 2027: 10:00 Chile / 09:00 Perú");
    assert!(report.findings[0].message(Lang::En).ends_with("That is so on all dates."), "{report:?}");
    assert_eq!(report.groups[0].more_dates.len(), 2);
}

/// Kind: a date of several is lost for how they are written.
#[test]
fn dates_are_not_lost_between_months_and_signs() {
    are_wrong(&[
        ("Mar 30 - Apr 8, 2027: 7pm Chile, 6pm Peru", &["6pm Peru → 5pm"]),
        ("30/03 al 08/04/2027: 19:00 Chile, 18:00 Perú", &["18:00 Perú → 17:00"]),
        // A series without an end goes on over the change of clocks.
        ("Todos los martes desde el 30 de marzo de 2027, 19:00 Chile, 17:00 Perú", &["17:00 Perú → 18:00"]),
        ("Every Tuesday starting 30 March 2027, 7pm Chile, 5pm Peru", &["5pm Peru → 6pm"]),
        (
            "Cada lunes a partir del 22 de marzo de 2027 y hasta el 12 de abril: 19:00 Chile, 18:00 Perú",
            &["18:00 Perú → 17:00"],
        ),
        ("30.03.–08.04.2027: 19:00 Chile, 18:00 Perú", &["18:00 Perú → 17:00"]),
        ("30 de marzo de 2027 / 6 de abril de 2027: 19:00 Chile, 18:00 Perú", &["18:00 Perú → 17:00"]),
        ("30 de marzo; 6 de abril de 2027: 19:00 Chile, 18:00 Perú", &["18:00 Perú → 17:00"]),
        (
            "12 de mayo de 2027. Inscripciones abiertas desde el 10 de enero de 2027. 12:00 Chile, 10:00 Perú",
            &["10:00 Perú → 11:00"],
        ),
        ("12 May 2027: 1100 hours Chile; 0900 hours Peru", &["0900 hours Peru → 1000 hours"]),
        ("12 de mayo de 2027: 11\u{2236}00 Chile, 09\u{2236}00 Perú", &["09\u{2236}00 Perú → 10\u{2236}00"]),
    ]);
}

/// Kind: an innocent country is blamed.
#[test]
fn a_place_with_two_times_is_named() {
    for (text, times) in [
        ("10 de enero de 2027\nChile y Venezuela: 8:30 pm\nArgentina y Chile: 9:30 pm", 4),
        ("10 de enero de 2027\nChile y Venezuela: 8:30 pm\nChile: 9:30 pm", 3),
        ("10 de enero de 2027: 21:30 Argentina, 20:30 Chile, 19:30 Perú, 21:30 Chile", 4),
    ] {
        let report = report(text);
        let errors: Vec<_> =
            report.findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
        assert!(
            matches!(&errors[..], [one] if matches!(&one.kind, FindingKind::TwoTimes { place, .. } if place == "Chile")),
            "{text}\n{report:#?}"
        );
        assert_eq!(outcome(&report), (Verdict::Wrong, times, 0), "{text}");
    }
    // A schedule has two times for the same places, too.
    agree(&[("10 de enero de 2027: 10:00 Chile / 08:00 Perú; 15:00 Chile / 13:00 Perú", 4)]);
    are_wrong(&[(
        "10 de enero de 2027: 10:00 Chile / 08:00 Perú; 15:00 Chile / 14:00 Perú",
        &["14:00 Perú → 13:00"],
    )]);
}

/// Kind: one time decides the day of all others.
#[test]
fn most_times_decide_the_day_and_a_said_day_is_that_times_own() {
    let spain = report("31 de julio de 2024\nEspaña: 1:30 a. m.\nMéxico: 17:30\nPerú: 18:30");
    let unmarked: Vec<_> =
        spain.findings.iter().map(|finding| (&*finding.text, finding.kind.clone())).collect();
    assert!(
        matches!(&unmarked[..], [("1:30 a. m.", FindingKind::UnmarkedDay { place, shift: 1, .. })] if place == "España"),
        "{spain:#?}"
    );
    are_wrong(&[
        (
            "9 de diciembre de 2027\nPerú: 7:30 p. m.\nEspaña: 1:30 a. m. del sábado 11 de diciembre",
            &["1:30 a. m. España → 1:30 a. m. Fri 10"],
        ),
        (
            "9 de diciembre de 2027\nPerú: 7:30 p. m.\nEspaña: 1:30 a. m. (sábado 11)",
            &["1:30 a. m. España → 1:30 a. m. Fri 10"],
        ),
    ]);
    agree(&[
        ("9 de diciembre de 2027\nPerú: 7:30 p. m.\nEspaña: 1:30 a. m. del viernes 10 de diciembre", 2),
        (
            "10:00 Chile / 08:00 Perú, 9 de diciembre de 2027\n15:00 Chile / 13:00 Perú, 10 de diciembre de 2027",
            4,
        ),
    ]);
}

/// Kind: a date that says less than a day is not read at all, or read in silence.
#[test]
fn a_date_without_its_year_is_read_and_said() {
    for (text, times, date) in [
        ("el jueves 11 de marzo: 10:00 Chile, 08:00 Perú", 2, "2027-03-11"),
        ("miércoles 9 de marzo a las 20:00 GMT (17:00 hora de Buenos Aires)", 2, "2022-03-09"),
        ("9 de marzo: 10:00 Chile, 08:00 Perú", 2, "2027-03-09"),
        ("14 de julio (miércoles): 10:00 Chile, 09:00 Perú", 2, "2027-07-14"),
        ("Publicado el 20 de diciembre de 2021. El 14 de enero: 10:00 Chile, 08:00 Perú", 2, "2022-01-14"),
        ("Publicado el 25/01/2027. El taller será este sábado: 10:00 Chile / 08:00 Perú", 2, "2027-01-30"),
        ("Publicado el 25/01/2027. Mañana a las 10:00 Chile / 08:00 Perú", 2, "2027-01-26"),
        ("Posted on 25 January 2027: next Thursday, 10:00 Chile / 08:00 Peru", 2, "2027-01-28"),
        ("Publicado em 25/01/2027: neste sábado, 10h (Chile) / 8h (Peru)", 2, "2027-01-30"),
    ] {
        let report = report(text);
        assert_eq!(outcome(&report), (Verdict::Agree, times, 0), "{text}\n{report:#?}");
        let [finding] = &report.findings[..] else { panic!("{text}\n{report:#?}") };
        assert!(
            matches!(&finding.kind, FindingKind::DateRead { date: read, .. } if read.to_string() == date),
            "{text}\n{report:#?}"
        );
    }
    // Before October 2022 Mexico changed its clocks, too.
    for text in
        ["jueves 15 de abril: 10:00 Chile / 08:00 México", "5 de septiembre: 10:00 Chile / 09:00 Perú"]
    {
        let report = report(text);
        assert_eq!(report.verdict(), Verdict::Incomplete, "{text}\n{report:#?}");
        let [finding] = &report.findings[..] else { panic!("{text}\n{report:#?}") };
        let FindingKind::UnclearDate { candidates } = &finding.kind else { panic!("{text}\n{report:#?}") };
        let right = candidates.iter().filter(|candidate| candidate.wrong.is_empty()).count();
        assert!(candidates.len() > 1 && right > 0 && right < candidates.len(), "{text}\n{report:#?}");
    }
    are_not_compared(&[(
        "09/08/2027: 10:00 Chile / 09:00 Perú",
        0,
        2,
        &[FindingKind::AmbiguousDate {
            day_first: "2027-08-09".parse().unwrap(),
            month_first: "2027-09-08".parse().unwrap(),
            differ: true,
        }],
    )]);
}

/// Kind: without a date nothing is said where the date makes no difference.
#[test]
fn without_a_date_the_same_may_be_so_on_any_day() {
    let any = FindingKind::AnyDate { first: 2025, last: 2027 };
    let right = report("11:00 Argentina / 09:00 Colombia / 08:00 México");
    assert_eq!((outcome(&right), &right.findings[0].kind), ((Verdict::Agree, 3, 0), &any));
    let wrong_one = report("11:00 Argentina / 09:00 Colombia / 07:00 México");
    assert_eq!(wrong(&wrong_one), ["07:00 México → 08:00"]);
    assert!(wrong_one.findings.iter().any(|finding| finding.kind == any));
    are_not_compared(&[("11:00 Chile / 09:00 Colombia", 0, 2, &[FindingKind::NoDate])]);
}

/// Kind: what stands beside a place is lost, or is taken for another's.
#[test]
fn regions_and_qualifiers_settle_the_place() {
    agree(&[
        ("8 de marzo de 2017: 08:00 México Centro, 06:00 México Noroeste", 2),
        ("8 de marzo de 2017: 08:00 México (Centro), 06:00 México (Noroeste)", 2),
        ("8 de marzo de 2017: 08:00 Zona Centro, 07:00 México Pacífico, 09:00 México Sureste", 3),
        ("8 de marzo de 2017: 08:00 México Centro, 06:00 México Noroeste (UTC−08:00)", 3),
        ("12 de mayo de 2027. Estados Unidos: 11:00 ET, Colombia: 10:00", 2),
        ("12 de mayo de 2027. Estados Unidos (Este): 11:00, Colombia: 10:00", 2),
        ("12 de mayo de 2027: 8:00 am PT, 10:00 am Colombia", 2),
        ("12 de mayo de 2027: 11:00 Eastern, 10:00 Colombia", 2),
        ("12 de mayo de 2027. España: 17:00 CEST / Colombia: 10:00 COL", 2),
        ("14 de julio de 2027. España (horario peninsular): 16:30, Perú: 9:30", 2),
        ("14 de julio de 2027. Perú: 10:00 (hora de Chile) / 09:00 (hora de Perú)", 2),
    ]);
    are_wrong(&[
        (
            "8 de marzo de 2017: 08:00 México Centro, 07:00 México Noroeste",
            &["07:00 México Noroeste → 06:00"],
        ),
        ("12 de mayo de 2027. Estados Unidos: 12:00 ET, Colombia: 10:00", &["10:00 Colombia → 11:00"]),
    ]);
}

/// Kind: several times and several places in two lists.
#[test]
fn as_many_times_as_places_are_in_parallel() {
    agree(&[
        ("5 de septiembre de 2023: 17:00, 18:00 y 20:00 horas (México, Colombia y Chile)", 3),
        ("5 de septiembre de 2023. México, Colombia y Chile: 17:00, 18:00 y 20:00 horas", 3),
        ("5 de septiembre de 2023: 17:00 / 18:00 / 20:00 (México / Colombia / Chile)", 3),
        ("9 de agosto de 2027. Chile: 10:00 y 15:00; Perú: 09:00 y 14:00", 4),
        ("9 de agosto de 2027: 16:40 / 18:40 (PT / Texas)", 2),
    ]);
    are_wrong(&[
        (
            "5 de septiembre de 2023: 17:00, 19:00 y 20:00 horas (México, Colombia y Chile)",
            &["19:00 Colombia → 18:00"],
        ),
        ("9 de agosto de 2027. 10:00 y 15:00 (Chile), 09:00 y 13:00 (Perú)", &["13:00 Perú → 14:00"]),
    ]);
    are_not_compared(&[(
        "5 de septiembre de 2023: 17:00, 18:00 y 20:00 horas (México y Colombia)",
        0,
        3,
        &[FindingKind::Unpaired, FindingKind::Unpaired, FindingKind::Unpaired],
    )]);
}

/// Kind: a name that can't be compared is passed over.
#[test]
fn places_without_rules_and_unknown_ones_are_said() {
    let london = [FindingKind::WithoutRules { zone: "Europe/London" }];
    are_not_compared(&[
        ("12 May 2027\nLondon | 16:00\nBogota | 10:00\nLima | 10:00", 2, 1, &london),
        ("12 May 2027: 16:00 London, 10:00 Bogota, 10:00 Lima", 2, 1, &london),
        ("12 May 2027\nNubia | 16:00\nBogota | 10:00\nLima | 10:00", 2, 1, &[FindingKind::UnknownPlace]),
    ]);
}

/// Kind: the place of a time is said elsewhere.
#[test]
fn a_place_may_be_said_once_for_many_times() {
    are_wrong(&[
        (
            "14 de julio de 2027\nHora de Chile:\n10:00 Inauguración\n11:00 Charla\nHora de Perú:\n09:00 Inauguración\n11:00 Charla",
            &["11:00 Perú → 10:00"],
        ),
        ("14 de julio de 2027, all times in GMT-3: 10:00 / 09:00 Perú", &["09:00 Perú → 08:00"]),
        (
            "14 de julio de 2027. Todos los horarios en hora de Chile.\n10:00 Inauguración (08:00 Perú)",
            &["08:00 Perú → 09:00"],
        ),
        ("14 de julio de 2027, en Lima: 13:30 horas locales / 13:30 Chile", &["13:30 Chile → 14:30"]),
    ]);
    are_not_compared(&[
        (
            "14 de julio de 2027, 13:30 horas locales / 14:30 Chile",
            0,
            2,
            &[FindingKind::LocalTime, FindingKind::Alone],
        ),
        (
            "14 de julio de 2027. Hora de Chile:\n10:00 Inauguración\n11:00 Charla",
            0,
            2,
            &[FindingKind::Alone, FindingKind::Alone],
        ),
    ]);
}

/// Kind: what is no time is found as one.
#[test]
fn lengths_and_addresses_are_no_times() {
    for text in [
        "Un taller de 2 horas.",
        "Un taller de 2 horas en Chile.",
        "Duración: 1h30\nDuration: 2 hours\nDuração: 1h",
        "Uma oficina de 2 horas no Chile",
        "https://example.org/v?t=5pm",
        "Vea https://example.org/10:00/chile o escriba a 10pm@example.org",
        "www.example.org/9am",
    ] {
        let report = report(text);
        assert_eq!(
            (report.compared, report.not_compared, &report.findings[..]),
            (0, 0, &[][..]),
            "{text}\n{report:#?}"
        );
    }
}

/// Kind: nothing was compared, and all agrees.
#[test]
fn one_time_is_compared_with_nothing() {
    are_not_compared(&[
        ("10:00 hora de Chile, 14 de julio de 2027", 0, 1, &[FindingKind::Alone]),
        (
            "14 de julio de 2027: 10:00 Chile. La cena es en Lima a las 20:00 (Perú).",
            0,
            2,
            &[FindingKind::Alone, FindingKind::Alone],
        ),
    ]);
    assert_eq!(report("09:00 Inauguración").verdict(), Verdict::NoTimes);
    assert_eq!(report("Nos vemos en Lima.").verdict(), Verdict::NoTimes);
}

/// Kind: a correction that is not written as the text is.
#[test]
fn corrections_are_written_as_the_text_writes_its_times() {
    are_wrong(&[
        ("14 July 2027: 12:00pm Chile / 11:00pm Peru", &["11:00pm Peru → 11:00am"]),
        ("14 July 2027: 10h30 (Chile), 10h30 (Peru)", &["10h30 Peru → 9h30"]),
        ("14 July 2027: 10 a. m. Chile, 8 a. m. Perú", &["8 a. m. Perú → 9 a. m."]),
        ("14 July 2027: 10.00 hrs Chile, 8.00 hrs Perú", &["8.00 hrs Perú → 9.00 hrs"]),
    ]);
    let report = report("14 July 2027: 12:00pm Chile / 11:00pm Peru");
    assert!(report.findings[0].message(Lang::En).starts_with("“11:00pm” (Peru) should be 11:00am: "));
}

/// Kind: what messengers and web pages put into a text hides a time or a place.
#[test]
fn invisible_and_wide_characters_hide_nothing() {
    are_wrong(&[(
        "14 de julio de 2027: \u{2066}１０：００\u{2069} Chi\u{ad}le / \u{200b}08\u{2060}:00\u{a0}Pe\u{200b}rú",
        &["08\u{2060}:00 Pe\u{200b}rú → 09:00"],
    )]);
}

/// Kind: one end of a range is lost, or what is none is taken for one. Found by generated announcements, as all below.
#[test]
fn space_around_a_dash_makes_no_difference_to_a_range() {
    are_wrong(&[
        (
            "14 de julio de 2027. 7 – 8:30 p. m. (Chile); 6 – 8:30 p. m. (Perú)",
            &["8:30 p. m. Perú → 7:30 p. m."],
        ),
        (
            "14 de julio de 2027. Chile: mediodía a 1 a. m.; Perú: 11 a. m. a 11 p. m.",
            &["11 p. m. Perú → 12 a. m. Thu 15"],
        ),
        ("14 July 2027. 10 am – 12 (Chile), 9 am – 10 (Peru)", &["10 Peru → 11"]),
        ("14 de julio de 2027\nChile\t5 a 6:30 p. m.\nPerú\t3 a 5:30 p. m.", &["3 Perú → 4"]),
    ]);
    agree(&[
        ("14 July 2027. Panel 2 – 9 am Chile / 8 am Peru", 2),
        // Chile's clocks are set back between.
        ("6 de abril de 2019: 23:25–00:25 (UTC−3), 23:25–23:25 (Chile)", 2),
        (
            "Jornada 1 – 14 de abril de 2027\n09:00 Chile | 08:00 Perú\nJornada 2 – 15 de abril de 2027\n14:00 Chile | 13:00 Perú",
            4,
        ),
    ]);
    // 01:00 is no length, nor is what a name stands beside.
    are_not_compared(&[
        (
            "14 de julio de 2027: 20h–21h Chile / 1h30 Nubia (+1) / 19h Perú",
            2,
            2,
            &[FindingKind::Alone, FindingKind::UnknownPlace],
        ),
        ("14 de julio de 2027: 21h–21h45 Chile / 01h00 (+1) UTC", 2, 1, &[FindingKind::Alone]),
    ]);
}

/// Kind: a date governs times that are another's, or not all that are its own.
#[test]
fn each_event_of_a_programme_has_its_own_date() {
    agree(&[
        ("2 de abril de 2027: 15 h Chile / 13 h Perú; 9 de abril de 2027: 15 h Chile / 14 h Perú", 4),
        ("2 de abril de 2027\nChile: 15:00\nPerú: 13:00\n9 de abril de 2027\n15:00 Chile\n14:00 Perú", 4),
        (
            "2 de abril de 2027\n| Chile | Perú |\n| 15:00 | 13:00 |\n9 de abril de 2027: 15:00 Chile | 14:00 Perú",
            4,
        ),
        (
            "2 de abril de 2027\nHora de Chile:\n15:00 Charla\nHora de Perú:\n13:00 Charla\n9 de abril de 2027\nHora de Chile:\n15:00 Charla\nHora de Perú:\n14:00 Charla",
            4,
        ),
        (
            "Inscripciones hasta el 1 de enero de 2027.\nCharla: 10:00 Chile / 09:00 Perú\nCierre: 15:00 Chile / 14:00 Perú\n14 de julio de 2027",
            4,
        ),
        (
            "15 de abril de 2027\nHora Chile | Hora Perú | Actividad\n09:00 | 08:00 | Apertura\n16 de abril de 2027\n09:00 | 08:00 | Panel",
            4,
        ),
        ("14/jul/2027: 10:00 Chile / 09:00 Perú", 2),
        ("La cita es mañana, viernes 14 de mayo de 2027, a las 9:30 (Perú), 10:30 (Chile)", 2),
    ]);
    are_wrong(&[
        (
            "Fechas: 20 de agosto de 2027\n24 de septiembre de 2027\n10:00 Chile / 09:00 Perú",
            &["09:00 Perú → 08:00"],
        ),
        (
            "Chile: 10:00 y 15:00; Perú: 09:00 y 13:00, 14 de julio de 2027\nInscripciones hasta el 2 de enero de 2027.",
            &["13:00 Perú → 14:00"],
        ),
    ]);
}

/// Kind: a day that is said of one time is taken for that of all, or passed over.
#[test]
fn a_day_in_parentheses_is_that_times_own() {
    are_wrong(&[
        (
            "Charla: 22:00 Chile / 23:00 Argentina\nCierre: 23:30 Chile / 00:30 Argentina (16 de julio)\n14 de julio de 2027",
            &["00:30 Argentina → 00:30 Thu 15"],
        ),
        (
            "5 de noviembre de 2027\nCharla: 16:30 (El Salvador) (4 de noviembre), 17:30 (Perú), 16:30 (Guatemala)",
            &["16:30 El Salvador → 16:30"],
        ),
        (
            "1 de noviembre de 2027\n05:30 España / 22:30 Guatemala (30 de octubre)",
            &["22:30 Guatemala → 22:30 Sun 31"],
        ),
        (
            "14 de julio de 2027\nHora de Chile:\n22:00 Charla\nHora de Argentina:\n23:00 Charla (jue 15)",
            &["23:00 Argentina → 23:00"],
        ),
    ]);
    agree(&[
        ("Santiago, 12 de julio de 2027.-\n10:00 Chile / 09:00 Perú (14 de julio de 2027)", 2),
        ("14 de julio de 2027\nHora de Chile:\n23:30 Charla\nHora de Argentina:\n00:30 Charla (jue 15)", 2),
    ]);
}

/// Kind: times are given to a place that is another's.
#[test]
fn a_heading_ends_at_the_next_whatever_it_names() {
    agree(&[
        (
            "14 July 2027\nLima time:\n10:00 Talk\nEastern time:\n11:00 Talk\nSantiago, Chile time:\n11:00 Talk",
            3,
        ),
        ("14 de julio de 2027. Chile y Punta Arenas: 10:00 / 11:00", 2),
        ("14 de enero de 2027. Chile y Punta Arenas: 10:00; Perú: 08:00", 3),
        ("14 de julio de 2027. Washington, D. C.: 10:00 | Perú: 09:00", 2),
    ]);
    let text = "14 de julio de 2027\nHora de Chile:\n10:00 Charla\nHora de Nubia:\n10:00 Charla\nHora de Perú:\n09:00 Charla";
    are_not_compared(&[
        (text, 2, 1, &[FindingKind::UnknownPlace]),
        (
            "14 de julio de 2027: 10:00 Chile / 00:30 Nubia (jue 15) / 09:00 Perú",
            2,
            1,
            &[FindingKind::UnknownPlace],
        ),
        (
            "14 de julio de 2027: 10:00, 20:00 y 09:00 (Chile, Nubia y Perú)",
            2,
            1,
            &[FindingKind::UnknownPlace],
        ),
        (
            "14 de julio de 2027\nChile, Nubia y Perú: 10:00, 20:00 y 09:00",
            2,
            1,
            &[FindingKind::UnknownPlace],
        ),
        (
            "14 de julio de 2027\nChile: 10:00 y 11:00\nAlta Nubia: 20:00 y 21:00\nPerú: 09:00 y 10:00",
            4,
            2,
            &[FindingKind::UnknownPlace],
        ),
        (
            "14 de julio de 2027\n| | Chile | Nubia |\n| Charla | 10:00 | 20:00 |",
            0,
            2,
            &[FindingKind::Alone, FindingKind::NoPlace],
        ),
    ]);
}

/// Kind: a word, a number or an address is not known because of what nobody sees in it.
#[test]
fn invisible_characters_hide_no_word_number_or_address() {
    agree(&[
        ("14/0\u{2060}7/202\u{200b}7: 10:00 Chile / 09:00 Ame\u{200d}rica/Lima", 2),
        (
            "Inscripciones ha\u{ad}sta el 1 de enero de 2027: htt\u{fe0f}ps://example.org/?t=5pm\n14 de julio de 2027\n10:00 Chile / 09:00 Perú",
            2,
        ),
    ]);
    are_wrong(&[
        ("14 July 2027: 20\u{2060}h Chile / 18\u{2060}h Argentina", &["18\u{2060}h Argentina → 21h"]),
        (
            "14 de julio de 2027: 4 de\u{a0}la\u{a0}tarde Chile / 2 de\u{a0}la\u{a0}tarde Perú / 3 de la\u{a0}tarde Ecuador",
            &["2 de\u{a0}la\u{a0}tarde Perú → 3 de\u{a0}la\u{a0}tarde"],
        ),
    ]);
}
