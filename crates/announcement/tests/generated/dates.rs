//! Dates as people write them, and the days that they can mean.

use crate::random::Random;
use jiff::Span;
use jiff::civil::{Date, Weekday, date};

/// The day on which every announcement is checked.
pub(crate) const TODAY: Date = date(2026, 11, 26);

/// What an announcement says of its days.
#[derive(Clone, Debug)]
pub(crate) struct Dates {
    /// As written; empty if nothing is.
    pub(crate) text: String,
    /// The days of each reading, the likeliest first. None if no date is said.
    pub(crate) readings: Vec<Vec<Date>>,
    /// When the text says that it was published.
    pub(crate) published: Option<Date>,
    /// Whether day, month and year are said once: other dates may stand around it.
    pub(crate) is_whole: bool,
    /// Whether it is written on lines of its own.
    pub(crate) is_above: bool,
}

impl Dates {
    /// A date that can be read in one way only.
    pub(crate) fn plain(day: Date, lang: usize) -> Self {
        Self::whole(plain(day, lang), vec![day])
    }

    fn whole(text: String, days: Vec<Date>) -> Self {
        Self { text, readings: vec![days], published: None, is_whole: true, is_above: false }
    }
}

#[rustfmt::skip]
const MONTHS: [[&str; 12]; 3] = [
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
];
const WEEKDAYS: [[&str; 7]; 3] = [
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
];
const SHORT: [[&str; 7]; 3] = [
    ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"],
];

pub(crate) fn month(day: Date, lang: usize) -> &'static str {
    MONTHS[lang][usize::try_from(day.month() - 1).unwrap()]
}

pub(crate) fn weekday(day: Date, lang: usize) -> &'static str {
    WEEKDAYS[lang][usize::try_from(day.weekday().to_monday_zero_offset()).unwrap()]
}

pub(crate) fn short_weekday(day: Date, lang: usize) -> &'static str {
    SHORT[lang][usize::try_from(day.weekday().to_monday_zero_offset()).unwrap()]
}

/// `9 de agosto`
pub(crate) fn day_and_month(day: Date, lang: usize) -> String {
    match lang {
        1 => format!("{} {}", month(day, 1), day.day()),
        _ => format!("{} de {}", day.day(), month(day, lang)),
    }
}

/// A date that can be read in one way only.
pub(crate) fn plain(day: Date, lang: usize) -> String {
    match lang {
        1 => format!("{}, {}", day_and_month(day, 1), day.year()),
        _ => format!("{} de {}", day_and_month(day, lang), day.year()),
    }
}

fn after(day: Date, days: i64) -> Date {
    day + Span::new().days(days)
}

/// A date near `day`, in whatever way.
pub(crate) fn write(random: &mut Random, lang: usize, day: Date) -> Dates {
    match random.below(40) {
        0..16 => single(random, lang, day),
        16..22 => numeric(random, lang, day),
        22..26 => range(random, lang, day),
        26..30 => list(random, lang, day),
        30..33 => series(random, lang, day),
        33..37 => without_year(random, lang, day),
        37 | 38 => relative(random, lang, day),
        _ => Dates {
            text: String::new(),
            readings: Vec::new(),
            published: None,
            is_whole: false,
            is_above: false,
        },
    }
}

fn single(random: &mut Random, lang: usize, day: Date) -> Dates {
    let (d, y, month, week) = (day.day(), day.year(), month(day, lang), weekday(day, lang));
    let letters: String = month.chars().take(3).collect();
    let texts = match lang {
        1 => vec![
            format!("{d} {month} {y}"),
            format!("{month} {d}, {y}"),
            format!("{week}, {month} {d}, {y}"),
            format!("{week} {d} {month} {y}"),
            format!("{letters} {d}, {y}"),
            format!("{d} {letters} {y}"),
            format!("Date: {month} {d}, {y}"),
            format!("{d}th of {month} {y}"),
            format!("{month} {d}th, {y}"),
        ],
        _ => vec![
            format!("{d} de {month} de {y}"),
            format!("{week} {d} de {month} de {y}"),
            format!("{week}, {d} de {month} de {y}"),
            format!("{d} de {month} del {y}"),
            format!("{d} {letters} {y}"),
            format!("{d} {letters}. {y}"),
            format!("{month} {d} de {y}"),
            format!("{}: {d} de {month} de {y}", ["Fecha", "", "Data"][lang]),
            format!("{}: {week} {d} de {month} de {y}", ["Fecha", "", "Data"][lang]),
            format!("{} {d} de {month} de {y}", ["El día", "", "Dia"][lang]),
            format!("{d}-{letters}-{y}"),
        ],
    };
    let at = random.below(texts.len());
    Dates::whole(texts[at].clone(), vec![day])
}

