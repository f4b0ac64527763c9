//! Search and filters.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use huso_agenda::chrono::NaiveTime;
use huso_agenda::find::{Awake, Choices, Facet, Filters, SearchIndex};
use huso_agenda::{Agenda, Zone, event_file};

const FILE: &str = r#"{"huso": 1, "id": "e", "title": "Turismo", "language": "es", "timezone": "America/Santiago",
    "tracks": [{"id": "unused", "name": "Otra"}, {"id": "pitch", "name": "Pitch comercial"}, {"id": "talks", "name": "Agenda académica"}],
    "venues": [{"id": "hall", "name": "Salón Ñuble"}],
    "speakers": [{"id": "d", "name": "Antonín Dvořák", "role": {"es": "Músico", "pt": "Músico de câmara"}, "organization": "ČF"}],
    "sessions": [
        {"id": "open", "title": {"es": "Inauguración", "pt": "Abertura"}, "start": "2027-08-11T09:00", "duration": "PT30M"},
        {"id": "music", "title": "Música", "summary": "De viaje en Perú", "start": "2027-08-11T10:00", "duration": "PT30M",
         "track": "talks", "venue": "hall", "speakers": ["d"], "languages": ["es-CL", "pt-BR"]},
        {"id": "pause", "title": "Pausa", "kind": "break", "start": "2027-08-11T11:00", "duration": "PT20M"},
        {"id": "night", "title": "Rueda con Asia", "start": "2027-08-12T23:30", "duration": "PT40M",
         "track": "pitch", "languages": ["en"], "registration": {"audience": ["inbound"]}},
        {"id": "day", "title": "Feria", "date": "2027-08-12", "registration": {"audience": ["outbound"]}},
        {"id": "local", "title": "Taller", "start": "2027-08-12T06:30", "timezone": "floating"},
        {"id": "some", "title": "Cierre"}]}"#;

fn agenda() -> Agenda {
    let (file, faults) = event_file::parse::<String>(FILE);
    assert!(faults.is_empty(), "{faults:?}");
    let (agenda, faults) = Agenda::try_new(file.unwrap());
    assert!(faults.is_empty(), "{faults:?}");
    agenda.unwrap()
}

fn found(agenda: &Agenda, query: &str) -> Vec<String> {
    let matches = SearchIndex::new(agenda).matches(query);
    agenda
        .sessions
        .iter()
        .zip(matches)
        .filter(|(_, found)| *found)
        .map(|(session, _)| session.id.clone())
        .collect()
}

fn shown(agenda: &Agenda, filters: &Filters, zone: &str) -> Vec<String> {
    let zone: Zone = agenda.database.get(zone).unwrap();
    agenda
        .sessions
        .iter()
        .filter(|session| filters.admits(session, agenda, &zone))
        .map(|session| session.id.clone())
        .collect()
}

fn filters(wanted: &[(Facet, &str)]) -> Filters {
    let mut filters = Filters::default();
    for (facet, value) in wanted {
        filters.toggle(*facet, value);
    }
    filters
}

