//! One session in a form.

use crate::edit::fields::{ChoiceField, LineField, TextField};
use crate::edit::sessions::languages::Languages;
use crate::edit::sessions::links::{JoinLink, Links};
use crate::edit::sessions::move_tools::MoveTools;
use crate::edit::sessions::session_zone::SessionZone;
use crate::edit::sessions::speakers::Speakers;
use crate::edit::sessions::track_mark::{TrackName, track_options};
use crate::edit::sessions::when_fields::WhenFields;
use crate::edit::words::{name_of, title_of};
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::{Change, List, duplicate, session_place};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`SessionForm`].
#[derive(Properties, PartialEq)]
pub struct SessionFormProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
    /// The event's tracks.
    pub tracks: Rc<[TrackName]>,
}

/// One session in a form.
#[component]
pub fn SessionForm(SessionFormProps { index, tracks }: &SessionFormProps) -> Html {
    let (lang, workspace, index) = (use_lang(), use_workspace(), *index);
    let texts = lang.edit();
    let place = session_place(index);
    let document = workspace.document();
    let copy = {
        let workspace = workspace.clone();
        move |_| {
            workspace.dispatch(Action::by(move |document| duplicate(document, index).into_iter().collect()));
            workspace.dispatch(Action::GoTo(session_place(index + 1).key("title")));
        }
    };
    let remove = {
        let (workspace, place) = (workspace.clone(), place.clone());
        let words = fill(texts.removed, &[("title", &title_of(document, index, lang))]);
        move |_| workspace.dispatch(Action::Take(vec![Change::Remove(place.clone())], words.clone()))
    };
    let venues = document.list(&List::Venues.place()).iter().map(|venue| {
        let id = venue.get("id").and_then(|id| id.as_str()).unwrap_or_default().to_owned();
        (AttrValue::from(id), AttrValue::from(name_of(document, venue, "name", lang)))
    });
    let venues = [("".into(), texts.none.into())].into_iter().chain(venues).collect::<Vec<_>>();
    let words = |all: &[(&'static str, &'static str)]| -> Vec<(AttrValue, AttrValue)> {
        all.iter().map(|(word, label)| ((*word).into(), (*label).into())).collect()
    };
    let modes = words(&[
        ("open", texts.mode_open),
        ("closed", texts.mode_closed),
        ("full", texts.mode_full),
        ("waitlist", texts.mode_waitlist),
        ("invitation", texts.mode_invitation),
        ("none", texts.mode_none),
    ]);
    let statuses = words(&[
        ("confirmed", texts.confirmed),
        ("tentative", texts.tentative),
        ("cancelled", texts.cancelled),
        ("postponed", texts.postponed),
        ("rescheduled", texts.rescheduled),
    ]);
    html! {
        <section class="form" aria-label={texts.session} key={index}>
            <div class="form-head">
                <h2>{texts.session}</h2>
                <button type="button" class="plain" onclick={copy}>{texts.duplicate}</button>
                <button type="button" class="plain" onclick={remove}>{texts.remove}</button>
            </div>
            <TextField place={place.key("title")} label={texts.title} rows={2} />
            <WhenFields {index} />
            <div class="pair">
                <ChoiceField place={place.key("track")} label={texts.track} options={track_options(tracks, texts.for_all)} />
                <LineField place={place.key("registration").key("capacity")} label={texts.capacity} is_number={true} />
            </div>
            <p class="hint">{texts.capacity_help}</p>
            <Speakers {index} />
            <JoinLink {index} />
            <ChoiceField place={place.key("venue")} label={texts.venue} options={venues} />
            <TextField place={place.key("summary")} label={texts.summary} help={texts.summary_help} rows={4} />
            <div class="pair">
                <ChoiceField place={place.key("kind")} label={texts.kind} default="session"
                    options={words(&[("session", texts.kind_session), ("break", texts.pause)])} />
                <ChoiceField place={place.key("status")} label={texts.status} default="confirmed" options={statuses} />
            </div>
            <ChoiceField place={place.key("registration").key("mode")} label={texts.mode} help={texts.mode_help} default="open" options={modes} />
            <SessionZone {index} />
            <Languages {index} />
            <Links {index} />
            <MoveTools {index} />
        </section>
    }
}