/// Numbers: where both could be the month, both are readings; a weekday tells.
fn numeric(random: &mut Random, lang: usize, day: Date) -> Dates {
    let (d, m, y) = (day.day(), day.month(), day.year());
    let week = weekday(day, lang);
    let texts = [
        (format!("{d:02}/{m:02}/{y}"), true),
        (format!("{d}/{m}/{y}"), true),
        (format!("{d:02}-{m:02}-{y}"), true),
        (format!("{}: {d:02}/{m:02}/{y}", ["Fecha", "Date", "Data"][lang]), true),
        (format!("{m}/{d}/{y}"), true),
        (format!("{d:02}.{m:02}.{y}"), false),
        (format!("{d}.{m}.{:02}", y % 100), false),
        (format!("{y}-{m:02}-{d:02}"), false),
        (format!("{week} {d:02}/{m:02}/{y}"), true),
    ];
    let at = random.below(texts.len());
    let (text, is_open) = texts[at].clone();
    let turned = Date::new(y, d, m).ok().filter(|other| is_open && *other != day);
    let readings = match (at, turned) {
        (_, None) => vec![day],
        (4, Some(turned)) => vec![turned, day],
        (8, Some(turned)) if turned.weekday() != day.weekday() => vec![day],
        (_, Some(turned)) => vec![day, turned],
    };
    Dates { readings: readings.into_iter().map(|day| vec![day]).collect(), ..Dates::whole(text, Vec::new()) }
}

fn range(random: &mut Random, lang: usize, day: Date) -> Dates {
    let last = after(day, random.between(1, 6));
    let days: Vec<Date> = day.series(Span::new().days(1)).take_while(|day| *day <= last).collect();
    let y = last.year();
    let (first_of, last_of) = (day_and_month(day, lang), day_and_month(last, lang));
    let (first_day, last_day) = (day.day(), last.day());
    let is_one_month = day.month() == last.month();
    let texts = match (lang, is_one_month) {
        (1, true) => vec![
            format!("{first_of}–{last_day}, {y}"),
            format!("{first_of} to {last_day}, {y}"),
            format!("{first_day}–{last_day} {} {y}", month(day, 1)),
            format!("from {first_day} to {last_day} {} {y}", month(day, 1)),
        ],
        (1, false) => {
            vec![format!("{first_of} – {last_of}, {y}"), format!("from {first_of} to {last_of}, {y}")]
        }
        (_, true) => {
            let month = month(day, lang);
            vec![
                format!(
                    "{} {first_day} {} {last_day} de {month} de {y}",
                    ["Del", "", "De"][lang],
                    ["al", "", "a"][lang]
                ),
                format!("{first_day}-{last_day} de {month} de {y}"),
                format!(
                    "{} {first_day} {} {} {last_day} de {month} de {y}",
                    weekday(day, lang),
                    ["al", "", "a"][lang],
                    weekday(last, lang)
                ),
                format!("{first_day} {} {last_day} de {month} de {y}", ["al", "", "a"][lang]),
            ]
        }
        (_, false) => vec![
            format!("{} {first_of} {} {last_of} de {y}", ["Del", "", "De"][lang], ["al", "", "a"][lang]),
            format!(
                "{} {} {} {} de {y}",
                ["Desde el", "", "De"][lang],
                first_of,
                ["hasta el", "", "até"][lang],
                last_of
            ),
        ],
    };
    let at = random.below(texts.len());
    Dates::whole(texts[at].clone(), days)
}

fn list(random: &mut Random, lang: usize, day: Date) -> Dates {
    let second = after(day, random.between(1, 5));
    let third = after(second, random.between(1, 40));
    let and = ["y", "and", "e"][lang];
    if day.month() == second.month() && random.one_in(2) {
        let (one, two, month, y) = (day.day(), second.day(), month(day, lang), day.year());
        let text = match lang {
            1 => format!("{month} {one} and {two}, {y}"),
            _ => format!("{one} {and} {two} de {month} de {y}"),
        };
        return Dates::whole(text, vec![day, second]);
    }
    let all = vec![day, second, third];
    let joined = |separator: &str, last: &str| {
        format!("{}{separator}{}{last}{}", plain(day, lang), plain(second, lang), plain(third, lang))
    };
    let lines = |start: &str| {
        let lines: Vec<_> = all.iter().map(|day| format!("{start}{}", plain(*day, lang))).collect();
        lines.join("\n")
    };
    let sessions = || {
        let name = ["Sesión", "Session", "Sessão"][lang];
        let lines: Vec<_> =
            all.iter().zip(1..).map(|(day, at)| format!("{name} {at}: {}", plain(*day, lang))).collect();
        lines.join("\n")
    };
    let (text, is_above) = match random.below(5) {
        0 => (lines(""), true),
        1 => (lines("• "), true),
        2 => (sessions(), true),
        _ => (joined(", ", &format!(" {and} ")), false),
    };
    Dates { is_above, ..Dates::whole(text, all) }
}

