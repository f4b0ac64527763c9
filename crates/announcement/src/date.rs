//! Dates as people write them: days, lists, ranges and series of them.

use crate::atoms::{Cursor, Shape};
use crate::clock::{self, DASHES};
use chrono::Weekday;

/// The days that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// `9 de agosto`, and others of that month: `4, 5 y 6 de agosto`. Bit *n* of `also` is the *n*th.
    Days { first: WrittenDate, also: u32 },
    /// Each day from one to another, or those of some weekdays: `los jueves del 4 de agosto al 15 de septiembre`.
    Span { from: WrittenDate, to: WrittenDate, weekdays: Option<Weekdays> },
    /// `mañana`: days from the day on which the text was published.
    InDays(i64),
    /// `este sábado`: the next one, counted from there.
    Next(Weekday),
}

/// A set of weekdays. Bit *n* is the *n*th from Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Weekdays(u8);

impl Weekdays {
    pub(crate) fn contains(self, weekday: Weekday) -> bool {
        self.0 & (1 << weekday.num_days_from_monday()) != 0
    }
}

impl When {
    /// One day, if it is no more.
    pub(crate) fn day(self) -> Option<WrittenDate> {
        match self {
            Self::Days { first, also: 0 } => Some(first),
            _ => None,
        }
    }

    /// Whether it says day and month.
    pub(crate) fn is_full(self) -> bool {
        match self {
            Self::Days { first, .. } => first.is_full(),
            Self::Span { .. } => true,
            Self::InDays(_) | Self::Next(_) => false,
        }
    }
}

/// A date as written; what isn't said is `None`. Never empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    pub(crate) weekday: Option<Weekday>,
    pub(crate) day: Option<u32>,
    pub(crate) month: Option<u32>,
    pub(crate) year: Option<i32>,
    /// `09/08/2023`: the month could stand first. `day` is what stands first.
    pub(crate) either: bool,
}

const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "o", "ro", "er", "do"];
const OF: &[&str] = &["de", "del", "do", "of"];
/// Short and full names, Monday first. Portuguese `segunda`, `quarta` … are Spanish ordinals too: they
/// count where `-feira` or a number follows.
const WEEKDAYS: [(Weekday, &[&str], &[&str]); 7] = [
    (Weekday::Mon, &["lun", "mon", "seg", "segunda"], &["lunes", "monday"]),
    (Weekday::Tue, &["mar", "tue", "tues", "ter", "terca"], &["martes", "tuesday"]),
    (Weekday::Wed, &["mie", "wed", "qua", "quarta"], &["miercoles", "wednesday"]),
    (Weekday::Thu, &["jue", "thu", "thur", "thurs", "qui", "quinta"], &["jueves", "thursday"]),
    (Weekday::Fri, &["vie", "fri", "sex", "sexta"], &["viernes", "friday"]),
    (Weekday::Sat, &["sab", "sat"], &["sabado", "saturday"]),
    (Weekday::Sun, &["dom", "sun"], &["domingo", "sunday"]),
];
const MONTHS: [&[&str]; 12] = [
    &["enero", "january", "janeiro", "ene", "jan"],
    &["febrero", "february", "fevereiro", "feb", "fev"],
    &["marzo", "march", "marco", "mar"],
    &["abril", "april", "abr", "apr"],
    &["mayo", "may", "maio", "mai"],
    &["junio", "june", "junho", "jun"],
    &["julio", "july", "julho", "jul"],
    &["agosto", "august", "ago", "aug"],
    &["septiembre", "setiembre", "september", "setembro", "sep", "sept", "set"],
    &["octubre", "october", "outubro", "oct", "out"],
    &["noviembre", "november", "novembro", "nov"],
    &["diciembre", "december", "dezembro", "dic", "dec", "dez"],
];

const AND: &[&str] = &["y", "e", "and"];
const UNTIL: &[&str] = &["a", "al", "to", "hasta", "ate", "through", "until", "till"];
const THE: &[&str] = &["el", "o", "the", "dia"];
const THIS: &[&str] = &["este", "esta", "neste", "nesta", "this", "proximo", "proxima", "next", "coming"];

