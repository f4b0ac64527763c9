//! Who invites, and what sessions refer to.

use super::values::safe_link;
use crate::decode::{Decoder, Ids, List, each};
use crate::event_file::{Organizer, Speaker, Track, Venue};
use crate::problem::Problem;

pub(super) fn organizers(all: List<Organizer>, decoder: &mut Decoder) -> Vec<Organizer> {
    each(all, "organizers", decoder, |mut organizer, decoder| {
        organizer.url = safe_link("url", organizer.url, decoder);
        organizer.logo = safe_link("logo", organizer.logo, decoder);
        Some(organizer)
    })
}

pub(super) fn tracks(all: List<Track>, decoder: &mut Decoder) -> Vec<Track> {
    let mut ids = Ids::default();
    each(all, "tracks", decoder, |mut track, decoder| {
        if let Some(found) = track.color.take_if(|color| !is_color(color)) {
            decoder.report_at("color", Problem::BadColor { found });
        }
        ids.is_new(&track.id, decoder).then_some(track)
    })
}

pub(super) fn venues(all: List<Venue>, decoder: &mut Decoder) -> Vec<Venue> {
    let mut ids = Ids::default();
    each(all, "venues", decoder, |mut venue, decoder| {
        venue.url = safe_link("url", venue.url, decoder);
        ids.is_new(&venue.id, decoder).then_some(venue)
    })
}

pub(super) fn speakers(all: List<Speaker>, decoder: &mut Decoder) -> Vec<Speaker> {
    let mut ids = Ids::default();
    each(all, "speakers", decoder, |mut speaker, decoder| {
        speaker.url = safe_link("url", speaker.url, decoder);
        speaker.photo = safe_link("photo", speaker.photo, decoder);
        ids.is_new(&speaker.id, decoder).then_some(speaker)
    })
}

/// Whether it is `#rgb` or `#rrggbb`.
fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
