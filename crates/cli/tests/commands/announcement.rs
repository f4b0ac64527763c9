//! `huso announcement`.

use crate::program::{err, huso, out, with_input};

#[test]
fn an_announcement_is_right_in_winter() {
    let text = "August 9, 2023: 10:00 Chilean time / 09:00 Colombia/Peru time / 08:00 Mexico time".as_bytes();
    let output = with_input(&["announcement", "-"], text);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert_eq!(
        out(&output),
        "-:1:17: Wednesday, 9 August 2023, 2023-08-09T14:00Z
    10:00 Chilean (America/Santiago)
    09:00 Colombia (America/Bogota)
    09:00 Peru (America/Lima)
    08:00 Mexico (America/Mexico_City)
-: all times agree.
"
    );
}

#[test]
fn a_wrong_time_in_an_announcement_is_named_in_each_language() {
    let text = "Taller\n10:00 hrs (Chile), 08:00 (Colombia y Perú), 08:00 (México)".as_bytes();
    for (lang, expected) in [
        (
            "es",
            "-:2:45: error: «08:00» (México) debe ser 07:00: se compara con la primera hora, «10:00 hrs Chile».",
        ),
        (
            "en",
            "-:2:45: error: “08:00” (México) should be 07:00: it is compared with the first time, “10:00 hrs Chile”.",
        ),
        (
            "pt",
            "-:2:45: erro: “08:00” (México) deve ser 07:00: compara-se com o primeiro horário, “10:00 hrs Chile”.",
        ),
    ] {
        let output = with_input(&["announcement", "--date", "2024-01-10", "--lang", lang, "-"], text);
        assert_eq!(output.status.code(), Some(1), "{}", out(&output));
        assert_eq!(out(&output).lines().last(), Some(expected));
        assert!(out(&output).contains("\n  ✗ 08:00 México (America/Mexico_City)\n"), "{}", out(&output));
    }
}

#[test]
fn an_announcement_that_cannot_be_checked() {
    let nothing = with_input(&["announcement", "-"], b"We meet on 9 August 2023 in Lima.");
    assert_eq!(nothing.status.code(), Some(2));
    let no_date = with_input(&["announcement", "-"], b"10:00 Chile / 09:00 Peru");
    assert_eq!(no_date.status.code(), Some(3));
    assert!(out(&no_date).contains("there is no date"), "{}", out(&no_date));
    assert!(out(&no_date).ends_with("-: 0 times compared, 2 not.\n"), "{}", out(&no_date));
    let wrong_date = huso(&["announcement", "--date", "9/8/2023", "-"]);
    assert_eq!(wrong_date.status.code(), Some(2));
    assert!(err(&wrong_date).contains("2027-08-11"), "{}", err(&wrong_date));
}

/// Kind: what was not compared passes for right.
#[test]
fn an_announcement_that_was_not_compared_whole_ends_with_3() {
    let text = "12 May 2027\nLondon | 16:00\nBogota | 10:00\nLima | 10:00".as_bytes();
    for (lang, reason, summary) in [
        ("es", "no comparó esa hora", "-: 2 horas comparadas, 1 no."),
        ("en", "did not compare that time", "-: 2 times compared, 1 not."),
        ("pt", "não comparou esse horário", "-: 2 horários comparados, 1 não."),
    ] {
        let output = with_input(&["announcement", "--lang", lang, "-"], text);
        assert_eq!(output.status.code(), Some(3), "{}", out(&output));
        assert!(out(&output).contains(reason), "{}", out(&output));
        assert_eq!(out(&output).lines().last(), Some(summary));
    }
    let alone = with_input(&["announcement", "--lang", "en", "-"], b"10:00 Chile, 9 August 2023");
    assert_eq!(alone.status.code(), Some(3));
    assert!(out(&alone).contains("  ? 10:00 Chile"), "{}", out(&alone));
}

#[test]
fn dates_without_a_year_are_counted_from_the_day_given() {
    let text = "Jueves 11 de marzo: 10:00 Chile, 08:00 Perú".as_bytes();
    for (today, date) in [("2026-11-26", "2027-03-11T13:00Z"), ("2021-01-01", "2021-03-11T13:00Z")] {
        let output = with_input(&["announcement", "--today", today, "--lang", "es", "-"], text);
        assert_eq!(output.status.code(), Some(0), "{}", out(&output));
        assert!(out(&output).contains(date), "{}", out(&output));
        assert!(out(&output).contains("no dice el año"), "{}", out(&output));
    }
}