/// One or several dates: `9 August 2023`, `miércoles 9 de agosto`, `09.08.23`, `4, 5 y 6 de agosto`, `del 4 al 6 de
/// septiembre`, `los jueves del 4 de agosto al 15 de septiembre`, `este sábado`. A weekday alone counts where it is written
/// in full, or `alone`, in parentheses. Where the number is that of what stands before it it is no day: `Jornada 1 – 14 de
/// abril`.
pub(crate) fn date(at: Cursor, alone: bool, numbered: bool) -> Option<(When, Cursor)> {
    series(at).or_else(|| span(at, numbered)).or_else(|| relative(at)).or_else(|| {
        let (first, after) =
            days_of_month(at).or_else(|| single(at, alone).map(|(date, after)| ((date, 0), after)))?;
        Some((When::Days { first: first.0, also: first.1 }, after))
    })
}

/// `los jueves del 4 de agosto al 15 de septiembre`, `every Monday and Friday from May 3 to June 4`. A weekday in the
/// singular is that of the range's first day: `miércoles 9 al viernes 11 de agosto`.
fn series(at: Cursor) -> Option<(When, Cursor)> {
    let start = at.skip_word(&["todos", "todas", "cada", "every", "all"]);
    let mut after = start.skip_word(&["los", "las", "as", "os", "the"]);
    let mut each = at.distance(after) > 0;
    let mut weekdays = Weekdays(0);
    loop {
        let (named, _) = after.next()?;
        let (weekday, _, behind) = weekday(after)?;
        weekdays.0 |= 1 << weekday.num_days_from_monday();
        each |= ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"]
            .contains(&&*named.folded);
        after = behind;
        match after.word(AND).or_else(|| after.sign(&[','])) {
            Some(next) if self::weekday(next).is_some() => after = next,
            _ => break,
        }
    }
    let after = after.skip_sign(&[',', ':']);
    let bounded = after.skip_word(&["de", "del", "desde", "from", "entre", "between"]).skip_word(THE);
    let found = span(bounded, false).or_else(|| open_span(after)).filter(|_| each)?;
    let (When::Span { from, to, .. }, end) = found else { return None };
    Some((When::Span { from, to, weekdays: Some(weekdays) }, end))
}

/// `desde el 30 de marzo de 2027`, `starting March 30, 2027`: where no end is said, a year of it.
fn open_span(at: Cursor) -> Option<(When, Cursor)> {
    let leaving = at.word(&["a"]).and_then(|after| after.word(&["partir"])?.word(OF));
    let start = at.word(&["desde", "from", "starting", "since"]).or(leaving)?;
    let (from, after) = single(start.skip_word(THE), false).filter(|(from, _)| from.is_full())?;
    let until =
        after.skip_word(AND).word(&["hasta", "ate", "until", "till"]).map(|after| after.skip_word(THE));
    let last = until.and_then(|after| single(after, false)).filter(|(to, _)| to.is_full());
    let (to, end) = match last {
        Some((to, end)) => (WrittenDate { year: to.year.or(from.year), ..to }, end),
        None => (WrittenDate { year: Some(from.year? + 1), ..from }, after),
    };
    Some((When::Span { from, to, weekdays: None }, end))
}

/// `del 4 al 6 de septiembre`, `September 4–6, 2027`, `28 de diciembre – 3 de enero`, `entre el 4 y el 6 de mayo`.
fn span(at: Cursor, numbered: bool) -> Option<(When, Cursor)> {
    let between = at.word(&["entre", "between"]);
    let at = between.unwrap_or(at).skip_word(&["el", "os", "the", "dias"]);
    let leads = |after: Cursor<'_>| match between {
        Some(_) => after.word(AND).is_some(),
        None => after.word(UNTIL).is_some() || after.sign(DASHES).is_some(),
    };
    // "September 4–6, 2027"
    if let Some((month, after)) = month(at)
        && let Some((first, after)) = day_number(after)
        && leads(after)
        && let Some((last, end)) = behind(after).and_then(day_number)
        && !clock::is_glued(end)
        && end.sign(&[':']).is_none()
    {
        let (to, end) = with_year(of_month(last, month), end);
        return Some((
            When::Span { from: WrittenDate { year: to.year, ..of_month(first, month) }, to, weekdays: None },
            end,
        ));
    }
    // In "Mar 30 – Apr 8" both ends begin with their month: it is no martes.
    let by_month =
        month_first(at).filter(|(_, after)| leads(*after) && behind(*after).and_then(month).is_some());
    let short = || short_numeric(at).map(|(from, after)| (from, after.skip_sign(&['.'])));
    let from = by_month.or_else(|| single(at, false).filter(|(from, _)| from.day.is_some()));
    let (from, after) = from.or_else(short).or_else(|| day_alone(at))?;
    let is_number =
        numbered && from.month.is_none() && after.sign(DASHES).is_some() && after.close().is_none();
    if !leads(after) || is_number {
        return None;
    }
    let (to, end) = single(behind(after)?, false).filter(|(to, _)| to.is_full())?;
    let from = WrittenDate { month: from.month.or(to.month), ..from };
    (from.is_full() && !clock::is_glued(end)).then_some((When::Span { from, to, weekdays: None }, end))
}

