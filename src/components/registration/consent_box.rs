//! Something to agree to: one box, never ticked beforehand.

use crate::state::{FormAction, FormState};
use crate::view::View;
use huso_registration::Target;
use huso_registration::form::Consent;
use yew::{Callback, Event, Html, html};

/// The id of a consent's box, inside the shadow root.
pub fn box_id(index: usize) -> String {
    format!("consent-{index}")
}

/// Something to agree to; `index` says which of the form's consents it is, from 0.
pub fn consent_box(
    view: &View,
    consent: &Consent,
    index: usize,
    state: &FormState,
    act: &Callback<FormAction>,
) -> Html {
    let say = view.lang.form();
    let id = box_id(index);
    let fault_id = format!("{id}-fault");
    let fault = state.fault(&Target::Consent(consent.id.clone()));
    let name = consent.id.clone();
    let onchange = act.reform(move |_: Event| FormAction::Consent(name.clone()));
    html! {
        <div class={if fault.is_some() { "field wrong" } else { "field" }}>
            <div class="check">
                <input
                    type="checkbox"
                    id={id.clone()}
                    name={format!("consent-{}", consent.id)}
                    checked={state.consents.contains(&consent.id)}
                    aria-invalid={fault.is_some().then_some("true")}
                    aria-describedby={fault.is_some().then(|| fault_id.clone())}
                    aria-required={consent.required.then_some("true")}
                    {onchange}
                />
                <label for={id}>
                    {view.text(&consent.text).to_owned()}
                    if !consent.required {
                        <span class="optional">{format!(" ({})", say.optional)}</span>
                    }
                </label>
            </div>
            if let Some(url) = &consent.url {
                <p class="hint">
                    <a href={view.address(url)} target="_blank" rel="noopener noreferrer">{say.read_more}</a>
                </p>
            }
            if let Some(fault) = fault {
                <p class="fault" id={fault_id}>{fault.to_owned()}</p>
            }
        </div>
    }
}
