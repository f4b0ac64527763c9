//! When something begins or ends.

use crate::edit::fields::{Field, use_field};
use crate::edit::words::{elsewhere, event_zone};
use crate::workspace::{Action, Checked};
use huso_agenda::wall_time;
use huso_edit::{Change, Place};
use web_sys::{HtmlInputElement, InputEvent};
use yew::{AttrValue, Html, Properties, TargetCast as _, component, html, use_context};

use crate::frame::use_lang;

/// Properties of [`MomentField`].
#[derive(Properties, PartialEq)]
pub struct MomentFieldProps {
    /// Its value's place.
    pub place: Place,
    /// What it asks for.
    pub label: AttrValue,
}

/// A date and a time of the event's zone, with what the other countries' clocks show then.
#[component]
pub fn MomentField(MomentFieldProps { place, label }: &MomentFieldProps) -> Html {
    let (lang, (field, workspace)) = (use_lang(), use_field(place));
    let checked = use_context::<Checked>();
    let zone = event_zone(workspace.document());
    let moment = zone.zip(wall_time::wall_time(&field.typed()).ok());
    let others = moment.zip(checked.as_ref()).map(|((zone, wall), checked)| {
        elsewhere(checked, &zone, zone.resolve(wall).instant(), None, lang).join(", ")
    });
    let oninput = {
        let place = place.clone();
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            workspace.dispatch(Action::Type(Change::text(place.clone(), &typed)));
        }
    };
    // What such a field can't show, as `24:00`, is shown as it is written.
    let kind = if field.typed().is_empty() || moment_can_be_shown(&field.typed()) {
        "datetime-local"
    } else {
        "text"
    };
    html! {
        <Field field={field.clone()} {label} help={others.unwrap_or_default()}>
            <input type={kind} id={field.id.clone()} data-place={field.id.clone()} value={field.typed()} {oninput}
                aria-invalid={field.invalid()} aria-describedby={field.described_by()} />
        </Field>
    }
}

fn moment_can_be_shown(written: &str) -> bool {
    wall_time::wall_time(written).is_ok() && !written.contains("T24") && written.contains('T')
}
