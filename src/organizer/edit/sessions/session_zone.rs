//! The zone of a session's times, where it isn't the event's.

use crate::edit::event::ZoneSearch;
use crate::edit::fields::{FieldFaults, use_field};
use crate::edit::words::{zone_at, zone_label};
use crate::frame::use_lang;
use crate::workspace::{Action, Checked};
use huso_announcement::places::Match;
use huso_edit::{Change, session_place};
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html, use_context, use_state_eq};

/// Properties of [`SessionZone`].
#[derive(Properties, PartialEq)]
pub struct SessionZoneProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
}

/// Whose clocks a session's times are of. Another zone keeps the clock: 09:00 stays 09:00.
#[component]
pub fn SessionZone(SessionZoneProps { index }: &SessionZoneProps) -> Html {
    let lang = use_lang();
    let (texts, checked, is_open) = (lang.edit(), use_context::<Checked>(), use_state_eq(|| false));
    let place = session_place(*index).key("timezone");
    let (field, workspace) = use_field(&place);
    let name = match zone_at(workspace.document(), &place).zip(checked) {
        Some((zone, checked)) => zone_label(&checked, zone.name(), lang),
        None => field.typed(),
    };
    let has_own = !name.is_empty();
    let on_open = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    let onpick = {
        let (workspace, place, is_open) = (workspace.dispatcher(), place.clone(), is_open.setter());
        Callback::from(move |offer: Match| {
            is_open.set(false);
            workspace.dispatch(Action::Change(vec![Change::Set(place.clone(), offer.zone.into())]));
        })
    };
    let on_reset = {
        let workspace = workspace.dispatcher();
        move |_| workspace.dispatch(Action::Change(vec![Change::Remove(place.clone())]))
    };
    html! {
        <div class="field session-zone">
            <p class="label">{texts.session_zone}</p>
            <p>
                {if has_own { name } else { texts.place_of_event.to_owned() }}{" "}
                <button type="button" class="plain" aria-expanded={is_open.to_string()} onclick={on_open}>{texts.other_zone}</button>
                if has_own { {" "}<button type="button" class="plain" onclick={on_reset}>{texts.use_event_zone}</button> }
            </p>
            <div class="about" id={field.described_by()}>
                <FieldFaults field={field.clone()} />
                if *is_open { <p class="hint">{texts.session_zone_help}</p> }
            </div>
            if *is_open || !field.faults.is_empty() { <ZoneSearch id={field.id.clone()} label={texts.other_zone} {onpick} /> }
        </div>
    }
}
