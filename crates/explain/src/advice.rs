//! What to write instead of what stands at a fault's place.

use crate::spot::{File, Spot};
use crate::times;
use crate::zones;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use huso_agenda::decode::Kind;
use huso_agenda::event_file::FLOATING;
use huso_agenda::{Diagnostic, Instant, Lang, Offsets as _, Problem, Zone, iso, wall_time};
use huso_i18n::{Texts as _, fill};

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Just that.
    Write(String),
    /// Something like that.
    Like(String),
    /// That, if the day stands before the month.
    DayFirst(String),
    /// That, if it is a spreadsheet's number.
    Spreadsheet(String),
    /// That, if it is so many minutes.
    Minutes(u32, String),
    /// The date is missing: that, on such a date.
    AddDate(String),
    /// The time is missing: that, or, of a session, `date` for the whole day.
    AddTime(String, Option<NaiveDate>),
    /// It is an instant, or has its offset: that, on the clocks of a zone.
    OnClocks(String, String),
    /// An offset that doesn't belong there, in a session without a zone: that.
    NoOffset(String),
    /// An hour after midnight, counted on: that.
    NextDay(String),
    /// Zones with the offset that is written.
    Zones(Vec<&'static str>),
}

/// What to write instead of what stands at a fault's place, if that can be known.
pub fn advice(file: &File, fault: &Diagnostic, spot: &Spot) -> Option<Advice> {
    let key = spot.key.unwrap_or_default();
    match &fault.problem {
        Problem::Missing | Problem::NoOptions => {
            example(key, &fault.place).map(|like| Advice::Like(format!("\"{key}\": {like}")))
        }
        Problem::BadWallTime { found } => wall(file, &fault.place, key, found),
        Problem::NoSuchTime { found } => next_day(found),
        Problem::BadDate { found } => date(found),
        Problem::BadDuration { found } => length(found),
        Problem::BadOffset { found } => {
            let seconds = times::seconds(found)?;
            Some(Advice::Write(iso::offset(seconds)))
        }
        // Before a name that resembles it: UTC-5 is not UTC.
        Problem::UnknownZone { found, .. } => zones_at(file, found),
        Problem::WrongKind { expected, found } => {
            wrong_kind(file, &fault.place, key, *expected, *found, spot.raw?)
        }
        _ => None,
    }
}

/// Keys of a wall time.
const WALL_TIMES: [&str; 6] = ["start", "end", "previous_start", "opens", "closes", "updated"];

fn wall(file: &File, place: &str, key: &str, found: &str) -> Option<Advice> {
    if let Some((instant, wall)) = times::with_offset(found) {
        return on_clocks(file, place, instant, Some(wall));
    }
    let moment = times::moment(found);
    let Some(moment) = moment else { return number(file, place, found) };
    Some(match (moment.date, moment.time) {
        (Some(date), Some(time)) => either(moment.day_first, times::wall(date, time)),
        (Some(date), None) => {
            Advice::AddTime(times::wall(date, NINE_THIRTY), (key == "start").then_some(date))
        }
        (None, time) => Advice::AddDate(times::wall(some_day(file), time?)),
    })
}

