//! An entry of the agenda.

use crate::decode::List;
use crate::text::Text;
use crate::{keywords, record};

/// What stands for the zone of a session that takes place on everybody's own clocks.
pub const FLOATING: &str = "floating";

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
    #[derive(Default)]
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
