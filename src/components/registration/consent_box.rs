//! Something to agree to: one box, never ticked beforehand.

use super::reducer::FormAction;
use crate::context::{use_event, use_locale};
use huso_i18n::Texts as _;
use huso_registration::controls::fault_id;
use huso_registration::form::Consent;
use yew::{AttrValue, Callback, Event, Html, Properties, component, html};

/// Properties of [`ConsentBox`].
#[derive(Properties, PartialEq)]
pub struct ConsentBoxProps {
    /// What is agreed to.
    pub consent: Consent,
    /// The box's id.
    pub id: AttrValue,
    /// Whether it is ticked.
    pub is_given: bool,
    /// What is wrong with that.
    pub fault: Option<AttrValue>,
    /// Changes the form.
    pub dispatch: Callback<FormAction>,
}

/// Something to agree to.
#[component]
pub fn ConsentBox(props: &ConsentBoxProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.form();
    let ConsentBoxProps { consent, id, fault, .. } = props;
    let fault_id = fault_id(id);
    let onchange = {
        let id = consent.id.clone();
        props.dispatch.reform(move |_: Event| FormAction::Consent(id.clone()))
    };
    html! {
        <div class={if fault.is_some() { "field wrong" } else { "field" }}>
            <div class="check">
                <input type="checkbox" id={id.clone()} name={format!("consent-{}", consent.id)}
                    aria-invalid={fault.is_some().then_some("true")}
                    aria-describedby={fault.is_some().then(|| fault_id.clone())}
                    aria-required={consent.required.then_some("true")}
                    checked={props.is_given} {onchange} />
                <label for={id.clone()}>
                    {locale.text(&consent.text).to_owned()}
                    if !consent.required { <span class="optional">{format!(" ({})", texts.optional)}</span> }
                </label>
            </div>
            if let Some(url) = &consent.url {
                <p class="hint">
                    <a href={event.address(url)} target="_blank" rel="noopener noreferrer">{texts.read_more}</a>
                </p>
            }
            if let Some(fault) = fault { <p class="fault" id={fault_id}>{fault}</p> }
        </div>
    }
}
