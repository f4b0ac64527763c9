//! Compares what is imported with an event file.

use super::aligned::{aligned, id};
use super::fields::{Versions, of_event, of_session};
use super::item::{Comparison, FieldChange, Item, Kind};
use super::matching::matching;
use super::times;
use crate::change::Change;
use crate::document::Document;
use crate::place::Place;
use huso_agenda::slug::unused;
use serde_json::Value;
use std::collections::HashSet;

/// What importing would do to an event file, `base` being what was imported into it last.
///
/// Sessions are recognised by their ids, titles and times, and keep their ids. What somebody edited by hand since the last
/// import stays, and says so; without a base everything is by hand.
///
/// ```
/// use huso_edit::{Document, Kind, compare};
/// let event = |sessions: &str| Document::parse(&format!(r#"{{"sessions": [{sessions}]}}"#)).unwrap();
/// let imported = event(r#"{"id": "a", "title": "A", "start": "2027-08-09T10:00"}"#);
/// let edited = event(r#"{"id": "a", "title": "By hand", "start": "2027-08-09T10:00"}"#);
/// let next = event(r#"{"id": "a", "title": "A", "start": "2027-08-09T11:00"}"#);
/// let comparison = compare(&edited, Some(&imported), &next);
/// assert_eq!(comparison.items[0].kind, Kind::Moved);
/// assert_eq!(comparison.items[0].fields.len(), 1);
/// ```
pub fn compare(current: &Document, base: Option<&Document>, incoming: &Document) -> Comparison {
    let incoming = Document::from(aligned(current, incoming));
    let pairs = pairs(current, base, &incoming);
    let incoming = with_ids(incoming, &pairs, current, base);
    let fields = of_event(current, base, &incoming);
    let event = (!fields.is_empty()).then(|| {
        let is_by_hand = fields.iter().any(|field| field.by_hand);
        Item { kind: Kind::Event, current: None, incoming: None, fields, is_by_hand }
    });
    let sessions = pairs.iter().filter_map(|pair| pair.item(current, base, &incoming));
    Comparison { items: event.into_iter().chain(sessions).collect(), incoming }
}

/// One session in up to three event files, by its numbers there.
#[derive(Default)]
struct Pair {
    current: Option<usize>,
    base: Option<usize>,
    incoming: Option<usize>,
}

fn pairs(current: &Document, base: Option<&Document>, incoming: &Document) -> Vec<Pair> {
    let (ours, theirs) = (current.sessions(), incoming.sessions());
    let before = base.map(Document::sessions).unwrap_or_default();
    let was = matching(theirs, before);
    let by_id = |wanted: &str| ours.iter().position(|session| id(session) == wanted);
    let kept = |at: &usize| before.get(*at).and_then(|session| by_id(id(session)));
    let mut here: Vec<Option<usize>> = was.iter().map(|at| at.as_ref().and_then(kept)).collect();
    match_the_rest(&mut here, &was, ours, theirs);
    let of_current = ours.iter().enumerate().map(|(at, session)| Pair {
        current: Some(at),
        base: before.iter().position(|other| id(other) == id(session)),
        incoming: here.iter().position(|found| *found == Some(at)),
    });
    let of_incoming = (0..theirs.len()).filter(|at| here.get(*at).is_some_and(Option::is_none));
    let of_incoming = of_incoming.map(|at| Pair {
        base: was.get(at).copied().flatten(),
        incoming: Some(at),
        ..Pair::default()
    });
    of_current.chain(of_incoming).collect()
}

/// What was never imported may be in the event file all the same: somebody wrote it there.
fn match_the_rest(here: &mut [Option<usize>], was: &[Option<usize>], ours: &[Value], theirs: &[Value]) {
    let open: Vec<usize> = (0..ours.len()).filter(|at| !here.contains(&Some(*at))).collect();
    let new: Vec<usize> = (0..theirs.len()).filter(|at| was.get(*at).is_some_and(Option::is_none)).collect();
    let pick = |all: &[Value], which: &[usize]| {
        which.iter().filter_map(|at| all.get(*at).cloned()).collect::<Vec<_>>()
    };
    let found = matching(&pick(theirs, &new), &pick(ours, &open));
    for (at, found) in new.iter().zip(found) {
        if let Some(place) = here.get_mut(*at) {
            *place = found.and_then(|found| open.get(found).copied());
        }
    }
}

/// What is imported, its sessions under the ids that they have in the event file or had in what was imported last.
fn with_ids(incoming: Document, pairs: &[Pair], current: &Document, base: Option<&Document>) -> Document {
    let before = base.map(Document::sessions).unwrap_or_default();
    let known = current.sessions().iter().chain(before);
    let mut taken: HashSet<String> = known.map(|session| id(session).to_owned()).collect();
    let mut changes = Vec::new();
    for pair in pairs {
        let Some((at, own)) = pair.incoming.and_then(|at| Some((at, incoming.sessions().get(at)?))) else {
            continue;
        };
        let there = pair.current.and_then(|at| current.sessions().get(at));
        let there = there.or_else(|| before.get(pair.base?));
        let name = there.map_or_else(|| unused(id(own), &mut taken), |there| id(there).to_owned());
        if name != id(own) {
            changes.push(Change::Set(Place::parse("sessions").index(at).key("id"), name.into()));
        }
    }
    incoming.with(&changes)
}

impl Pair {
    fn item(&self, current: &Document, base: Option<&Document>, incoming: &Document) -> Option<Item> {
        let ours = self.current.and_then(|at| current.sessions().get(at));
        let before = base.and_then(|base| base.sessions().get(self.base?));
        let theirs = self.incoming.and_then(|at| incoming.sessions().get(at));
        let item = |kind, fields, is_by_hand| Item {
            kind,
            current: self.current,
            incoming: self.incoming,
            fields,
            is_by_hand,
        };
        Some(match (ours, theirs) {
            (Some(current), Some(incoming)) => {
                let fields = of_session(&Versions { current, base: before, incoming });
                item(kind(&fields), fields, before != Some(current))
            }
            // What was never imported is not missed.
            (Some(_), None) if base.is_some() && before.is_none() => item(Kind::Same, Vec::new(), true),
            (Some(current), None) => item(Kind::Removed, Vec::new(), before != Some(current)),
            (None, Some(_)) => item(Kind::Added, Vec::new(), before.is_some()),
            (None, None) => return None,
        })
    }
}

fn kind(fields: &[FieldChange]) -> Kind {
    let starts_elsewhere = |field: &FieldChange| {
        let start =
            |value: &Option<Value>| value.as_ref().map(|value| (times::day(value), times::start(value)));
        field.key == "start" && !field.by_hand && start(&field.old) != start(&field.new)
    };
    match fields {
        [] => Kind::Same,
        fields if fields.iter().any(starts_elsewhere) => Kind::Moved,
        _ => Kind::Changed,
    }
}
