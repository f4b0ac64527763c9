//! Something to agree to: one box, never ticked beforehand.

use crate::view::ViewRef;
use huso_registration::form::Consent;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, Properties, TargetCast as _, component, html};

/// Properties of [`ConsentBox`].
#[derive(Properties, PartialEq)]
pub struct ConsentProps {
    /// The event.
    pub view: ViewRef,
    /// What is agreed to.
    pub consent: Consent,
    /// Which of the form's consents it is, from 0: makes its ids.
    pub index: usize,
    /// Whether it is given.
    pub given: bool,
    /// What has to be corrected.
    pub fault: Option<String>,
    /// Told of each change.
    pub on_consent: Callback<(String, bool)>,
}

/// The id of a consent's box, inside the shadow root.
pub fn box_id(index: usize) -> String {
    format!("consent-{index}")
}

/// Something to agree to.
#[component]
pub fn ConsentBox(props: &ConsentProps) -> Html {
    let (view, consent) = (&props.view, &props.consent);
    let say = view.lang.form();
    let id = box_id(props.index);
    let fault_id = format!("{id}-fault");
    let onchange = {
        let (on_consent, name) = (props.on_consent.clone(), consent.id.clone());
        Callback::from(move |event: Event| {
            let ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
            on_consent.emit((name.clone(), ticked));
        })
    };
    html! {
        <div class={if props.fault.is_some() { "field wrong" } else { "field" }}>
            <div class="check">
                <input
                    type="checkbox"
                    id={id.clone()}
                    name={format!("consent-{}", consent.id)}
                    checked={props.given}
                    aria-invalid={props.fault.is_some().then_some("true")}
                    aria-describedby={props.fault.is_some().then(|| fault_id.clone())}
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
            if let Some(fault) = &props.fault {
                <p class="fault" id={fault_id}>{fault.clone()}</p>
            }
        </div>
    }
}
