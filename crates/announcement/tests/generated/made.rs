//! Makes announcements: when, where, how it is written, and what is altered.

use crate::clocks::{self, Style};
use crate::dates::{self, Dates};
use crate::layouts::{self, Entry, Layout, Made, mark_of};
use crate::places::{self, Place};
use crate::random::Random;
use crate::truth;
use jiff::civil::{Date, date};
use jiff::{Span, Timestamp};

/// Times that are announced with one date, or one set of dates.
pub(crate) struct Event {
    pub(crate) dates: Dates,
    pub(crate) moments: Vec<Vec<Entry>>,
    pub(crate) layout: Layout,
    pub(crate) style: Style,
    /// What was made wrong.
    pub(crate) altered: Altered,
}

/// An announcement, and where its times stand.
pub(crate) struct Announcement {
    pub(crate) text: String,
    pub(crate) events: Vec<Event>,
    pub(crate) lang: usize,
    /// Line and column of each time, by its mark.
    pub(crate) marks: Vec<(char, usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Altered {
    Nothing,
    Start,
    End,
    Mark,
}

/// Days on which clocks change in one of the places used, 2018 to 2037.
pub(crate) fn changes() -> Vec<Date> {
    let start: Timestamp = "2018-01-01T00:00:00Z".parse().unwrap();
    let end: Timestamp = "2038-01-01T00:00:00Z".parse().unwrap();
    let mut all = Vec::new();
    for name in places::zones() {
        let zone = truth::zone(name);
        let changes = zone.following(start).take_while(|change| change.timestamp() < end);
        all.extend(changes.map(|change| zone.to_datetime(change.timestamp()).date()));
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn day(random: &mut Random, changes: &[Date]) -> Date {
    if random.one_in(3) {
        return date(2018, 1, 1) + Span::new().days(random.between(0, 20 * 365));
    }
    random.pick(changes) + Span::new().days(random.between(-3, 3))
}

pub(crate) fn announcement(random: &mut Random, changes: &[Date]) -> Announcement {
    let lang = random.below(3);
    let near = day(random, changes);
    let dates = dates::write(random, lang, near);
    let (event, text) = event(random, lang, near, dates, 0, Around::Anything);
    let (mut events, mut text) = (vec![event], text);
    if random.one_in(8) {
        (events, text) = programme(random, lang, near);
    }
    let text = if random.one_in(12) { with_invisible(random, &text) } else { text };
    let (text, marks) = without_marks(&text);
    Announcement { text, events, lang, marks }
}

/// Several events, each below or behind its own date.
fn programme(random: &mut Random, lang: usize, near: Date) -> (Vec<Event>, String) {
    let (mut events, mut text) = (Vec::new(), String::new());
    let mut near = near;
    let around = random.pick(&[Around::DateAbove, Around::DateBefore]);
    for _ in 0..random.between(2, 4) {
        let dates = Dates::plain(near, lang);
        let first = u32::try_from(events.len()).unwrap() * 32;
        let (event, told) = event(random, lang, near, dates, first, around);
        events.push(event);
        text += &told;
        text += random.pick(&["", "\n"]);
        near += Span::new().days(random.between(1, 9));
    }
    (events, text)
}

/// Times of several places, all right, and one place again with another time. And that place's name.
pub(crate) fn told_twice(random: &mut Random, changes: &[Date]) -> Option<(Announcement, String)> {
    let lang = random.below(3);
    let announced = day(random, changes);
    let dates = Dates::plain(announced, lang);
    let mut moments = moments(random, lang, announced, 1, &dates);
    let entries = moments.first_mut().filter(|entries| entries.len() > 2)?;
    // Of these places each has an entry of its own, and clocks.
    if entries.iter().any(|entry| entry.places.len() > 1 || entry.places[0].zone.is_none()) {
        return None;
    }
    let mut again = entries[random.below(entries.len())].clone();
    let name = again.places[0].name.clone();
    let by = random.pick(&[-120, -60, 60, 120]);
    again.start = (again.start + by).rem_euclid(24 * 60);
    again.end = again.end.map(|end| (end + by).rem_euclid(24 * 60));
    again.id = 31;
    entries.insert(1 + random.below(entries.len()), again);
    let made = Made { lang, style: clocks::style(random), moments };
    let layout = layouts::list(random);
    if !layout.fits(&made) {
        return None;
    }
    let text = format!("{}\n{}\n", dates.text, made.text(layout, random));
    let (text, marks) = without_marks(&text);
    let event = Event { dates, moments: made.moments, layout, style: made.style, altered: Altered::Start };
    Some((Announcement { text, events: vec![event], lang, marks }, name))
}

/// What stands around the times.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Title, date in any place, lines that say nothing.
    Anything,
    /// The date on the line above.
    DateAbove,
    /// The date before the times on their line, or above several lines.
    DateBefore,
}

/// Times with their date. Their entries count from `first`.
fn event(
    random: &mut Random,
    lang: usize,
    near: Date,
    dates: Dates,
    first: u32,
    around: Around,
) -> (Event, String) {
    let mut dates = dates;
    let announced = match dates.readings.as_slice() {
        [] => near,
        // Who writes the month first means the second reading.
        readings => readings[random.below(readings.len())][0],
    };
    loop {
        let count = if random.one_in(3) { random.between(2, 3) } else { 1 };
        let mut moments = moments(random, lang, announced, usize::try_from(count).unwrap(), &dates);
        for entry in moments.iter_mut().flatten() {
            entry.id += first;
        }
        let altered = alter(random, &mut moments, announced, lang, &dates);
        let made = Made { lang, style: clocks::style(random), moments };
        let layout = layouts::pick(random, made.moments.len());
        // A place that is said for all times is that of all the text.
        if !layout.fits(&made) || (around != Around::Anything && layout == Layout::AllIn) {
            continue;
        }
        let body = made.text(layout, random);
        let text = match around {
            Around::Anything => self::around(random, lang, &mut dates, layout, &body),
            Around::DateBefore if layout.is_line() => format!("{}: {body}\n", dates.text),
            _ => format!("{}\n{body}\n", dates.text),
        };
        let event = Event { dates, moments: made.moments, layout, style: made.style, altered };
        return (event, text);
    }
}

/// Times of the same places at several moments of a day.
fn moments(
    random: &mut Random,
    lang: usize,
    announced: Date,
    count: usize,
    dates: &Dates,
) -> Vec<Vec<Entry>> {
    let places = if random.one_in(30) { 1 } else { usize::try_from(random.between(2, 5)).unwrap() };
    let places = places::several(random, lang, places);
    let join = count == 1 && random.one_in(2);
    let length = random.pick(&[30, 45, 60, 90, 150]);
    let ends = random.below(6);
    let marks = random.below(3);
    let mut minutes = random.between(0, 24 * 12 - 1) * 5;
    if random.one_in(2) {
        minutes = random.between(7, 20) * 60;
    }
    let mut id = 0;
    let mut moments = Vec::new();
    for _ in 0..count {
        let zone = places[0].zone.clone().unwrap();
        let start = zone.to_timestamp(announced.at(0, 0, 0, 0) + Span::new().minutes(minutes)).unwrap();
        let first = zone.to_datetime(start);
        let mut entries: Vec<Entry> = Vec::new();
        for place in &places {
            let entry = entry(place, start, length, announced);
            let same = entries.last_mut().filter(|last| {
                join && (last.start, last.end, last.stated) == (entry.start, entry.end, entry.stated)
                    && last.places[0].zone.is_some()
                    && place.zone.is_some()
                    && last.places[0].is_code == place.is_code
            });
            match same {
                Some(last) => last.places.push(place.clone()),
                None => entries.push(Entry { id, ..entry }),
            }
            id += 1;
        }
        for (at, entry) in entries.iter_mut().enumerate() {
            let is_marked = marks == 0 || (marks == 1 && random.one_in(2));
            entry.stated = entry.stated.filter(|shift| *shift != 0 && is_marked);
            entry.mark = written_mark(random, entry.stated, announced, lang, dates);
            // Ends: of none, of all, of the first only.
            entry.end = entry.end.filter(|_| ends > 3 || (ends == 3 && at == 0 && random.one_in(4)));
        }
        // The gap may have moved the first to the next day.
        if first.date() == announced {
            moments.push(entries);
        }
        minutes += random.between(2, 8) * 30;
        if minutes >= 24 * 60 {
            break;
        }
    }
    if moments.is_empty() { self::moments(random, lang, announced, count, dates) } else { moments }
}

fn entry(place: &Place, start: Timestamp, length: i64, announced: Date) -> Entry {
    let zone = place.zone.clone().unwrap_or(jiff::tz::TimeZone::UTC);
    let minutes = |instant: Timestamp| {
        let wall = zone.to_datetime(instant);
        i64::from(wall.hour()) * 60 + i64::from(wall.minute())
    };
    let end = start + jiff::SignedDuration::from_mins(length);
    let shift = announced.until(zone.to_datetime(start).date()).unwrap().get_days();
    Entry {
        id: 0,
        places: vec![place.clone()],
        start: minutes(start),
        end: Some(minutes(end)),
        stated: Some(shift.into()),
        mark: String::new(),
    }
}

/// How another day is said.
fn written_mark(
    random: &mut Random,
    stated: Option<i64>,
    announced: Date,
    lang: usize,
    dates: &Dates,
) -> String {
    let Some(shift) = stated else { return String::new() };
    let day = announced + Span::new().days(shift);
    // Of several dates each has its own next day.
    let is_one = dates.is_whole && dates.readings.len() == 1 && dates.readings[0].len() == 1;
    match random.below(if is_one { 6 } else { 3 }) {
        0 | 1 => format!(" ({shift:+})"),
        2 if shift == 1 => {
            format!(" ({})", ["día siguiente", "next day", "dia seguinte"][lang])
        }
        2 => format!(" ({})", format!("{shift:+}").replace('-', "−")),
        3 => format!(" ({} {})", dates::short_weekday(day, lang), day.day()),
        4 => format!(" ({})", dates::day_and_month(day, lang)),
        _ => format!(" ({})", dates::weekday(day, lang)),
    }
}

/// Makes one time wrong, or one end, or one day.
fn alter(
    random: &mut Random,
    moments: &mut [Vec<Entry>],
    announced: Date,
    lang: usize,
    dates: &Dates,
) -> Altered {
    let moment = random.below(moments.len());
    let at = random.below(moments[moment].len());
    let entry = &mut moments[moment][at];
    if entry.places[0].zone.is_none() {
        return Altered::Nothing;
    }
    let by = random.pick(&[-120, -60, -30, -15, 30, 60, 90, 120, 180]);
    match random.below(6) {
        0 | 1 => {
            entry.start = (entry.start + by).rem_euclid(24 * 60);
            Altered::Start
        }
        2 => match &mut entry.end {
            Some(end) => {
                *end = (*end + by).rem_euclid(24 * 60);
                Altered::End
            }
            None => Altered::Nothing,
        },
        3 if entry.stated.is_some() || random.one_in(4) => {
            let shift = entry.stated.unwrap_or(0) + random.pick(&[-1, 1]);
            if shift == 0 {
                return Altered::Nothing;
            }
            entry.stated = Some(shift);
            entry.mark = written_mark(random, entry.stated, announced, lang, dates);
            Altered::Mark
        }
        _ => Altered::Nothing,
    }
}

#[rustfmt::skip]
const TITLES: [&[&str]; 3] = [
    &["Seminario web", "Taller de exportación", "IV Encuentro de universidades", "Sorteo de la fase de grupos"],
    &["Webinar", "Workshop on trade", "4th Meeting of universities", "Draw of the group stage"],
    &["Webinário", "Oficina de exportação", "IV Encontro de universidades", "Sorteio da fase de grupos"],
];
/// Lines of numbers and places that say no time.
#[rustfmt::skip]
const NOISE: [&[&str]; 3] = [
    &[
        "Más información: https://example.org/v?t=5pm", "Tel. +56 2 2345 6789", "WhatsApp: (+57) 300 123 4567", "Entrada: $ 10.000",
        "Un taller de 2 horas.", "Cupos: 30 personas", "Sala 2, piso 3", "ID de la reunión: 823 4567 8910", "Chile, Colombia y Perú invitan a la charla.",
        "Escriba a 10pm@example.org", "Participan 20 empresas de Chile y 30 de Perú.", "Edición 2.0 del programa, artículo 10.3", "La charla dura 45 minutos.",
    ],
    &[
        "More: https://example.org/v?t=5pm", "Phone +56 2 2345 6789", "Fee: $10.50", "A workshop of 2 hours.", "Room 2, floor 3",
        "Meeting ID: 823 4567 8910", "Chile, Colombia and Peru invite you.", "20 companies from Chile met 30 of Peru.", "Version 2.0 of the programme, section 10.3",
    ],
    &[
        "Mais: https://example.org/v?t=5pm", "Tel. +55 11 2345 6789", "Ingresso: R$ 10,00", "Uma oficina de 2 horas.", "Sala 2, andar 3",
        "ID da reunião: 823 4567 8910", "Chile, Colômbia e Peru convidam.", "20 empresas do Chile e 30 do Peru", "A palestra dura 45 minutos.",
    ],
];

/// The text around the times: title, date, and lines that say nothing of them.
fn around(random: &mut Random, lang: usize, dates: &mut Dates, layout: Layout, body: &str) -> String {
    let title = random.pick(TITLES[lang]);
    let mut lines: Vec<String> = Vec::new();
    let noise = |random: &mut Random, lines: &mut Vec<String>| {
        if random.one_in(3) {
            lines.push(random.pick(NOISE[lang]).to_owned());
        }
    };
    if let Some(published) = dates.published {
        let label = ["Publicado el", "Published on", "Publicado em"][lang];
        lines.push(format!("{label} {}.", dates::plain(published, lang)));
    }
    let other = |random: &mut Random| {
        let other = date(2018, 1, 1) + Span::new().days(random.between(0, 20 * 365));
        dates::plain(other, lang)
    };
    let mut has_dateline = false;
    if dates.is_whole && dates.published.is_none() {
        let at = random.below(12);
        let line = match at {
            0 => format!("Santiago, {}.-", other(random)),
            1 => format!("{} {}.", ["Publicado el", "Published on", "Publicado em"][lang], other(random)),
            2 => format!(
                "{} {}.",
                ["Inscripciones hasta el", "Register by", "Inscrições até"][lang],
                other(random)
            ),
            _ => String::new(),
        };
        has_dateline = at == 0;
        lines.extend(Some(line).filter(|line| !line.is_empty()));
    }
    noise(random, &mut lines);
    if dates.text.is_empty() {
        lines.push(title.to_owned());
        lines.push(body.to_owned());
    } else {
        // Below a dateline the date of the times can't stand behind them: nobody could tell which it is.
        let places = if dates.is_above || !dates.is_whole {
            2
        } else if has_dateline {
            5
        } else {
            7
        };
        let text = &dates.text;
        match random.below(places) {
            2 if layout.is_line() => lines.push(format!("{text}: {body}")),
            3 if layout.is_line() => lines.push(format!("{text}, {body}")),
            4 if layout.is_line() => lines.push(format!("{title}, {text}. {body}")),
            5 if layout.is_line() && layout != Layout::Prose => lines.push(format!("{body}, {text}")),
            6 => lines.extend([title.to_owned(), body.to_owned(), text.clone()]),
            1 if !text.contains([':', '•']) => lines.extend([format!("{title} · {text}"), body.to_owned()]),
            _ => {
                lines.extend([title.to_owned(), text.clone()]);
                noise(random, &mut lines);
                lines.push(body.to_owned());
            }
        }
    }
    noise(random, &mut lines);
    if dates.is_whole && dates.published.is_none() && random.one_in(12) {
        let label = ["Inscripciones hasta el", "Register by", "Inscrições até"][lang];
        lines.push(format!("{label} {}.", other(random)));
    }
    lines.join("\n") + "\n"
}

/// With characters in its words and numbers that nobody sees.
fn with_invisible(random: &mut Random, text: &str) -> String {
    let mut out = String::new();
    let mut last = ' ';
    for letter in text.chars() {
        if last.is_alphanumeric() && letter.is_alphanumeric() && random.one_in(6) {
            out.push(random.pick(&['\u{200b}', '\u{2060}', '\u{ad}', '\u{fe0f}', '\u{200d}']));
        }
        out.push(if letter == ' ' && random.one_in(3) { '\u{a0}' } else { letter });
        last = letter;
    }
    out
}

/// The text itself, and line and column of each mark.
fn without_marks(text: &str) -> (String, Vec<(char, usize, usize)>) {
    let (mut out, mut marks) = (String::new(), Vec::new());
    let (mut line, mut column) = (1, 1);
    for letter in text.chars() {
        match letter {
            '\u{e000}'..='\u{f8ff}' => {
                marks.push((letter, line, column));
                continue;
            }
            '\n' => (line, column) = (line + 1, 1),
            _ => column += 1,
        }
        out.push(letter);
    }
    (out, marks)
}

impl Announcement {
    /// Line and column of a time.
    pub(crate) fn place_of(&self, entry: &Entry, is_end: bool) -> (usize, usize) {
        let mark = mark_of(entry.id, is_end);
        let (_, line, column) = self.marks.iter().find(|(other, ..)| *other == mark).unwrap();
        (*line, *column)
    }
}
