//! Dates, times, durations and offsets as people and spreadsheets write them, and how the event file does.

use huso_agenda::chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use huso_agenda::{Instant, Lang, iso, wall_time};
use huso_i18n::Texts as _;

/// A date or a time of day, or both, read from something that is not the event file's form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The date.
    pub date: Option<NaiveDate>,
    /// The time of day.
    pub time: Option<NaiveTime>,
    /// Whether the day was taken to stand before the month, and could stand after it.
    pub day_first: bool,
}

/// One word, number or sign of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number(String),
    Word(String),
    Sign(char),
}

/// Reads what people write for a date and a time: `11/8/2027 9:30`, `11 de agosto de 2027, 9.30 h`, `9:30 AM`.
/// `None` where anything in it is not understood.
pub fn moment(text: &str) -> Option<Moment> {
    let mut tokens = tokens(text);
    let mut moment = Moment::default();
    if let Some((date, day_first, from, to)) = date(&tokens) {
        tokens.drain(from..to);
        (moment.date, moment.day_first) = (Some(date), day_first);
    }
    let filler = |token: &Token| match token {
        Token::Sign(sign) => matches!(sign, ',' | '-' | '–'),
        Token::Word(word) => {
            matches!(
                word.as_str(),
                "t" | "a" | "las" | "la" | "as" | "at" | "el" | "on" | "h" | "hrs" | "hs" | "horas" | "hora"
            ) || is_weekday(word)
        }
        Token::Number(_) => false,
    };
    // The h of 9h30 and the a of a. m. are not filler.
    let start = tokens.iter().position(|token| !filler(token)).unwrap_or(tokens.len());
    let clock = tokens.get(start..)?;
    if !clock.is_empty() {
        moment.time = Some(time(clock)?);
    }
    (moment.date.is_some() || moment.time.is_some()).then_some(moment)
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut joins = false;
    for c in text.chars() {
        let same = joins.then(|| tokens.last_mut()).flatten();
        joins = c.is_alphanumeric();
        match (c, same) {
            (c, Some(Token::Number(number))) if c.is_ascii_digit() => number.push(c),
            (c, Some(Token::Word(word))) if c.is_alphabetic() => word.extend(c.to_lowercase()),
            (c, _) if c.is_ascii_digit() => tokens.push(Token::Number(c.to_string())),
            (c, _) if c.is_alphabetic() => tokens.push(Token::Word(c.to_lowercase().collect())),
            (c, _) if c.is_whitespace() => {}
            (c, _) => tokens.push(Token::Sign(c)),
        }
    }
    tokens
}

/// A date, whether its day was taken to be first, and which tokens it is.
fn date(tokens: &[Token]) -> Option<(NaiveDate, bool, usize, usize)> {
    use Token::{Number, Sign, Word};
    (0..tokens.len()).find_map(|from| match tokens.get(from..)? {
        [Number(a), Sign(one), Number(b), Sign(other), Number(c), ..]
            if one == other && "/-.".contains(*one) =>
        {
            let (date, day_first) = numeric(a, b, c)?;
            Some((date, day_first, from, from + 5))
        }
        [Number(day), rest @ ..] => {
            let of = |token: Option<&Token>| matches!(token, Some(Word(word)) if matches!(word.as_str(), "de" | "of" | "do" | "del"));
            let skip = usize::from(of(rest.first()));
            let Some(Word(name)) = rest.get(skip) else { return None };
            let skip_2 = skip + 1 + usize::from(of(rest.get(skip + 1)));
            let Some(Number(year)) = rest.get(skip_2) else { return None };
            let date = calendar(year, month(name)?.to_string().as_str(), day)?;
            Some((date, false, from, from + 1 + skip_2 + 1))
        }
        [Word(name), Number(day), rest @ ..] => {
            let skip = usize::from(rest.first() == Some(&Sign(',')));
            let Some(Number(year)) = rest.get(skip) else { return None };
            let date = calendar(year, month(name)?.to_string().as_str(), day)?;
            Some((date, false, from, from + 2 + skip + 1))
        }
        _ => None,
    })
}

