//! The event's zone.

use crate::edit::event::zone_question::ZoneQuestion;
use crate::edit::event::zone_search::ZoneSearch;
use crate::edit::fields::{FieldFaults, use_field};
use crate::edit::words::{zone_at, zone_label};
use crate::frame::use_lang;
use crate::workspace::{Action, Checked};
use huso_agenda::{Lang, Zone};
use huso_announcement::places::Match;
use huso_edit::{Change, Place, sessions_in_event_zone};
use huso_i18n::{Texts as _, zone_names};
use yew::{Callback, Html, component, html, use_context, use_state};

/// The zone in which the event's times are written. Another one asks what stays: the clock or the moment.
#[component]
pub fn EventZone() -> Html {
    let lang = use_lang();
    let texts = lang.edit();
    let place = Place::parse("timezone");
    let (field, workspace) = use_field(&place);
    let checked = use_context::<Checked>();
    let wanted = use_state(|| None::<Zone>);
    let zone = zone_at(workspace.document(), &place);
    let onpick = {
        let (workspace, wanted, zone, place) =
            (workspace.clone(), wanted.setter(), zone.clone(), place.clone());
        Callback::from(move |offer: Match| {
            let Ok(to) = Zone::named(&offer.zone) else { return };
            let is_question = zone.is_some() && !sessions_in_event_zone(workspace.document()).is_empty();
            if is_question && zone.as_ref() != Some(&to) {
                wanted.set(Some(to));
            } else {
                workspace.dispatch(Action::Change(vec![Change::Set(place.clone(), to.name().into())]));
            }
        })
    };
    let name = match &zone {
        Some(zone) => called(checked.as_ref(), zone, lang),
        None => field.typed(),
    };
    let done = {
        let wanted = wanted.setter();
        move |()| wanted.set(None)
    };
    html! {
        <div class="field">
            <p class="label">{texts.event_zone}</p>
            <p class="zone-now">{if name.is_empty() { texts.no_event_zone.to_owned() } else { name }}</p>
            <div class="about" id={field.described_by()}>
                <FieldFaults field={field.clone()} />
                <p class="hint">{texts.event_zone_help}</p>
            </div>
            if let Some((from, to)) = zone.zip((*wanted).clone()) { <ZoneQuestion {from} {to} {done} /> }
            <ZoneSearch id="timezone" label={texts.other_zone} {onpick} />
        </div>
    }
}

/// `Colombia (Bogotá)`
fn called(checked: Option<&Checked>, zone: &Zone, lang: Lang) -> String {
    let place = zone_names::place(zone.name(), lang);
    let label = checked.map(|checked| zone_label(checked, zone.name(), lang)).filter(|label| *label != place);
    label.map_or_else(|| place.clone(), |label| format!("{label} ({place})"))
}
