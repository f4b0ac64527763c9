//! The form and colour of a track.

use huso::TrackMark;
use huso_agenda::Lang;
use huso_edit::{Document, List};
use std::rc::Rc;
use yew::{AttrValue, Html, html};

/// A track by its id, as it is shown.
#[derive(Clone, PartialEq)]
pub struct TrackName {
    /// Its id.
    pub id: AttrValue,
    /// Its name.
    pub name: AttrValue,
    /// Its colour, if it has one.
    pub color: Option<AttrValue>,
}

/// The event's tracks.
pub fn tracks(document: &Document, lang: Lang) -> Rc<[TrackName]> {
    let tracks = document.list(&List::Tracks.place()).iter();
    let text = |track: &serde_json::Value, key: &str| {
        track.get(key).and_then(|text| text.as_str()).map(|text| AttrValue::from(text.to_owned()))
    };
    tracks
        .map(|track| {
            let id = text(track, "id").unwrap_or_default();
            let name = crate::edit::words::name_of(document, track, "name", lang);
            TrackName {
                name: if name.is_empty() { id.clone() } else { name.into() },
                id,
                color: text(track, "color"),
            }
        })
        .collect()
}

/// The form and colour of the track of an id; a ring for none.
pub fn mark(tracks: &[TrackName], id: &str) -> Html {
    let track = tracks.iter().position(|track| *track.id == *id);
    let color = track.and_then(|track| tracks.get(track)).and_then(|track| track.color.clone());
    html! { <TrackMark {track} {color} /> }
}

/// The tracks to choose from, with none first.
pub fn track_options(tracks: &[TrackName], none: &'static str) -> Vec<(AttrValue, AttrValue)> {
    let all = tracks.iter().map(|track| (track.id.clone(), track.name.clone()));
    [(AttrValue::from(""), AttrValue::from(none))].into_iter().chain(all).collect()
}
