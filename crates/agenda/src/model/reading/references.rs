//! Ids that name something elsewhere in the file.

use crate::decode::Decoder;
use crate::model::agenda::Agenda;
use crate::nearest::nearest;
use crate::problem::Problem;

/// An id, if it is one of a list; another is reported, with the one that it resembles or whose name it
/// is. `entries` are the list's ids, each with its names.
pub fn known<'a>(
    id: String,
    list: &'static str,
    entries: impl Iterator<Item = (&'a str, Vec<&'a str>)> + Clone,
    decoder: &mut Decoder,
) -> Option<String> {
    if entries.clone().any(|(known, _)| known == id) {
        return Some(id);
    }
    let named = || entries.clone().find(|(_, names)| nearest(&id, names.iter().copied()).is_some());
    let meant = nearest(&id, entries.clone().map(|(known, _)| known)).or_else(|| Some(named()?.0));
    let meant = meant.map(str::to_owned);
    let known = entries.map(|(known, _)| known.to_owned()).collect();
    decoder.report(Problem::UnknownId { id, list, meant, known });
    None
}

/// The same for the id that stands at `key`, if one does.
pub(super) fn known_at<'a>(
    key: &str,
    id: Option<String>,
    list: &'static str,
    entries: impl Iterator<Item = (&'a str, Vec<&'a str>)> + Clone,
    decoder: &mut Decoder,
) -> Option<String> {
    let id = id?;
    decoder.key(key, |decoder| known(id, list, entries, decoder))
}

/// The ids of the tracks, each with its names.
pub(super) fn tracks(agenda: &Agenda) -> impl Iterator<Item = (&str, Vec<&str>)> + Clone {
    agenda.tracks.iter().map(|track| (track.id.as_str(), track.name.all()))
}

/// The ids of the venues, each with its names.
pub(super) fn venues(agenda: &Agenda) -> impl Iterator<Item = (&str, Vec<&str>)> + Clone {
    agenda.venues.iter().map(|venue| (venue.id.as_str(), venue.name.all()))
}

/// The ids of the speakers, each with its name.
pub(super) fn speakers(agenda: &Agenda) -> impl Iterator<Item = (&str, Vec<&str>)> + Clone {
    agenda.speakers.iter().map(|speaker| (speaker.id.as_str(), vec![speaker.name.as_str()]))
}
