//! The event file as written: version 1 of the format (docs/event-file.md).
//!
//! These types hold what stands in the file, checked for kind only; [`crate::Agenda`] is what it
//! means. The registration form is `R`: its types live in `huso-registration`, above this crate.

use crate::decode::{ByKey, Decode, Decoder, Kind, List, Value};
use crate::encoding::{self, FileKind};
use crate::problem::{Diagnostic, Problem};
use crate::text::Text;
use crate::zone::Instant;
use crate::{keywords, record, wall_time};

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;

record! {
    /// An event: its agenda and, if it takes any, its registration.
    pub struct EventFile<R> {
        /// Version of the format: 1.
        huso: u32,
        /// Names the event in addresses, calendars and submissions; never changes.
        id: String,
        /// The event's name.
        title: Text,
        /// IANA time zone in which the times of this file are written, such as `America/Bogota`.
        timezone: String,
        ;
        /// BCP 47 tag of every plain string in the file; `es` unless given.
        language: Option<String>,
        /// What the event is about. Paragraphs are parted by blank lines.
        summary: Option<Text>,
        /// The event's page.
        url: Option<String>,
        /// Address of the agenda as a calendar (.ics) that programs subscribe to: huso serve has it at
        /// `/events/ID/calendar.ics`.
        calendar: Option<String>,
        /// Wall time `YYYY-MM-DDThh:mm` of the last change of this file: calendars replace what they hold
        /// from before.
        updated: Option<String>,
        /// Zones shown beside each session, in this order; Chile, Colombia, Peru and Mexico unless given.
        zones: List<ShownZone>,
        /// Who invites.
        organizers: List<Organizer>,
        /// Strands that sessions belong to.
        tracks: List<Track>,
        /// Places, real and online.
        venues: List<Venue>,
        /// People who speak.
        speakers: List<Speaker>,
        /// The agenda, in any order.
        sessions: List<SessionEntry>,
        /// The form, and where its answers go.
        registration: Option<R>,
        /// Rules of time zones, used where they are newer than the program's.
        timezone_rules: Option<TimezoneRules>,
    }
}

record! {
    /// A zone to show, and the place name that readers know it by.
    pub struct ShownZone {
        /// IANA name.
        timezone: String,
        /// The place: "Chile", never an abbreviation such as CLT.
        label: Text,
        ;
    }
}

record! {
    /// Who invites.
    pub struct Organizer {
        /// As the public knows them.
        name: String,
        ;
        /// Their page.
        url: Option<String>,
        /// Their logo, an image.
        logo: Option<String>,
    }
}

record! {
    /// A strand that sessions belong to.
    pub struct Track {
        /// Named by sessions.
        id: String,
        /// As readers see it.
        name: Text,
        ;
        /// `#rgb` or `#rrggbb`; never the only mark of the track.
        color: Option<String>,
    }
}

record! {
    /// A place, real or online.
    pub struct Venue {
        /// Named by sessions.
        id: String,
        /// As readers see it.
        name: Text,
        ;
        /// Whether one goes there or connects.
        kind: Option<VenueKind>,
        /// Street address.
        address: Option<String>,
        /// Its page or map.
        url: Option<String>,
    }
}

record! {
    /// Somebody who speaks.
    pub struct Speaker {
        /// Named by sessions.
        id: String,
        /// In full.
        name: String,
        ;
        /// What they are: "Director of …".
        role: Option<Text>,
        /// For whom.
        organization: Option<String>,
        /// Their page.
        url: Option<String>,
        /// Their portrait, an image.
        photo: Option<String>,
    }
}