#[test]
fn search_knows_letters_that_stand_for_several() {
    let file =
        FILE.replace(r#""title": "Taller""#, r#""title": "Taller \ufb01nanciero, Straße, Œuvre, 한국""#);
    assert_ne!(file, FILE);
    let (file, faults) = event_file::parse::<String>(&file);
    assert!(faults.is_empty(), "{faults:?}");
    let agenda = Agenda::try_new(file.unwrap()).0.unwrap();
    for query in
        ["financiero", "\u{fb01}nanciero", "STRASSE", "strasse", "straße", "oeuvre", "œuvre", "한국", "하"]
    {
        assert_eq!(found(&agenda, query), ["local"], "{query}");
    }
    assert_eq!(found(&agenda, "학"), [""; 0], "another syllable of the same first letter");
}

#[test]
fn search_ignores_case_and_accents_of_all_letters() {
    let agenda = agenda();
    for query in [
        "musica",
        "MÚSICA",
        "mu\u{301}sica",
        "DVORAK",
        "dvořák",
        "čf",
        "salon nuble",
        "camara",
        "abertura peru",
    ] {
        let expected: &[&str] = if query.starts_with("abertura") { &[] } else { &["music"] };
        assert_eq!(found(&agenda, query), expected, "{query}");
    }
    assert_eq!(found(&agenda, "  aber  "), ["open"], "in every language of the event");
    assert_eq!(found(&agenda, " ").len(), 7, "no word is in all");
    assert_eq!(found(&agenda, "pitch rueda"), ["night"], "words of any of its texts");
    assert_eq!(found(&agenda, "musicade"), [""; 0], "and none across two");
}

#[test]
fn choices_are_what_tells_sessions_apart() {
    let of = |facet| {
        let all = Choices::of(&agenda());
        all.into_iter().find(|choices| choices.facet == facet).map(|choices| choices.values)
    };
    let values =
        |all: &[(&str, usize)]| Some(all.iter().map(|(value, n)| ((*value).to_owned(), *n)).collect());
    assert_eq!(of(Facet::Day), values(&[("2027-08-11", 3), ("2027-08-12", 3)]));
    assert_eq!(of(Facet::Track), values(&[("pitch", 1), ("talks", 1)]));
    assert_eq!(of(Facet::Language), values(&[("es", 5), ("pt", 1), ("en", 1)]));
    assert_eq!(of(Facet::Audience), values(&[("outbound", 1), ("inbound", 1)]));
    assert_eq!(of(Facet::Venue), None, "there is one");
}

#[test]
fn of_each_facet_one_value_is_enough_and_each_facet_has_to_be_met() {
    let agenda = agenda();
    let shown = |wanted: &[(Facet, &str)]| shown(&agenda, &filters(wanted), "America/Lima");
    assert_eq!(shown(&[]).len(), 7);
    assert_eq!(shown(&[(Facet::Track, "talks"), (Facet::Track, "pitch")]), ["music", "night"]);
    assert_eq!(shown(&[(Facet::Track, "talks"), (Facet::Day, "2027-08-12")]), [""; 0]);
    assert_eq!(shown(&[(Facet::Language, "pt")]), ["music"]);
    assert_eq!(
        shown(&[(Facet::Audience, "inbound")]),
        ["open", "music", "pause", "local", "night", "some"],
        "or for everybody"
    );
    assert_eq!(shown(&[(Facet::Speaker, "d")]), ["music"]);
    assert_eq!(shown(&[(Facet::Track, "talks"), (Facet::Track, "talks")]).len(), 7, "taken back");
}

#[test]
fn hours_are_those_of_the_visitors_clock() {
    let agenda = agenda();
    let awake = |from: u32, until: u32| {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let mut filters = Filters::default();
        filters.awake = Some(Awake { from: at(from), until: at(until) });
        filters
    };
    let hidden = |filters: &Filters, zone: &str| {
        let shown = shown(&agenda, filters, zone);
        agenda
            .sessions
            .iter()
            .map(|session| session.id.clone())
            .filter(|id| !shown.contains(id))
            .collect::<Vec<_>>()
    };
    // 23:30 in Chile is 22:30 in Lima and 12:30 in Tokyo, where 09:00 in Chile is 22:00; what is local is local there.
    assert_eq!(hidden(&awake(7, 22), "America/Santiago"), ["local", "night"]);
    assert_eq!(hidden(&awake(7, 23), "America/Lima"), ["local"]);
    assert_eq!(hidden(&awake(22, 7), "America/Santiago"), ["open", "music", "pause"], "across midnight");
    assert_eq!(
        hidden(&awake(9, 10), "America/Santiago"),
        ["music", "pause", "local", "night"],
        "until before the end"
    );
}

#[test]
fn hours_are_read_as_they_are_written() {
    assert_eq!(Awake::default().key(), "0700-2200");
    assert_eq!(Awake::from_key("0700-2200"), Some(Awake::default()));
    for wrong in ["", "7-22", "0700", "0760-2200", "+700-2200", "2400-0700"] {
        assert_eq!(Awake::from_key(wrong), None, "{wrong}");
    }
}

#[test]
fn what_an_agenda_does_not_have_is_no_filter() {
    let agenda = agenda();
    let tidy =
        filters(&[(Facet::Track, "gone"), (Facet::Track, "pitch"), (Facet::Venue, "gone")]).tidied(&agenda);
    assert_eq!(tidy, filters(&[(Facet::Track, "pitch")]));
    assert_eq!(tidy.count(), 1);
}
