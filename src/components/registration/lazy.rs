//! The form, which only who may register downloads. In the package, what nothing but [`load`] leads to is a
//! file of its own (docs/decisions/0013); elsewhere it is in the program.
#![allow(unsafe_code, reason = "the macro imports the function from that file")]

use super::form_context::FormContext;
use super::registration_form::{RegistrationForm, RegistrationFormProps};
use crate::browser::resolve;
use crate::config::Config;
use crate::lazy_part::NotLoaded;
use huso_agenda::decode::Value;
use huso_agenda::{Agenda, Diagnostic, Session};
use huso_registration::format::Endpoint;
use huso_registration::{Filled, Form, dialect};
use yew::{Html, html};

/// What the form's part of the program can do.
#[derive(Clone, Copy)]
pub struct FormPart {
    /// Reads an event file's `registration`, as the element's attributes want it.
    pub read: fn(&Value, &Agenda, &Config) -> ReadForm,
    /// The form of an event, by its id.
    pub view: fn(&str, RegistrationFormProps) -> Html,
}

/// What became of reading a form.
pub struct ReadForm {
    /// The form, if it can be read.
    pub form: Option<FormContext>,
    /// Where the endpoint says how many seats are left, where any are counted.
    pub seats: Option<String>,
    /// What is wrong with it in the event file.
    pub faults: Vec<Diagnostic>,
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

fn read(registration: &Value, agenda: &Agenda, config: &Config) -> ReadForm {
    let (form, faults) = Form::read(registration, agenda);
    let form = form.map(|form| {
        let endpoint = endpoint(form.endpoint.as_ref(), config);
        let filled = config.filled.as_deref().and_then(Filled::from_json);
        FormContext::new(Form { endpoint, ..form }, filled)
    });
    let seats = form.as_ref().and_then(|form| seats_address(form, agenda));
    ReadForm { form, seats, faults }
}

fn seats_address(form: &Form, agenda: &Agenda) -> Option<String> {
    let is_limited = |session: &Session| session.registration.capacity.is_some();
    let counts = form.capacity.is_some() || agenda.sessions.iter().any(is_limited);
    form.endpoint.as_ref().filter(|_| counts).and_then(dialect::seats)
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

fn view(event: &str, props: RegistrationFormProps) -> Html {
    // Another event's form, or another endpoint's, is another form.
    let url = props.form.endpoint.as_ref().map(|endpoint| endpoint.url.as_str()).unwrap_or_default();
    let key = format!("{event} {url}");
    html! { <RegistrationForm {key} ..props /> }
}
