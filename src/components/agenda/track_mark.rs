//! The form and colour by which one knows a track: never alone, always beside its name.

use huso_agenda::{Agenda, Session};
use yew::{AttrValue, Html, Properties, component, html};

/// The forms, in the order of the agenda's tracks, on a square of 8.
const FORMS: &[&str] =
    &["M4 0a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", "M0.5 0.5h7v7h-7z", "M4 0.5l4 7h-8z", "M4 0l4 4l-4 4l-4-4z"];
/// What is for everybody: a ring.
const RING: &str = "M4 1a3 3 0 1 1 0 6a3 3 0 1 1 0-6z";

/// Properties of [`TrackMark`].
#[derive(Properties, PartialEq)]
pub struct TrackMarkProps {
    /// Which of the agenda's tracks it is, from 0; `None` for what is for everybody.
    pub track: Option<usize>,
    /// The track's colour, if it has one.
    #[prop_or_default]
    pub color: Option<AttrValue>,
}

/// A track's form in its colour. An SVG, since strict policies of the page around forbid inline styles.
#[component]
pub fn TrackMark(props: &TrackMarkProps) -> Html {
    let form = props.track.map(|track| FORMS.get(track % FORMS.len()).copied().unwrap_or_default());
    let class = if form.is_some() { "track-mark" } else { "track-mark ring" };
    html! {
        <svg {class} width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" color={props.color.clone()}>
            <path d={form.unwrap_or(RING)} />
        </svg>
    }
}

/// Whether a session is for everybody: its event has tracks, and it belongs to none.
pub fn is_for_all(session: &Session, agenda: &Agenda) -> bool {
    session.track.is_none() && agenda.tracks.len() > 1 && session.registration.audience.is_empty()
}
