//! Importing again into an event file that was edited since.

use huso_edit::{Change, Comparison, Document, Item, Kind, Place, apply, compare, gaps};
use serde_json::{Value, json};
use std::collections::HashSet;

fn event(sessions: Value) -> Document {
    Document::from(json!({
        "huso": 1,
        "id": "meeting",
        "title": "Meeting",
        "timezone": "America/Bogota",
        "tracks": [{"id": "pitch", "name": "Pitch"}],
        "sessions": sessions,
    }))
}

fn session(id: &str, title: &str, start: &str, end: &str) -> Value {
    json!({"id": id, "title": title, "start": format!("2023-08-{start}"), "end": format!("2023-08-{end}")})
}

fn first() -> Document {
    event(json!([
        session("opening", "Inauguración", "09T09:00", "09T09:30"),
        session("keynote", "Turismo sostenible y regenerativo", "09T09:30", "09T10:35"),
        session("workshop", "Preparación del pitch comercial", "09T14:30", "09T16:00"),
        session("pitches", "Sesiones de pitch", "16T09:00", "16T11:20"),
    ]))
}

fn set(document: &Document, place: &str, value: Value) -> Document {
    document.with(&[Change::Set(Place::parse(place), value)])
}

fn find(comparison: &Comparison, kind: Kind) -> Option<&Item> {
    comparison.items.iter().find(|item| item.kind == kind)
}

fn kinds(comparison: &Comparison) -> Vec<Kind> {
    comparison.items.iter().map(|item| item.kind).collect()
}

/// All that is done unless somebody says otherwise.
fn proposed(current: &Document, comparison: &Comparison) -> Document {
    let chosen = comparison.items.iter().enumerate().filter(|(_, item)| item.is_proposed()).map(|(at, _)| at);
    apply(current, comparison, &chosen.collect(), &HashSet::new())
}

#[test]
fn what_is_the_same_stays_as_it_is() {
    let same = compare(&first(), Some(&first()), &first());
    assert_eq!(kinds(&same), [Kind::Same; 4]);
    assert_eq!(proposed(&first(), &same), first());
}

#[test]
fn edits_by_hand_stay_and_the_imported_value_is_offered() {
    let mut edited = set(&first(), "sessions[1].title", json!("Mi título"));
    edited = set(&edited, "sessions[0].summary", json!("Con himno"));
    let mut next = set(&first(), "sessions[1].title", json!("Turismo regenerativo y sostenible"));
    next = set(&next, "sessions[1].capacity", json!(130));
    let comparison = compare(&edited, Some(&first()), &next);
    assert_eq!(kinds(&comparison), [Kind::Same, Kind::Changed, Kind::Same, Kind::Same]);
    let fields: Vec<_> =
        comparison.items[1].fields.iter().map(|field| (field.key.as_str(), field.by_hand)).collect();
    assert_eq!(fields, [("title", true), ("capacity", false)]);
    let after = proposed(&edited, &comparison);
    assert_eq!(after.str(&Place::parse("sessions[1].title")), "Mi título");
    assert_eq!(after.get(&Place::parse("sessions[1].capacity")), Some(&json!(130)));
    assert_eq!(after.str(&Place::parse("sessions[0].summary")), "Con himno");
    let taken = HashSet::from([(1, "title".to_owned())]);
    let after = apply(&edited, &comparison, &HashSet::new(), &taken);
    assert_eq!(after.str(&Place::parse("sessions[1].title")), "Turismo regenerativo y sostenible");
    assert_eq!(after.get(&Place::parse("sessions[1].capacity")), None);
}

#[test]
fn what_moves_is_told_and_keeps_its_id() {
    let next = event(json!([
        session("inauguracion", "INAUGURACIÓN", "09T09:00:00", "09T09:30"),
        session("x", "Preparación del pitch comercial", "09T14:00", "09T15:30"),
    ]));
    let comparison = compare(&first(), Some(&first()), &next);
    let moved = find(&comparison, Kind::Moved).unwrap();
    assert_eq!(moved.current, Some(2));
    assert_eq!(moved.fields[0].old.as_ref().unwrap()["start"], "2023-08-09T14:30");
    assert_eq!(moved.fields[0].new.as_ref().unwrap()["start"], "2023-08-09T14:00");
    let after = proposed(&first(), &comparison);
    assert_eq!(after.sessions()[2]["id"], "workshop");
    assert_eq!(after.sessions()[2]["end"], "2023-08-09T15:30");
    assert_eq!(comparison.incoming.sessions()[0]["id"], "opening");
}