/// After the word or sign that leads to a range's end.
fn behind(after: Cursor) -> Option<Cursor> {
    after.next().map(|(_, behind)| behind.skip_word(THE))
}

fn day_number(at: Cursor) -> Option<(u32, Cursor)> {
    let (day, after) = at.number(1..=2).filter(|(day, _)| (1..=31).contains(day))?;
    Some((day, after.close().map_or(after, |after| after.skip_word(ORDINALS))))
}

fn day_alone(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (day, after) = day_number(at)?;
    Some((WrittenDate { day: Some(day), ..WrittenDate::default() }, after))
}

fn of_month(day: u32, month: u32) -> WrittenDate {
    WrittenDate { day: Some(day), month: Some(month), ..WrittenDate::default() }
}

/// `hoy`, `mañana`, `este sábado`, `next Thursday`, `la próxima quinta-feira`.
fn relative(at: Cursor) -> Option<(When, Cursor)> {
    if let Some(after) = at.word(&["hoy", "today", "hoje"]) {
        return Some((When::InDays(0), after));
    }
    let after_next = at.word(&["pasado"]).and_then(|after| after.word(&["manana"]));
    let after_next = after_next.or_else(|| at.word(&["depois"])?.word(&["de"])?.word(&["amanha"]));
    if let Some(after) = after_next {
        return Some((When::InDays(2), after));
    }
    if let Some(after) = at.word(&["manana", "tomorrow", "amanha"]) {
        return Some((When::InDays(1), after));
    }
    let named = at.word(THIS)?;
    let (weekday, _, after) = weekday(named)?;
    match single(named, false) {
        Some((date, end)) if date.day.is_some() => Some((When::Days { first: date, also: 0 }, end)),
        _ => Some((When::Next(weekday), after)),
    }
}

/// Several days of one month, the last joined by a word: `4, 5 y 6 de septiembre`, `August 4 and 5, 2027`.
fn days_of_month(at: Cursor) -> Option<((WrittenDate, u32), Cursor)> {
    if let Some((month, after)) = month(at) {
        let (first, also, end) = listed(after)?;
        let (date, end) = with_year(of_month(first, month), end);
        return Some(((date, also), end));
    }
    let (first, also, after) = listed(at)?;
    let (month, after) = month(after.skip_word(OF).skip_sign(DASHES))?;
    let (date, end) = with_year(of_month(first, month), after);
    Some(((date, also), end))
}

/// `4, 5 y 6`: the first, the others as bits, and the place after them.
fn listed(at: Cursor) -> Option<(u32, u32, Cursor)> {
    let (first, mut after) = day_number(at)?;
    let (mut also, mut joined) = (0, false);
    loop {
        let comma = after.sign(&[',']);
        let word =
            comma.unwrap_or(after).word(AND).or_else(|| after.sign(&['&'])).map(|next| next.skip_word(THE));
        let Some((day, behind)) = word.or(comma).and_then(day_number) else { break };
        // In "4, 5 y 10:00" the 10 is an hour, in "August 4, 20 companies" nothing that is listed.
        if behind.close().is_some_and(|behind| behind.sign(&[':', 'h']).is_some()) {
            break;
        }
        (also, after, joined) = (also | 1 << day, behind, word.is_some());
        if joined {
            break;
        }
    }
    joined.then_some((first, also, after))
}

