//! No text can do harm, whatever it is.

use crate::random::Random;
use huso_agenda::Lang;
use huso_agenda::chrono::NaiveDate;
use huso_announcement::{Context, check};

/// Pieces that announcements are made of, and others that they shouldn't be.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "10:00", "9", "24:00", "99:99", "10h", "h", "a. m.", "p.m.", "am", "m.", "12", "–", "-", "(", ")", "+1", "/", "|", ",", ".",
    ":", "\n", "\r\n", "\t", " ", "Chile", "Colombia", "México", "hora", "de", "time", "Tokio", "EST", "UTC", "GMT-5",
    "UTC+99", "America/Lima", "America/", "🇨🇱", "🇨", "🇺🇸", "9 de agosto", "2023", "99999", "0000-00-00", "31/02/2023", "mar 10",
    "Mar", "jue", "(vie)", "45 min", "1h30min", "90'", "día siguiente", "next day", "\u{301}", "\u{200b}", "\u{feff}", "ß", "İ",
    "½", "٣", "meio-dia", "noon", "las", "a las", "9999", "December 31, 9999", "1 de enero de 0000", "quarta-feira", "&", "«»",
];

#[test]
fn no_text_does_harm() {
    let mut random = Random(7);
    for round in 0..6_000 {
        let mut text = String::new();
        for _ in 0..random.below(24) {
            match random.below(8) {
                0 => text.extend(char::from_u32(u32::try_from(random.below(0x11_0000)).unwrap())),
                _ => text.push_str(random.pick(PIECES)),
            }
            if random.below(3) > 0 {
                text.push(' ');
            }
        }
        let default: Option<NaiveDate> = (round % 2 == 0).then(|| "2023-08-09".parse().unwrap());
        let report = check(&text, &Context { date: default, today: "2023-08-01".parse().unwrap() });
        let lines: Vec<&str> = text.split('\n').collect();
        for finding in &report.findings {
            let from: String = lines[finding.line - 1].chars().skip(finding.column - 1).collect();
            let first = finding.text.split('\n').next().unwrap();
            assert!(!finding.text.is_empty() && from.starts_with(first), "{text:?}\n{finding:?}");
            for lang in Lang::ALL {
                assert!(
                    !finding.message(lang).contains(['{', '}']) || text.contains(['{', '}']),
                    "{finding:?}"
                );
            }
        }
    }
}

/// Of 2,500 lines that took minutes: each time was compared with each of all others.
#[test]
fn a_long_text_is_checked_whole() {
    for (line, compared, not_compared) in [
        ("10:00 Chile / 09:00 Perú\n", 10_000, 0),
        ("14 de julio de 2027: 10:00 Chile / 09:00 Perú (jue 15)\n", 10_000, 0),
        ("10:00 Chile / 08:00 México / 08:30 Perú, ", 15_000, 0),
        ("Nubia: 10:00\n", 0, 5_000),
        ("Hora de Chile:\n10:00 Charla\n", 0, 5_000),
        ("Hora de Chile:\n10:00 Charla\nHora de Perú:\n09:00 Charla\n", 10_000, 0),
        ("10:00 hora local\n", 0, 5_000),
        ("| Charla | 10:00 | 09:00 |\n", 10_000, 0),
        ("14 de julio de 2027, ", 0, 0),
        ("a/b.c@", 0, 0),
    ] {
        let text = "14 de julio de 2027\n| Actividad | Chile | Perú |\n".to_owned() + &line.repeat(5_000);
        let report = check(&text, &Context { date: None, today: "2023-08-01".parse().unwrap() });
        assert_eq!((report.compared, report.not_compared), (compared, not_compared), "{line}");
    }
}
