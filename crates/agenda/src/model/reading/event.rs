//! The event.

use super::lists::{organizers, speakers, tracks, venues};
use super::session::sessions;
use super::values::{instant_at, not_empty, safe_link};
use super::zones::{database, shown_zones, zone};
use crate::decode::Decoder;
use crate::event_file::EventFile;
use crate::language::{Lang, Locale};
use crate::model::agenda::Agenda;
use crate::nearest::nearest;
use crate::problem::{Diagnostic, Problem};

impl Agenda {
    /// Makes an agenda of a file. What can't be shown rightly is left out and reported as an error;
    /// only a file without a known zone makes no agenda at all.
    pub fn try_new<R>(file: EventFile<R>) -> (Option<Self>, Vec<Diagnostic>) {
        let mut decoder = Decoder::default();
        let agenda = read(file, &mut decoder);
        (agenda, decoder.into_diagnostics())
    }
}

fn read<R>(file: EventFile<R>, decoder: &mut Decoder) -> Option<Agenda> {
    let locale = file.language.map_or_else(Locale::default, |tag| locale(tag, decoder));
    decoder.key("id", |decoder| not_empty(&file.id, decoder));
    let database = database(file.timezone_rules, decoder);
    let known_zone = decoder.key("timezone", |decoder| zone(&database, &file.timezone, decoder));
    // What else is wrong is found all the same: UTC's clocks neither skip nor repeat a time.
    let zone = known_zone.clone().unwrap_or_default();
    let mut agenda = Agenda {
        id: file.id,
        language: locale.lang,
        locale,
        title: file.title,
        summary: file.summary,
        url: safe_link("url", file.url, decoder),
        calendar: safe_link("calendar", file.calendar, decoder),
        updated: instant_at("updated", file.updated.as_deref(), &zone, decoder),
        zone,
        shown_zones: shown_zones(&database, file.zones, decoder),
        database,
        organizers: organizers(file.organizers, decoder),
        tracks: tracks(file.tracks, decoder),
        venues: venues(file.venues, decoder),
        speakers: speakers(file.speakers, decoder),
        sessions: Vec::new(),
    };
    agenda.sessions = sessions(file.sessions, known_zone.as_ref(), &agenda, decoder);
    known_zone.map(|_| agenda)
}

fn locale(tag: String, decoder: &mut Decoder) -> Locale {
    Locale::from_tag(&tag).unwrap_or_else(|| {
        let meant = nearest(&tag, Lang::ALL.map(Lang::tag));
        decoder.report_at("language", Problem::UnknownLanguage { found: tag, meant });
        Locale::default()
    })
}