/// One date: `9 August 2023`, `miércoles 9 de agosto`, `August 9, 2023`, `09.08.23`, `2023-08-09`, `jue 10`.
fn single(at: Cursor, alone: bool) -> Option<(WrittenDate, Cursor)> {
    let Some((weekday, full, after)) = weekday(at) else {
        let found = day_and_month(at).or_else(|| {
            let labelled = at.word(&["dia", "data", "fecha", "date"])?.skip_sign(&[':']);
            day_and_month(labelled).or_else(|| short_numeric(labelled))
        });
        return found.map(|(date, after)| with_weekday(date, after));
    };
    let behind = after.skip_sign(&['.']).skip_sign(&[',']);
    let rest = behind.skip_word(&["dia", "el", "the"]);
    let found = day_and_month(rest).or_else(|| short_numeric(rest)).or_else(|| {
        let (day, end) = rest.number(1..=2)?;
        let is_time = clock::range(rest).is_some() || end.sign(&[':']).is_some();
        let day = Some(day).filter(|day| (1..=31).contains(day) && !is_time && !clock::is_glued(end))?;
        Some((WrittenDate { day: Some(day), ..WrittenDate::default() }, end))
    });
    // "Mar 10, 2026" is March.
    if let Some((date, _)) = found.filter(|(date, _)| date.month.is_none())
        && let Some(with_month) = day_and_month(at)
        && with_month.0.year.is_some()
        && date.day == with_month.0.day
    {
        return Some(with_month);
    }
    match found {
        Some((date, after)) => Some((WrittenDate { weekday: Some(weekday), ..date }, after)),
        None if full || (alone && after.sign(&[')']).is_some()) => {
            Some((WrittenDate { weekday: Some(weekday), ..WrittenDate::default() }, after))
        }
        None => None,
    }
}

/// `14 de julio (miércoles)`, `14 de julho, quarta-feira, …`: what begins another date is none of this.
fn with_weekday(date: WrittenDate, after: Cursor) -> (WrittenDate, Cursor) {
    if let Some((weekday, true, behind)) = after.sign(&[',']).and_then(weekday)
        && behind.peek().is_none_or(|next| ![Shape::Number, Shape::Word].contains(&next.shape))
        && behind.sign(&[',']).is_none_or(|behind| behind.number(1..=2).is_none())
    {
        return (WrittenDate { weekday: Some(weekday), ..date }, behind);
    }
    let weekday = after.sign(&['(']).and_then(|opened| {
        let (weekday, _, after) = weekday(opened)?;
        Some((weekday, after.sign(&[')'])?))
    });
    match weekday {
        Some((weekday, behind)) => (WrittenDate { weekday: Some(weekday), ..date }, behind),
        None => (date, after),
    }
}

/// A weekday, and whether it can be nothing else.
pub(crate) fn weekday(at: Cursor) -> Option<(Weekday, bool, Cursor)> {
    let (atom, after) = at.next().filter(|(atom, _)| atom.shape == Shape::Word)?;
    let name = &*atom.folded;
    let names = |all: &[&str]| {
        all.contains(&name) || name.strip_suffix('s').is_some_and(|one| one.len() > 4 && all.contains(&one))
    };
    let (weekday, short, _) = WEEKDAYS.iter().find(|(_, short, full)| names(short) || names(full))?;
    let feira = after.sign(DASHES).and_then(|after| after.word(&["feira", "feiras"]));
    let full = feira.is_some() || !names(short);
    Some((*weekday, full, feira.unwrap_or(after)))
}

fn month(at: Cursor) -> Option<(u32, Cursor)> {
    let (atom, after) = at.next().filter(|(atom, _)| atom.shape == Shape::Word)?;
    let month = (1..).zip(MONTHS).find(|(_, names)| names.contains(&&*atom.folded))?.0;
    // "ago." but not the end of a sentence: another word or number goes on.
    let short = atom.folded.len() < 5;
    Some((month, if short { after.skip_sign(&['.']) } else { after }))
}

fn day_and_month(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    numeric(at).or_else(|| day_first(at)).or_else(|| month_first(at))
}