const NINE_THIRTY: NaiveTime = match NaiveTime::from_hms_opt(9, 30, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A wall time that was written as a spreadsheet's number, or as seconds since 1970.
fn number(file: &File, place: &str, found: &str) -> Option<Advice> {
    if let Some(instant) = times::unix(found) {
        return on_clocks(file, place, instant, None);
    }
    if let Some(minutes) = times::part_of_day(found) {
        let time = NaiveTime::MIN.overflowing_add_signed(TimeDelta::minutes(minutes.into())).0;
        return Some(Advice::AddDate(times::wall(some_day(file), time)));
    }
    times::serial(found).map(|wall| Advice::Spreadsheet(iso::minute(wall)))
}

/// An instant on the clocks of the zone that holds at a place. Nobody's clocks are known for a floating
/// session: there it is the `wall` time that was written.
fn on_clocks(file: &File, place: &str, instant: Instant, wall: Option<NaiveDateTime>) -> Option<Advice> {
    let session =
        place.find("].").filter(|_| place.starts_with("sessions[")).and_then(|end| place.get(..=end));
    let own = session.and_then(|session| string_at(file, &format!("{session}.timezone")));
    let name = own.or_else(|| file.string("timezone").map(str::to_owned))?;
    if name == FLOATING {
        return wall.map(iso::minute).map(Advice::NoOffset);
    }
    // Rules of the file's own may be others than the program's.
    if file.spot("timezone_rules").is_some_and(|spot| spot.raw.is_some()) {
        return None;
    }
    let zone = Zone::named(&name).ok()?;
    Some(Advice::OnClocks(iso::minute(zone.wall_time(instant)), name))
}

/// The string that stands at a place.
fn string_at(file: &File, place: &str) -> Option<String> {
    Some(file.spot(place)?.raw?.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

fn date(found: &str) -> Option<Advice> {
    if let Some(moment) = times::moment(found) {
        return Some(either(moment.day_first, moment.date?.to_string()));
    }
    if let Ok(wall) = wall_time::wall_time(found) {
        return Some(Advice::Write(wall.date().to_string()));
    }
    times::serial(found).map(|wall| Advice::Spreadsheet(wall.date().to_string()))
}

fn either(day_first: bool, text: String) -> Advice {
    if day_first { Advice::DayFirst(text) } else { Advice::Write(text) }
}

/// 24:30 is 00:30 of the next day.
fn next_day(found: &str) -> Option<Advice> {
    let (day, clock) = found.trim().split_once(['T', 't', ' '])?;
    let (hour, rest) = clock.split_once(':')?;
    let hour: u32 = hour.parse().ok().filter(|hour| (24..30).contains(hour))?;
    let wall = wall_time::wall_time(&format!("{day}T{:02}:{rest}", hour - 24)).ok()?;
    Some(Advice::NextDay(iso::minute(wall.checked_add_signed(TimeDelta::days(1))?)))
}

fn length(found: &str) -> Option<Advice> {
    if let Some(minutes) = times::minutes(found) {
        return Some(Advice::Write(times::duration(minutes)));
    }
    let bare = found.trim().parse().ok().filter(|minutes| *minutes > 0);
    if let Some(minutes) = times::clock_minutes(found).or(bare) {
        return Some(Advice::Minutes(minutes, times::duration(minutes)));
    }
    times::part_of_day(found).map(|minutes| Advice::Spreadsheet(times::duration(minutes)))
}

/// The year of examples.
const YEAR: i32 = 2027;

/// A date for examples: that of the first session that has one.
fn some_day(file: &File) -> NaiveDate {
    let first = file.starts().find_map(|start| wall_time::wall_time(start).ok());
    first.map(|wall| wall.date()).unwrap_or_else(|| NaiveDate::from_ymd_opt(YEAR, 8, 11).unwrap_or_default())
}

fn zones_at(file: &File, found: &str) -> Option<Advice> {
    let starts = file.starts().filter_map(|start| wall_time::wall_time(start).ok());
    let mut days: Vec<NaiveDate> = starts.map(|wall| wall.date()).collect();
    if days.is_empty() {
        days = [1, 7].into_iter().filter_map(|month| NaiveDate::from_ymd_opt(YEAR, month, 15)).collect();
    }
    let instants: Vec<Instant> = days.into_iter().map(|day| day.and_time(NaiveTime::MIN).and_utc()).collect();
    let zones = zones::candidates(found, &instants);
    (!zones.is_empty()).then_some(Advice::Zones(zones))
}

/// What was meant by a value of another kind.
fn wrong_kind(file: &File, place: &str, key: &str, expected: Kind, found: Kind, raw: &str) -> Option<Advice> {
    let unquoted = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw).trim();
    let own = match (expected, found) {
        (Kind::String | Kind::Text, Kind::Number) => of_number(file, place, key, raw),
        (Kind::WholeNumber | Kind::Number, Kind::String) => {
            unquoted.parse::<u32>().ok().map(|number| Advice::Write(number.to_string()))
        }
        (Kind::WholeNumber, Kind::Number) => raw
            .parse::<f64>()
            .ok()
            .filter(|number| number.fract() == 0.0 && (0.0..4e9).contains(number))
            .map(|number| Advice::Write(format!("{number:.0}"))),
        (Kind::Boolean, Kind::String | Kind::Number) => {
            truth(unquoted).map(|word| Advice::Write(word.to_owned()))
        }
        (Kind::List, Kind::String | Kind::Object)
            if raw.len() <= 60 && !raw.contains('\n') && raw != "{}" =>
        {
            Some(Advice::Write(format!("[{raw}]")))
        }
        (Kind::String, Kind::List) if raw.len() <= 60 => {
            let inner = raw.strip_prefix('[')?.strip_suffix(']')?.trim();
            let is_one = inner.starts_with('"') && inner.matches('"').count() == 2;
            is_one.then(|| Advice::Write(inner.to_owned()))
        }
        _ => None,
    };
    own.or_else(|| example(key, place).map(|like| Advice::Like(like.to_owned())))
}

/// What was meant by a number where a string belongs.
fn of_number(file: &File, place: &str, key: &str, raw: &str) -> Option<Advice> {
    let signed = || if raw.starts_with('-') { raw.to_owned() } else { format!("+{raw}") };
    let advice = match key {
        "timezone" => return zones_at(file, &signed()),
        _ if WALL_TIMES.contains(&key) => number(file, place, raw)?,
        "date" => date(raw)?,
        "duration" => length(raw)?,
        "utc_offset" => Advice::Write(iso::offset(times::seconds(&signed())?)),
        _ => Advice::Write(raw.to_owned()),
    };
    Some(advice.quoted())
}

/// `true` or `false`, of what people write for it.
fn truth(word: &str) -> Option<&'static str> {
    Some(match word.to_lowercase().as_str() {
        "true" | "sí" | "si" | "yes" | "sim" | "verdadero" | "verdadeiro" | "1" | "x" => "true",
        "false" | "no" | "não" | "nao" | "falso" | "0" => "false",
        _ => return None,
    })
}

/// What belongs under a key, for example. A name that is used in several objects is told by its place.
fn example(key: &str, place: &str) -> Option<&'static str> {
    let within = |list: &str| place.contains(list);
    Some(match key {
        "huso" => "1",
        "id" => "\"opening\"",
        "title" => "\"Opening\"",
        "name" if within("venues[") => "\"Auditorium\"",
        "name" if within("tracks[") => "\"Academic agenda\"",
        "label" if within("zones[") => "\"Chile\"",
        "label" => "\"E-mail\"",
        "timezone" => "\"America/Bogota\"",
        "start" | "end" | "previous_start" | "opens" | "closes" | "updated" => "\"2027-08-11T09:30\"",
        "date" => "\"2027-08-11\"",
        "duration" => "\"PT65M\"",
        "utc_offset" => "\"-04:00\"",
        "language" => "\"es\"",
        "url" | "notice" | "calendar" | "logo" | "photo" => "\"https://www.example.org/\"",
        "type" => "\"email\"",
        "value" => "\"buyer\"",
        "text" => "\"I agree to …\"",
        "field" => "\"email\"",
        "parameter" => "\"utm_source\"",
        "rel" => "\"join\"",
        "options" => "[{\"value\": \"yes\", \"label\": \"Yes\"}]",
        "capacity" | "minimum_age" | "min_sessions" | "max_sessions" | "min_length" | "max_length"
        | "min_choices" | "max_choices" | "revision" => "18",
        "max_bytes" => "5000000",
        "required" | "draft" => "true",
        "color" => "\"#0066cc\"",
        "sessions" => "[{\"id\": \"opening\", \"title\": \"Opening\", \"start\": \"2027-08-11T09:30\"}]",
        "tracks" | "venues" => "[{\"id\": \"main\", \"name\": \"Auditorium\"}]",
        "speakers" if within("sessions[") => "[\"keynote-speaker\"]",
        "zones" if within("timezone_rules") => {
            "{\"America/Santiago\": {\"2027-09-05T04:00:00Z\": \"-03:00\"}}"
        }
        "zones" => "[{\"timezone\": \"America/Santiago\", \"label\": \"Chile\"}]",
        "release" => "\"2027a\"",
        "languages" => "[\"es\", \"en\"]",
        "audience" | "is" => "[\"buyer\"]",
        "accept" => "[\".pdf\"]",
        "links" => "[{\"rel\": \"join\", \"url\": \"https://www.example.org/\"}]",
        "registration" if within("sessions[") => "{\"mode\": \"open\", \"capacity\": 130}",
        "status" if within("success") => "[200, 299]",
        _ => return None,
    })
}