record! {
    /// One entry of the agenda. Its time is `start` with `end` or `duration`; or `date` alone for all
    /// day; or none of them while it is to be confirmed.
    pub struct SessionEntry {
        /// Names the session in calendars and submissions; never changes.
        id: String,
        /// As readers see it.
        title: Text,
        ;
        /// What it is about. Paragraphs are parted by blank lines.
        summary: Option<Text>,
        /// Wall time `YYYY-MM-DDThh:mm`; `24:00` is the next day's 00:00.
        start: Option<String>,
        /// Wall time `YYYY-MM-DDThh:mm`.
        end: Option<String>,
        /// ISO 8601 duration such as `PT65M`, instead of `end`.
        duration: Option<String>,
        /// `YYYY-MM-DD`: all day, never converted.
        date: Option<String>,
        /// IANA zone of this session's times where it is not the event's; `floating` for the time of
        /// wherever one is, never converted.
        timezone: Option<String>,
        /// `-04:00`: settles which of two equal wall times is meant when clocks are set back.
        utc_offset: Option<String>,
        /// Whether it takes place; `confirmed` unless given, or `rescheduled` where there is a
        /// `previous_start`.
        status: Option<SessionStatus>,
        /// Wall time before it was rescheduled.
        previous_start: Option<String>,
        /// How often its time, place or status was changed; calendars replace a lower number. Taken from
        /// `updated` unless given.
        revision: Option<u32>,
        /// Id of its venue before it was moved to another, or online.
        previous_venue: Option<String>,
        /// Session or break; `session` unless given.
        kind: Option<SessionKind>,
        /// Id of its track.
        track: Option<String>,
        /// Id of its venue.
        venue: Option<String>,
        /// Ids of its speakers.
        speakers: List<String>,
        /// BCP 47 tags of the languages spoken.
        languages: Vec<String>,
        /// Whether and by whom it can be chosen.
        registration: Option<SessionRegistration>,
        /// Where to join, and what came of it.
        links: List<SessionLink>,
    }
}

record! {
    /// Whether and by whom a session can be chosen in the form.
    pub struct SessionRegistration {
        ;
        /// `open` unless given.
        mode: Option<SessionMode>,
        /// Wall time from which it can be chosen, in the session's zone.
        opens: Option<String>,
        /// Wall time from which it can't any more, in the session's zone.
        closes: Option<String>,
        /// Seats.
        capacity: Option<u32>,
        /// Audiences it is for, answers of the form's `audience_field`; for everybody when empty.
        audience: Vec<String>,
    }
}

record! {
    /// A link that belongs to a session.
    pub struct SessionLink {
        /// What it leads to.
        rel: LinkRel,
        /// https, http, mailto or tel; relative to the event file.
        url: String,
        ;
        /// Its text; named after `rel` unless given.
        label: Option<Text>,
    }
}

record! {
    /// Rules of time zones as some release of the IANA time zone database has them; written by
    /// `huso convert --refresh-rules`.
    pub struct TimezoneRules {
        /// The release, such as `2026f`. Rules as old as the program's, or older, are not used.
        release: String,
        /// For each zone, its UTC offset from each instant on: `{"2027-09-05T04:00:00Z": "-03:00"}`.
        /// Before the first instant the program's own rules hold.
        zones: ByKey<ZoneOffsets>,
        ;
        /// Instant from which the program's own rules hold again; never unless given.
        until: Option<String>,
    }
}

/// A zone's UTC offsets in seconds east, and from when on: in order, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneOffsets(pub Vec<(Instant, i32)>);

/// A zone of which one entry can't be read is not read at all: it would be wrong from there on.
impl Decode for ZoneOffsets {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let Value::Object(members) = value else { return decoder.wrong_kind(Kind::Object, value) };
        if members.is_empty() {
            decoder.report(Problem::Empty);
            return None;
        }
        let mut offsets = Vec::new();
        for (from, offset) in &ByKey::<String>::decode(value, decoder)?.0 {
            decoder.key(from, |decoder| match (wall_time::instant(from), wall_time::offset(offset)) {
                (Ok(from), Ok(offset)) => offsets.push((from, offset)),
                (Err(problem), _) | (_, Err(problem)) => decoder.report(problem),
            });
        }
        offsets.sort_unstable();
        (offsets.len() == members.len()).then_some(Self(offsets))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ZoneOffsets {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ZoneOffsets".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A zone's UTC offset from each instant on.",
            "type": "object",
            "propertyNames": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
            "additionalProperties": {"type": "string", "pattern": r"^([+-]\d\d:\d\d|Z)$"},
            "minProperties": 1
        })
    }
}

keywords! {
    /// Whether one goes to a venue or connects to it.
    pub enum VenueKind {
        /// One connects.
        #[default]
        Online = "online",
        /// One goes there.
        Onsite = "onsite",
    }
}

keywords! {
    /// Whether a session takes place.
    pub enum SessionStatus {
        /// As announced.
        #[default]
        Confirmed = "confirmed",
        /// Planned, not certain.
        Tentative = "tentative",
        /// It does not take place.
        Cancelled = "cancelled",
        /// It takes place later, nobody knows when.
        Postponed = "postponed",
        /// It takes place at another time than announced.
        Rescheduled = "rescheduled",
    }
}

keywords! {
    /// What an entry of the agenda is.
    pub enum SessionKind {
        /// Something to attend.
        #[default]
        Session = "session",
        /// A pause.
        Break = "break",
    }
}