#[test]
fn nothing_is_taken_out_unless_somebody_says_so() {
    let mut edited = set(&first(), "sessions[3].title", json!("Pitches"));
    edited = set(&edited, "sessions[4]", session("mine", "De la casa", "17T09:00", "17T10:00"));
    let next = event(json!([first().sessions()[0], first().sessions()[1]]));
    let comparison = compare(&edited, Some(&first()), &next);
    let removed: Vec<_> = comparison.items.iter().filter(|item| item.kind == Kind::Removed).collect();
    assert_eq!(
        removed.iter().map(|item| (item.current, item.is_by_hand)).collect::<Vec<_>>(),
        [(Some(2), false), (Some(3), true)]
    );
    assert_eq!(proposed(&edited, &comparison), edited);
    let all = (0..comparison.items.len()).collect();
    let after = apply(&edited, &comparison, &all, &HashSet::new());
    let ids: Vec<_> = after.sessions().iter().map(|session| session["id"].clone()).collect();
    assert_eq!(ids, ["opening", "keynote", "mine"]);
}

#[test]
fn what_was_taken_out_by_hand_is_not_put_back() {
    let edited = first().with(&[Change::Remove(Place::parse("sessions[1]"))]);
    let comparison = compare(&edited, Some(&first()), &first());
    let added = find(&comparison, Kind::Added).unwrap();
    assert!(added.is_by_hand && !added.is_proposed());
    assert_eq!(proposed(&edited, &comparison), edited);
}

#[test]
fn what_is_new_stands_by_its_time_with_what_it_names() {
    let mut next = event(json!([session("x", "Pitch: empresas de Chile", "16T08:00", "16T08:35")]));
    next = set(&next, "venues", json!([{"id": "pitch", "name": "Sala 1"}]));
    next = set(&next, "tracks", json!([{"id": "t1", "name": "PITCH"}]));
    next = set(&next, "sessions[0].track", json!("t1"));
    next = set(&next, "sessions[0].venue", json!("pitch"));
    let after = proposed(&first(), &compare(&first(), Some(&first()), &next));
    let titles: Vec<_> = after.sessions().iter().map(|session| session["title"].clone()).collect();
    assert_eq!(titles[3..], ["Pitch: empresas de Chile", "Sesiones de pitch"]);
    assert_eq!(after.sessions()[3]["track"], "pitch");
    assert_eq!(after.list(&Place::parse("tracks")).len(), 1);
    assert_eq!(after.list(&Place::parse("venues")), [json!({"id": "pitch", "name": "Sala 1"})]);
}

#[test]
fn an_id_that_is_taken_gets_a_number() {
    let mine = set(&first(), "sessions[4]", session("closing", "Brindis", "17T09:00", "17T10:00"));
    let next = event(json!([
        session("closing", "Brindis", "17T09:00", "17T10:00"),
        session("closing", "Clausura", "17T16:00", "17T17:00"),
    ]));
    let after = proposed(&mine, &compare(&mine, Some(&first()), &next));
    assert_eq!(after.sessions().last().unwrap()["id"], "closing-2");
    assert_eq!(after.sessions().len(), 6);
}

#[test]
fn without_a_base_all_is_by_hand() {
    let next = set(
        &set(&first(), "sessions[0].title", json!("Inauguración oficial")),
        "sessions[0].summary",
        json!("Nueva"),
    );
    let comparison = compare(&first(), None, &next);
    let fields: Vec<_> =
        comparison.items[0].fields.iter().map(|field| (field.key.as_str(), field.by_hand)).collect();
    assert_eq!(fields, [("title", true), ("summary", false)]);
}

#[test]
fn another_zone_is_said_by_each_session() {
    let next = set(&first(), "timezone", json!("America/Santiago"));
    let comparison = compare(&first(), Some(&first()), &next);
    let after = proposed(&first(), &comparison);
    assert_eq!(after.str(&Place::parse("timezone")), "America/Bogota");
    assert_eq!(after.str(&Place::parse("sessions[0].timezone")), "America/Santiago");
}

#[test]
fn the_events_own_texts_and_lists_are_one_item() {
    let mut next = set(&first(), "title", json!("Encuentro"));
    next = set(&next, "tracks[0].color", json!("#0a5c9e"));
    let comparison = compare(&first(), Some(&first()), &next);
    let keys: Vec<_> =
        find(&comparison, Kind::Event).unwrap().fields.iter().map(|field| field.key.clone()).collect();
    assert_eq!(keys, ["title", "tracks[0].color"]);
    assert_eq!(proposed(&first(), &comparison), next);
}

#[test]
fn gaps_are_found_and_filled() {
    let between = gaps(&first());
    assert_eq!(between.len(), 1);
    assert_eq!((between[0].minutes(), between[0].is_meal()), (235, true));
    let after = between[0].filled(&first(), "Almuerzo");
    assert_eq!(
        after.sessions()[2],
        json!({"id": "lunch", "title": "Almuerzo", "start": "2023-08-09T10:35", "end": "2023-08-09T14:30", "kind": "break"})
    );
    assert!(gaps(&after).is_empty());
}