/// A date of three numbers, and whether it could be read with the month first too.
fn numeric(a: &str, b: &str, c: &str) -> Option<(NaiveDate, bool)> {
    if a.len() == 4 {
        return Some((calendar(a, b, c)?, false));
    }
    let (day_first, month_first) = (calendar(c, b, a), calendar(c, a, b));
    match (day_first, month_first) {
        (Some(date), other) => Some((date, other.is_some_and(|other| other != date))),
        (None, Some(date)) => Some((date, false)),
        (None, None) => None,
    }
}

fn calendar(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let year = match year.len() {
        2 => 2000 + year.parse::<i32>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// A month's number by its name in one of our languages, or by the name's first letters.
fn month(name: &str) -> Option<usize> {
    Lang::ALL.into_iter().find_map(|lang| {
        let months = lang.dates().months;
        let is_it = |month: &&str| name.chars().count() >= 3 && month.to_lowercase().starts_with(name);
        months.iter().position(is_it).map(|index| index + 1)
    })
}

fn is_weekday(name: &str) -> bool {
    let is_it = |day: &&str| name.chars().count() >= 3 && day.to_lowercase().starts_with(name);
    Lang::ALL.into_iter().any(|lang| lang.dates().weekdays.iter().any(&is_it))
}

/// A time of day that is all there is.
fn time(tokens: &[Token]) -> Option<NaiveTime> {
    let mut rest = tokens;
    let mut number = || {
        let (first, after) = rest.split_first()?;
        let Token::Number(number) = first else { return None };
        rest = after;
        number.parse::<u32>().ok().filter(|_| number.len() <= 2)
    };
    let hour = number()?;
    let mut parts = [0, 0];
    for part in &mut parts {
        let between = matches!(rest.first(), Some(Token::Sign(':' | '.')))
            || matches!(rest.first(), Some(Token::Word(h)) if h == "h");
        if !between || !matches!(rest.get(1), Some(Token::Number(_))) {
            break;
        }
        rest = rest.get(1..)?;
        let (first, after) = rest.split_first()?;
        let Token::Number(digits) = first else { return None };
        *part = digits.parse().ok().filter(|_| digits.len() == 2)?;
        rest = after;
    }
    let [minute, second] = parts;
    let letters: String = rest
        .iter()
        .map(|token| match token {
            Token::Word(word) => word.as_str(),
            Token::Sign('.') => "",
            _ => "?",
        })
        .collect();
    let hour = match letters.as_str() {
        "" | "h" | "hr" | "hrs" | "hs" | "horas" | "hora" => hour,
        "am" if (1..=12).contains(&hour) => hour % 12,
        "pm" if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    // A number alone is no time of day.
    let is_marked = tokens.len() > 1;
    NaiveTime::from_hms_opt(hour, minute, second).filter(|_| is_marked)
}

/// A wall time with an offset or `Z` behind it, as an instant, and the wall time alone.
pub fn with_offset(text: &str) -> Option<(Instant, NaiveDateTime)> {
    let text = text.trim().replacen(' ', "T", 1);
    let at = text.get(11..)?.find(['Z', 'z', '+', '-', '\u{2212}'])? + 11;
    let (wall, offset) = text.split_at_checked(at)?;
    // Fractions of a second are what JavaScript writes.
    let wall = wall_time::wall_time(wall.split('.').next()?.trim_end()).ok()?;
    let offset = if offset.eq_ignore_ascii_case("z") { 0 } else { seconds(offset)? };
    Some((wall.checked_sub_signed(TimeDelta::seconds(offset.into()))?.and_utc(), wall))
}

/// An offset in seconds east, of what people write: `-5`, `-0500`, `GMT-5`, `UTC−05:00`.
pub fn seconds(text: &str) -> Option<i32> {
    let text: String = text.trim().to_uppercase().replace(['\u{2212}', '–'], "-").replace(' ', "");
    let text = text.trim_matches(['(', ')']);
    let text = ["UTC", "GMT"].into_iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text);
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "0"),
    };
    let number =
        |text: &str| text.parse::<i32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

/// A length in minutes, of what people write with its unit: `65 min`, `1 h 30`, `1h30m`, `2 horas`.
pub fn minutes(text: &str) -> Option<u32> {
    let (mut total, mut after_hours) = (0_u32, false);
    let tokens = tokens(text);
    let mut rest = tokens.as_slice();
    if rest.is_empty() {
        return None;
    }
    while let [Token::Number(number), after @ ..] = rest {
        let number: u32 = number.parse().ok()?;
        (total, after_hours, rest) = match after {
            [Token::Word(unit), after @ ..]
                if matches!(
                    unit.as_str(),
                    "h" | "hr" | "hrs" | "hs" | "hora" | "horas" | "hour" | "hours"
                ) =>
            {
                (total.checked_add(number.checked_mul(60)?)?, true, after)
            }
            [Token::Word(unit), after @ ..]
                if matches!(
                    unit.as_str(),
                    "m" | "min" | "mins" | "minuto" | "minutos" | "minute" | "minutes"
                ) =>
            {
                (total.checked_add(number)?, false, after)
            }
            [] if after_hours => (total.checked_add(number)?, false, after),
            _ => return None,
        };
        if let [Token::Word(and), after @ ..] = rest
            && matches!(and.as_str(), "y" | "e" | "and")
        {
            rest = after;
        }
        if let [Token::Sign('.'), after @ ..] = rest {
            rest = after;
        }
    }
    rest.is_empty().then_some(total).filter(|total| *total > 0)
}

/// A length written like a clock, `1:30` or `01:30:00`, in minutes.
pub fn clock_minutes(text: &str) -> Option<u32> {
    let parts: Vec<u32> = text.trim().split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [hours, minutes] | [hours, minutes, 0] if *minutes < 60 => {
            hours.checked_mul(60)?.checked_add(*minutes)
        }
        _ => None,
    }
    .filter(|total| *total > 0)
}

