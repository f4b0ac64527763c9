//! The part of the program that only who may register downloads: all that nothing but these two functions
//! leads to. The build finds it by their names (xtask/src/split.rs, docs/decisions/0013).

use super::form_context::FormContext;
use super::registration_form::{RegistrationForm, RegistrationFormProps};
use crate::embed::{Config, resolve};
use huso_agenda::json::Value;
use huso_agenda::{Agenda, Diagnostic};
use huso_registration::Form;
use huso_registration::form_file::Endpoint;
use yew::{Html, html};

/// Reads an event file's `registration`, as the element's attributes want it, and what is wrong with it.
#[inline(never)]
pub fn read(
    registration: &Value,
    agenda: &Agenda,
    config: &Config,
) -> (Option<FormContext>, Vec<Diagnostic>) {
    let (form, faults) = Form::read(registration, agenda);
    let form = form.map(|form| {
        let endpoint = endpoint(form.endpoint.as_ref(), config);
        FormContext::new(Form { endpoint, ..form })
    });
    (form, faults)
}

/// Where the answers go: not anywhere from a preview.
fn endpoint(in_file: Option<&Endpoint>, config: &Config) -> Option<Endpoint> {
    let endpoint = match (&config.endpoint, in_file.cloned()) {
        _ if config.preview => return None,
        (Some(url), Some(endpoint)) => Endpoint { url: url.clone(), ..endpoint },
        (Some(url), None) => Endpoint::huso(url.clone()),
        (None, endpoint) => endpoint?,
    };
    Some(Endpoint { url: resolve(&endpoint.url, &config.base), ..endpoint })
}

/// The form of an event.
#[inline(never)]
pub fn delivery(event: &str, props: RegistrationFormProps) -> Html {
    // Another event's form, or another endpoint's, is another form.
    let url = props.form.endpoint.as_ref().map(|endpoint| endpoint.url.as_str()).unwrap_or_default();
    let key = format!("{event} {url}");
    html! { <RegistrationForm {key} ..props /> }
}
