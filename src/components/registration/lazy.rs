//! The form, which only who may register downloads. In the package, what nothing but [`load`] leads to is a
//! file of its own (docs/decisions/0013); elsewhere it is in the program.
#![allow(unsafe_code, reason = "the macro imports the function from that file")]

use super::delivery::{Delivery, DeliveryProps};
use crate::embed::{Config, resolve};
use crate::state::NotLoaded;
use crate::view::{Registered, Registration};
use huso_agenda::Agenda;
use huso_agenda::decode::Value;
use huso_registration::Form;
use huso_registration::form_file::Endpoint;
use yew::Html;
use yew::virtual_dom::VChild;

/// What the form's part of the program can do.
#[derive(Clone, Copy)]
pub struct FormPart {
    /// Reads an event file's `registration`, as the element's attributes want it.
    pub read: fn(&Value, &Agenda, &Config) -> Registered,
    /// The form.
    pub view: fn(DeliveryProps) -> Html,
}

const PART: FormPart = FormPart { read, view };

/// Fetches the part. One that didn't come is fetched again when it is asked for again.
///
/// # Errors
/// It didn't come, or is of another build.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(form, fallible)]
pub fn load() -> Result<FormPart, NotLoaded> {
    Ok(PART)
}

/// The part, which is in the program.
///
/// # Errors
/// None.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<FormPart, NotLoaded> {
    Ok(PART)
}

fn read(registration: &Value, agenda: &Agenda, config: &Config) -> Registered {
    let (form, faults) = Form::read(registration, agenda);
    let in_file = form.as_ref().and_then(|form| form.endpoint.clone());
    let endpoint = match (&config.endpoint, in_file) {
        (Some(url), Some(endpoint)) => Some(Endpoint { url: url.clone(), ..endpoint }),
        (Some(url), None) => Some(Endpoint::huso(url.clone())),
        (None, endpoint) => endpoint,
    };
    let endpoint = endpoint.filter(|_| !config.preview);
    let endpoint = endpoint.map(|one| Endpoint { url: resolve(&one.url, &config.base), ..one });
    Box::new(Box::new(Registration { form, endpoint, faults }))
}

fn view(props: DeliveryProps) -> Html {
    // Another event's form, or another endpoint's, is another form.
    let to = props.view.endpoint().map(|endpoint| endpoint.url.as_str()).unwrap_or_default();
    let key = [&props.view.agenda().id, " ", to].concat();
    VChild::<Delivery>::new(props, Some(key.into())).into()
}