/// The wall time of a spreadsheet's serial number: days since 30 December 1899, to the minute. `None` unless
/// it is a day of this century.
pub fn serial(number: &str) -> Option<NaiveDateTime> {
    let number: f64 = number.trim().replace(',', ".").parse().ok()?;
    if !(36_526.0..73_050.0).contains(&number) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, below 2³⁰")]
    let minutes = (number * 1_440.0).round() as u64;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(minutes / 1_440))?;
    day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(i64::try_from(minutes % 1_440).ok()?))
}

/// The minutes of a spreadsheet's time of day or length: a part of a day.
pub fn part_of_day(number: &str) -> Option<u32> {
    let number: f64 = number.trim().replace(',', ".").parse().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "up to 1440")]
    let minutes = (number * 1_440.0).round() as u32;
    (number > 0.0 && number < 1.0 && minutes > 0).then_some(minutes)
}

/// The instant of a number of seconds, or milliseconds, since 1970. `None` unless it is of this century.
pub fn unix(number: &str) -> Option<Instant> {
    let number: i64 = number.trim().parse().ok()?;
    let seconds = if number > 100_000_000_000 { number / 1_000 } else { number };
    DateTime::from_timestamp(seconds, 0).filter(|_| (946_684_800..4_102_444_800).contains(&seconds))
}

/// As the event file has it: `PT65M`.
pub fn duration(minutes: u32) -> String {
    format!("PT{minutes}M")
}