/// `9 de agosto de 2023`, `9th August`, `1º de agosto`.
fn day_first(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (day, after) = at.number(1..=2)?;
    let after = after.close().map_or(after, |after| after.skip_word(ORDINALS));
    // 14/jul/2027
    let slash = after.close().and_then(|after| after.sign(&['/'])?.close());
    let (month, after) = month(slash.unwrap_or(after).skip_word(OF).skip_sign(DASHES))?;
    let after = slash.and_then(|_| after.close()?.sign(&['/'])?.close()).unwrap_or(after);
    let date = WrittenDate { day: Some(day), month: Some(month), ..WrittenDate::default() };
    Some(with_year(date, after))
}

/// `August 9, 2023`, `agosto 9 de 2023`.
fn month_first(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (month, after) = month(at)?;
    let (day, after) = after.number(1..=2)?;
    let after = after.close().map_or(after, |after| after.skip_word(ORDINALS));
    // In "August 9:30" the 9 is an hour.
    if after.close().is_some_and(|after| after.sign(&[':']).is_some()) {
        return None;
    }
    let date = WrittenDate { day: Some(day), month: Some(month), ..WrittenDate::default() };
    Some(with_year(date, after))
}

fn with_year(date: WrittenDate, after: Cursor) -> (WrittenDate, Cursor) {
    let year = after.skip_sign(&[',']).skip_word(OF).skip_word(&["ano"]).skip_sign(DASHES).number(4..=4);
    match year {
        Some((year, behind)) => (WrittenDate { year: i32::try_from(year).ok(), ..date }, behind),
        None => (date, after),
    }
}

/// `2023-08-09`, `09.08.23`, `09/08/2023`. With dots the day stands first: nobody writes the month so.
fn numeric(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (first, after) = at.number(1..=4)?;
    let (sign, _) = after.close()?.next()?;
    let same = |at: Cursor<'_>| {
        at.close().is_some_and(|at| at.peek().is_some_and(|atom| atom.folded == sign.folded))
    };
    if !["/", "-", "."].contains(&&*sign.folded) {
        return None;
    }
    let (second, after) = after.next()?.1.close()?.number(1..=2)?;
    let (third, end) = Some(after).filter(|after| same(*after))?.next()?.1.close()?.number(1..=4)?;
    let digits = |number: Cursor<'_>| number.peek().map_or(0, |atom| atom.folded.len());
    let date = |day, month, year: u32, either| WrittenDate {
        weekday: None,
        day: Some(day),
        month: Some(month),
        year: i32::try_from(year).ok(),
        either,
    };
    if digits(at) == 4 {
        return (third < 100).then_some((date(third, second, first, false), end));
    }
    let year = match digits(after.next()?.1) {
        4 => third,
        2 => 2000 + third,
        _ => return None,
    };
    Some((
        read_either(first, second, sign.folded != ".", |day, month, either| date(day, month, year, either)),
        end,
    ))
}

/// `10/08` after a weekday or `dia`.
pub(crate) fn short_numeric(at: Cursor) -> Option<(WrittenDate, Cursor)> {
    let (first, after) = at.number(1..=2)?;
    let (second, end) = after.close()?.sign(&['/', '.'])?.close()?.number(1..=2)?;
    if end
        .close()
        .is_some_and(|end| end.sign(&['/', '.']).and_then(|end| end.close()?.number(1..=4)).is_some())
    {
        return None;
    }
    let date = |day, month, either| WrittenDate {
        day: Some(day),
        month: Some(month),
        either,
        ..WrittenDate::default()
    };
    Some((read_either(first, second, true, date), end))
}

/// Day and month in whichever order is possible, the day first if both are.
fn read_either(
    first: u32,
    second: u32,
    open: bool,
    date: impl Fn(u32, u32, bool) -> WrittenDate,
) -> WrittenDate {
    if open && second > 12 && first <= 12 {
        return date(second, first, false);
    }
    date(first, second, open && first <= 12 && second <= 12 && first != second)
}

impl WrittenDate {
    /// Whether day and month are said.
    pub(crate) fn is_full(&self) -> bool {
        self.day.is_some() && self.month.is_some()
    }
}