keywords! {
    /// Whether a session can be chosen in the form.
    pub enum SessionMode {
        /// It can.
        #[default]
        Open = "open",
        /// It could, or will be; not now.
        Closed = "closed",
        /// No seat is left, nor one on a list.
        Full = "full",
        /// No seat is left; whoever chooses it is put on the list.
        Waitlist = "waitlist",
        /// By those who are invited (the form's `invitation_field`).
        Invitation = "invitation",
        /// It needs no registration.
        None = "none",
    }
}

keywords! {
    /// What a session's link leads to.
    pub enum LinkRel {
        /// The room to connect to.
        Join = "join",
        /// The recording.
        Recording = "recording",
        /// The slides.
        Slides = "slides",
        /// A report.
        Report = "report",
        /// A registration of its own.
        Register = "register",
        /// Anything else.
        #[default]
        More = "more",
    }
}

/// Reads an event file from its text. Returns what could be read of it (`None` if not even the
/// event's name could) and everything that is wrong with it, in the file's order.
pub fn parse<R: Decode>(text: &str) -> (Option<EventFile<R>>, Vec<Diagnostic>) {
    let mut decoder = Decoder::default();
    // Text that was pasted may have a byte order mark too; JSON parsers refuse it.
    let text = text.trim_start_matches('\u{feff}');
    let file = match serde_json::from_str(text) {
        Ok(value) => read(text, &value, &mut decoder),
        Err(error) => {
            decoder.report(match text {
                blank if blank.trim().is_empty() => Problem::Empty,
                markup if encoding::is_markup(markup) => Problem::WrongFile { found: FileKind::Markup },
                _ => not_json(text, &error),
            });
            None
        }
    };
    (file, decoder.into_diagnostics())
}

/// Where a text stops being JSON, in characters: serde_json counts bytes, and the end of a text and of a line
/// within a string as what stands before them.
fn not_json(text: &str, error: &serde_json::Error) -> Problem {
    let line_start: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let stop = if error.is_eof() { text.len() } else { (line_start + error.column()).saturating_sub(1) };
    let (before, _) = text.split_at(text.floor_char_boundary(stop));
    let line = before.split('\n').next_back().unwrap_or_default();
    Problem::NotJson { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

fn read<R: Decode>(text: &str, value: &Value, decoder: &mut Decoder) -> Option<EventFile<R>> {
    if let Some((line, found, meant)) = encoding::mangled(text) {
        decoder.report(Problem::Mangled { line, found: found.to_owned(), meant });
    }
    let file = EventFile::decode(value, decoder);
    match (value, value.get("sessions")) {
        (Value::Object(_), None | Some(Value::Null)) => decoder.report_at("sessions", Problem::NoSessionList),
        (_, Some(Value::Array(all))) if all.is_empty() => decoder.report_at("sessions", Problem::NoSessions),
        _ => {}
    }
    if let Some(newer) = file.as_ref().map(|file| file.huso).filter(|version| *version != VERSION) {
        decoder.report_at("huso", Problem::NewerVersion { found: newer });
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<Problem> {
        parse::<Value>(text).1.into_iter().map(|fault| fault.problem).collect()
    }

    #[test]
    fn faults_of_json_have_a_line_and_a_column() {
        for (text, line, column) in [
            ("[1,\n 2,]", 2, 4),
            ("{\n  \"ñandú\": 1 2\n}", 2, 14),
            ("{\"a\": \"ñ", 1, 9),
            ("{\"a\": 1,\n", 2, 1),
            ("{\"a\": \"ñ\nb\"}", 1, 9),
            ("{\"a\": \"\\é\"}", 1, 9),
            ("{\"a\": 01}", 1, 8),
        ] {
            assert_eq!(faults(text), [Problem::NotJson { line, column }], "{text}");
        }
    }

    #[test]
    fn deep_texts_are_refused_and_do_not_overflow_the_stack() {
        assert!(matches!(faults(&"[".repeat(100_000))[..], [Problem::NotJson { .. }]));
        let deep = format!("{}{}", "[".repeat(60), "]".repeat(60));
        assert!(matches!(faults(&deep)[..], [Problem::WrongKind { .. }]));
    }

    #[test]
    fn of_a_repeated_key_the_last_counts() {
        let text = r#"{"huso": 2, "id": "a", "title": {"es": "A", "es": "B"}, "timezone": "UTC", "huso": 1, "id": "b"}"#;
        let file = parse::<Value>(text).0.unwrap();
        assert_eq!((file.huso, file.id.as_str(), file.title.all()), (1, "b", vec!["B"]));
    }
}