/// As the event file has it: `2027-08-11T09:30`.
pub fn wall(date: NaiveDate, time: NaiveTime) -> String {
    iso::minute(date.and_time(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Option<String> {
        let moment = moment(text)?;
        let mark = if moment.day_first { "?" } else { "" };
        Some(match (moment.date, moment.time) {
            (Some(date), Some(time)) => wall(date, time) + mark,
            (Some(date), None) => date.to_string() + mark,
            (None, time) => format!("T{}", time?.format("%H:%M")),
        })
    }

    #[test]
    fn dates_and_times_of_people_are_read() {
        for (text, is) in [
            ("14/07/2027 9:30", Some("2027-07-14T09:30")),
            ("11/8/2027 9:30", Some("2027-08-11T09:30?")),
            ("8/14/2027 9:30", Some("2027-08-14T09:30")),
            ("11.08.27", Some("2027-08-11?")),
            ("11/11/2027", Some("2027-11-11")),
            ("2027/08/11 09:30:00", Some("2027-08-11T09:30")),
            ("2027-8-11T9:30", Some("2027-08-11T09:30")),
            ("2027-08-11 9:30 PM", Some("2027-08-11T21:30")),
            ("2027-08-11, 9.30 h", Some("2027-08-11T09:30")),
            ("11 de agosto de 2027, 9:30 a. m.", Some("2027-08-11T09:30")),
            ("miércoles 11 de agosto de 2027 a las 21h30", Some("2027-08-11T21:30")),
            ("August 11, 2027 12:15 am", Some("2027-08-11T00:15")),
            ("11 ago 2027", Some("2027-08-11")),
            ("9:30", Some("T09:30")),
            ("09:30:00", Some("T09:30")),
            ("9:30 p.m.", Some("T21:30")),
            ("9 am", Some("T09:00")),
            ("21h", Some("T21:00")),
            ("mañana", None),
            ("9", None),
            ("9:30 Chile", None),
            ("9:30 - 10:30", None),
            ("13:30 pm", None),
            ("31/02/2027 9:30", None),
            ("", None),
        ] {
            assert_eq!(written(text).as_deref(), is, "{text}");
        }
    }

    #[test]
    fn numbers_of_spreadsheets_are_read() {
        let at = |number| serial(number).map(iso::minute);
        // What LibreOffice shows for them.
        assert_eq!(at("45123").as_deref(), Some("2023-07-16T00:00"));
        assert_eq!(at("46610.395833").as_deref(), Some("2027-08-11T09:30"));
        assert_eq!(at("46610,999999").as_deref(), Some("2027-08-12T00:00"));
        assert_eq!((at("930"), at("20270811"), at("x")), (None, None, None));
        assert_eq!(part_of_day("0.3958333"), Some(570));
        assert_eq!(part_of_day("1.5"), None);
        assert_eq!(
            unix("1817976600").map(|at| iso::minute(at.naive_utc())).as_deref(),
            Some("2027-08-11T09:30")
        );
        assert_eq!(unix("1817976600000"), unix("1817976600"));
        assert_eq!(unix("30"), None);
    }

    #[test]
    fn offsets_and_lengths_of_people_are_read() {
        for text in ["-5", "-05", "-0500", "-500", "-5:00", "GMT-5", "UTC−05:00", "utc -5", "(UTC-05:00)"] {
            assert_eq!(seconds(text), Some(-18_000), "{text}");
        }
        assert_eq!(
            (seconds("+5:30"), seconds("5"), seconds("GMT"), seconds("-99")),
            (Some(19_800), None, None, None)
        );
        for text in ["90 min", "1 h 30", "1h30m", "1 hora y 30 minutos", "1 hr. 30 min.", "90m"] {
            assert_eq!(minutes(text), Some(90), "{text}");
        }
        assert_eq!((minutes("90"), minutes("media hora"), minutes("")), (None, None, None));
        assert_eq!(
            (clock_minutes("1:30"), clock_minutes("01:30:00"), clock_minutes("1:75")),
            (Some(90), Some(90), None)
        );
        let instant = |text| with_offset(text).map(|(at, _)| iso::minute(at.naive_utc()));
        for text in [
            "2027-07-14T10:00-04:00",
            "2027-07-14T14:00Z",
            "2027-07-14 14:00:00.000Z",
            "2027-07-14T10:00:00-0400",
        ] {
            assert_eq!(instant(text).as_deref(), Some("2027-07-14T14:00"), "{text}");
        }
        assert_eq!(instant("2027-07-14T10:00"), None);
    }
}