fn series(random: &mut Random, lang: usize, day: Date) -> Dates {
    let weeks = random.between(1, 6);
    // The last day that is named need not be one of them.
    let last = after(day, weeks * 7 + random.between(0, 3));
    let days: Vec<Date> = day.series(Span::new().days(7)).take_while(|day| *day <= last).collect();
    let (week, y) = (weekday(day, lang), last.year());
    let (from, to) = (day_and_month(day, lang), day_and_month(last, lang));
    let plural = match (lang, day.weekday()) {
        (0, Weekday::Saturday | Weekday::Sunday) => format!("{week}s"),
        (0, _) => week.to_owned(),
        _ => format!("{week}s"),
    };
    let text = match lang {
        0 => format!("{} {plural} del {from} al {to} de {y}", random.pick(&["Los", "los", "Todos los"])),
        1 => match random.below(2) {
            0 => format!("every {week} from {from} to {to}, {y}"),
            _ => format!("{plural}, {from} – {to}, {y}"),
        },
        _ => {
            let plural = week.replace("-feira", "s-feiras");
            let plural = if plural == week { format!("{week}s") } else { plural };
            let article = if plural.ends_with("feiras") { "as" } else { "os" };
            format!(
                "{} {plural} de {from} a {to} de {y}",
                random.pick(&[article, &format!("todos {article}").replace("todos as", "todas as")])
            )
        }
    };
    Dates::whole(text, days)
}

/// A date without a year: with its weekday the nearest years in which that is right, else the years around.
fn without_year(random: &mut Random, lang: usize, day: Date) -> Dates {
    let published = random.one_in(2).then(|| after(day, random.between(-170, 30)));
    let reference = published.unwrap_or(TODAY);
    let mut day = day;
    if published.is_none() {
        // Near today: what comes out must not depend on how the last of forty years is found.
        let year = TODAY.year() + i16::try_from(random.between(-1, 1)).unwrap();
        day = Date::new(year, day.month(), day.day().min(28)).unwrap();
    }
    let with_weekday = random.one_in(2);
    let text = match (lang, with_weekday) {
        (1, true) => format!("{}, {}", weekday(day, lang), day_and_month(day, lang)),
        (_, true) => format!("{} {}", weekday(day, lang), day_and_month(day, lang)),
        (_, false) => day_and_month(day, lang),
    };
    let of_year = |year: i16| Date::new(year, day.month(), day.day()).ok();
    let mut all: Vec<Date> = if with_weekday {
        let fits = |date: &Date| date.weekday() == day.weekday();
        let ahead = (0..40).filter_map(|by| of_year(reference.year() + by));
        let behind = (0..40).filter_map(|by| of_year(reference.year() - by));
        let next = ahead.filter(|date| *date >= reference).find(fits);
        let last = behind.filter(|date| *date < reference).find(fits);
        next.into_iter().chain(last).collect()
    } else {
        (-1..=1).filter_map(|by| of_year(reference.year() + by)).collect()
    };
    let distance = |date: &Date| reference.until(*date).unwrap().get_days().abs();
    all.sort_by_key(|date| (distance(date), *date < reference));
    if published.is_some() && distance(&all[0]) <= 183 {
        all.truncate(1);
    }
    Dates {
        text,
        readings: all.into_iter().map(|day| vec![day]).collect(),
        published,
        is_whole: false,
        is_above: false,
    }
}

/// `este sábado`, counted from the publication.
fn relative(random: &mut Random, lang: usize, day: Date) -> Dates {
    let published = after(day, -random.between(1, 6));
    let week = weekday(day, lang);
    let this = match lang {
        0 => "este",
        1 => random.pick(&["this", "next"]),
        _ if week.ends_with("feira") => "nesta",
        _ => "neste",
    };
    Dates {
        text: format!("{this} {week}"),
        readings: vec![vec![day]],
        published: Some(published),
        is_whole: false,
        is_above: false,
    }
}
