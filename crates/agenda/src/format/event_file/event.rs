//! The event, and what its sessions refer to.

use super::session::SessionEntry;
use super::timezone_rules::TimezoneRules;
use crate::decode::List;
use crate::text::Text;
use crate::{keywords, record};

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