impl Advice {
    /// The same, with what is to be written in quotes.
    fn quoted(self) -> Self {
        let quoted = |text| format!("\"{text}\"");
        match self {
            Self::Write(text) => Self::Write(quoted(text)),
            Self::Spreadsheet(text) => Self::Spreadsheet(quoted(text)),
            Self::Minutes(minutes, text) => Self::Minutes(minutes, quoted(text)),
            Self::AddDate(text) => Self::AddDate(quoted(text)),
            Self::OnClocks(text, zone) => Self::OnClocks(quoted(text), zone),
            Self::NoOffset(text) => Self::NoOffset(quoted(text)),
            other => other,
        }
    }

    /// In words.
    pub fn message(&self, lang: Lang) -> String {
        let texts = lang.explanations();
        let write = |text: &str, write: &str| fill(text, &[("write", write)]);
        match self {
            Self::Write(text) => write(texts.write, text),
            Self::Like(text) => write(texts.write_like, text),
            Self::DayFirst(text) => write(texts.day_first, text),
            Self::Spreadsheet(text) => write(texts.spreadsheet, text),
            Self::Minutes(minutes, text) => {
                fill(texts.minutes, &[("minutes", &minutes.to_string()), ("write", text)])
            }
            Self::AddDate(text) => write(texts.add_date, text),
            Self::AddTime(text, None) => write(texts.add_time, text),
            Self::AddTime(text, Some(date)) => {
                fill(texts.add_time_or_day, &[("write", text), ("date", &date.to_string())])
            }
            Self::OnClocks(text, zone) => fill(texts.on_clocks, &[("write", text), ("zone", zone)]),
            Self::NoOffset(text) => write(texts.no_offset, text),
            Self::NextDay(text) => write(texts.next_day, text),
            Self::Zones(zones) => fill(texts.zones, &[("zones", &zones.join(", "))]),
        }
    }

    /// What to write, where that is known and no example. JSON, where a value of another kind stands.
    pub fn readings(&self) -> Vec<&str> {
        match self {
            Self::Write(text)
            | Self::DayFirst(text)
            | Self::Spreadsheet(text)
            | Self::Minutes(_, text)
            | Self::OnClocks(text, _)
            | Self::NoOffset(text)
            | Self::NextDay(text) => vec![text],
            Self::Zones(zones) => zones.clone(),
            Self::Like(_) | Self::AddDate(_) | Self::AddTime(..) => Vec::new(),
        }
    }

    /// Whether it says so much that an example of what belongs there would be too much.
    pub fn is_whole(&self) -> bool {
        !matches!(self, Self::Like(_))
    }
}
