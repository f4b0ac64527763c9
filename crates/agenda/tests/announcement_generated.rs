//! Announcements made at random: right ones are found right, one wrong time is found, and no text can
//! do harm. Seeded, so that a failure comes again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use huso_agenda::announcement::{self, Context, FindingKind, Report};
use huso_agenda::chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};
use huso_agenda::labels;
use huso_agenda::{Instant, Lang, Offsets as _, Severity, Zone};

/// Checked as on 1 August 2023.
fn check(text: &str, date: Option<NaiveDate>) -> Report {
    let today = "2023-08-01".parse().unwrap();
    announcement::check(text, &Context { date, today })
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Zone and what it is called in Spanish, English and Portuguese.
const PLACES: &[(&str, [&str; 3])] = &[
    ("America/Santiago", ["Chile", "Chile", "Chile"]),
    ("America/Bogota", ["Colombia", "Colombia", "Colômbia"]),
    ("America/Lima", ["Perú", "Peru", "Peru"]),
    ("America/Mexico_City", ["México", "Mexico", "México"]),
    ("America/Argentina/Buenos_Aires", ["Argentina", "Argentina", "Argentina"]),
    ("America/Sao_Paulo", ["Brasil", "Brazil", "Brasília"]),
    ("America/Montevideo", ["Uruguay", "Uruguay", "Uruguai"]),
    ("America/Asuncion", ["Paraguay", "Paraguay", "Paraguai"]),
    ("America/Caracas", ["Venezuela", "Venezuela", "Venezuela"]),
    ("America/Guayaquil", ["Ecuador", "Ecuador", "Equador"]),
    ("America/Tijuana", ["Tijuana", "Tijuana", "Tijuana"]),
    ("Pacific/Easter", ["Isla de Pascua", "Easter Island", "Ilha de Páscoa"]),
    ("Europe/Madrid", ["España", "Spain", "Espanha"]),
    ("UTC", ["UTC", "GMT", "UTC"]),
];

#[derive(Clone, Copy)]
enum Layout {
    Slashes,
    Parentheses,
    PlaceFirst,
    Lines,
    PlaceFirstLines,
}

/// A random announcement, before it is written.
struct Made {
    lang: Lang,
    index: usize,
    layout: Layout,
    hours: usize,
    marks: usize,
    date: NaiveDate,
    /// Place and what its clocks show.
    times: Vec<(&'static str, NaiveDateTime)>,
}

impl Made {
    /// Three to five places at one moment of 2018 to 2037, at which no clocks change.
    fn new(random: &mut Random) -> Self {
        let index = random.below(3);
        let lang = [Lang::Es, Lang::En, Lang::Pt][index];
        let instant = loop {
            let minutes = 5 * random.below(20 * 365 * 24 * 12);
            let start: Instant = "2018-01-01T00:00:00Z".parse().unwrap();
            let instant = start + TimeDelta::minutes(i64::try_from(minutes).unwrap());
            let steady = |(zone, _): &(&str, _)| {
                let zone = Zone::named(zone).unwrap();
                let around = [-1, 1].map(|days| zone.offset_at(instant + TimeDelta::days(days)));
                around[0] == around[1]
            };
            if PLACES.iter().all(steady) {
                break instant;
            }
        };
        let mut times = Vec::new();
        let mut left: Vec<_> = PLACES.to_vec();
        for _ in 0..3 + random.below(3) {
            let (zone, names) = left.swap_remove(random.below(left.len()));
            times.push((names[index], Zone::named(zone).unwrap().wall_time(instant)));
        }
        let layouts = [
            Layout::Slashes,
            Layout::Parentheses,
            Layout::PlaceFirst,
            Layout::Lines,
            Layout::PlaceFirstLines,
        ];
        let (layout, hours, marks) = (random.pick(&layouts), random.below(4), random.below(3));
        Self { lang, index, layout, hours, marks, date: times[0].1.date(), times }
    }

    fn clock(&self, wall: NaiveDateTime) -> String {
        let (hour, minute) = (wall.hour(), wall.minute());
        let (pm, twelve) = wall.hour12();
        match self.hours {
            0 => format!("{hour:02}:{minute:02}"),
            1 => format!("{hour}:{minute:02} hrs."),
            2 => format!("{hour}h{minute:02}"),
            _ => format!(
                "{twelve}:{minute:02} {}",
                [["a. m.", "am", "AM"], ["p. m.", "pm", "PM"]][usize::from(pm)][self.index]
            ),
        }
    }

    /// What says another day; nothing if marks are left out.
    fn mark(&self, wall: NaiveDateTime) -> String {
        let shift = (wall.date() - self.date).num_days();
        match self.marks {
            0 if shift != 0 => format!(" ({shift:+})"),
            1 if shift != 0 => format!(" ({})", labels::short_date(wall.date(), self.lang)),
            _ => String::new(),
        }
    }

    fn text(&self) -> String {
        let say = ["hora de", "time in", "horário de"][self.index];
        let time = |(place, wall): &(&str, NaiveDateTime)| {
            let (clock, mark) = (self.clock(*wall), self.mark(*wall));
            match self.layout {
                Layout::Slashes | Layout::Lines => format!("{clock}{mark} {say} {place}"),
                Layout::Parentheses => format!("{clock} ({place}){mark}"),
                Layout::PlaceFirst | Layout::PlaceFirstLines => format!("{place}: {clock}{mark}"),
            }
        };
        let times: Vec<_> = self.times.iter().map(time).collect();
        let joined = match self.layout {
            Layout::Slashes => times.join(" / "),
            Layout::Parentheses => times.join(", "),
            Layout::PlaceFirst => times.join(" | "),
            Layout::Lines => times.join("\n"),
            Layout::PlaceFirstLines => times.join("\r\n\r\n"),
        };
        format!("Webinar · {}\n{joined}\n", labels::full_date(self.date, self.lang))
    }
}

fn errors(report: &Report) -> Vec<&FindingKind> {
    let errors = report.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    errors.map(|finding| &finding.kind).collect()
}

#[test]
fn right_ones_are_found_right_and_one_wrong_time_is_found() {
    let mut random = Random(2023);
    let mut altered = 0;
    for _ in 0..1_500 {
        let mut made = Made::new(&mut random);
        let text = made.text();
        let report = check(&text, None);
        assert!(errors(&report).is_empty(), "{text}\n{report:?}");
        assert_eq!(report.groups.len(), 1, "{text}\n{report:?}");
        assert_eq!(report.groups[0].times.len(), made.times.len(), "{text}\n{report:?}");
        assert_eq!(report.groups[0].date, Some(made.date), "{text}");

        let which = random.below(made.times.len());
        let by = TimeDelta::minutes(random.pick(&[-120, -60, -30, 30, 60, 120, 180]));
        let (place, right) = made.times[which];
        if (right + by).date() != right.date() {
            continue;
        }
        made.times[which].1 += by;
        let text = made.text();
        let report = check(&text, None);
        let [FindingKind::WrongTime { place: found, right: said, .. }] = errors(&report)[..] else {
            panic!("{text}\n{report:?}");
        };
        assert_eq!((&**found, said.time()), (place, right.time()), "{text}");
        // Where no time says its day, that of the others is as good as that of the first.
        assert!(made.marks == 2 || said.date() == right.date(), "{text}");
        altered += 1;
    }
    assert!(altered > 1_000, "{altered}");
}

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
        let report = check(&text, default);
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
