//! The part of the program that only who may register downloads: all that nothing but these two functions
//! leads to. The build finds it by their names (xtask/src/split.rs, docs/decisions/0013).

use super::delivery::{Delivery, DeliveryProps};
use crate::embed::{Config, resolve};
use crate::view::{Registered, Registration};
use huso_agenda::Agenda;
use huso_agenda::decode::Value;
use huso_registration::Form;
use huso_registration::form_file::Endpoint;
use yew::Html;
use yew::virtual_dom::VChild;

/// Reads an event file's `registration`, as the element's attributes want it.
#[inline(never)]
pub fn read(registration: &Value, agenda: &Agenda, config: &Config) -> Registered {
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

/// The form.
#[inline(never)]
pub fn delivery(props: DeliveryProps) -> Html {
    // Another event's form, or another endpoint's, is another form.
    let to = props.view.endpoint().map(|endpoint| endpoint.url.as_str()).unwrap_or_default();
    let key = [&props.view.agenda().id, " ", to].concat();
    VChild::<Delivery>::new(props, Some(key.into())).into()
}
