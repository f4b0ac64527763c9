//! Something to agree to: one box, never ticked beforehand.

use crate::components::parts::{block, el, line, link, text};
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
    let mut label = vec![text(view.text(&consent.text))];
    if !consent.required {
        label.push(line("span", "optional", &format!(" ({})", say.optional)));
    }
    let input = html! {
        <input
            type="checkbox"
            id={id.clone()}
            name={format!("consent-{}", consent.id)}
            checked={state.consents.contains(&consent.id)}
            aria-invalid={fault.map(|_| "true")}
            aria-describedby={fault.map(|_| fault_id.clone())}
            aria-required={consent.required.then_some("true")}
            {onchange}
        />
    };
    let label = el("label", &["for"], vec![id.into()], label);
    let mut parts = vec![block("div", "check", vec![input, label])];
    if let Some(url) = &consent.url {
        parts.push(block("p", "hint", vec![link(view.address(url), say.read_more)]));
    }
    if let Some(fault) = fault {
        parts.push(el("p", &["class", "id"], vec!["fault".into(), fault_id.into()], vec![text(fault)]));
    }
    block("div", if fault.is_some() { "field wrong" } else { "field" }, parts)
}
