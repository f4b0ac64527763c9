//! How endpoints are spoken to, by the presets of their dialects.
//! Requests are made and answers are read here, without sending anything.

use crate::fault::Target;
use crate::form::Form;
use crate::form_file::{Encoding, Endpoint, KeyPlace};
use crate::preset::{Preset, Shape, preset_of};
pub use crate::preset::{encoding, is_huso, knows_repetitions};
use crate::wire::{Answer, ProblemDocument, Receipt, RemoteFault, Submission};
use serde::{Deserialize as _, Serialize};
use serde_json::{Map, Value, json};

/// What is to be posted.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Where to; relative to the event file, like the endpoint's.
    pub url: String,
    /// Headers, without `Content-Type`, which goes by the body.
    pub headers: Vec<(String, String)>,
    /// What.
    pub body: Body,
    /// Whether the page can read the answer: without it the browser has to send `no-cors`.
    pub is_readable: bool,
}

/// A request's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// `application/json`
    Json(String),
    /// `text/plain`
    Text(String),
    /// `application/x-www-form-urlencoded`
    Urlencoded(String),
    /// `multipart/form-data`
    Multipart(Vec<(String, Part)>),
}

/// A part of a `multipart` body.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A value.
    Text(String),
    /// The file that was chosen in the field of this id.
    File(String),
}

/// What became of a submission, as far as its answer says.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The endpoint says that it has it; Huso's receiver says more.
    Confirmed(Option<Receipt>),
    /// The endpoint says that it won't have it.
    Rejected(Rejection),
    /// Nobody knows.
    Unconfirmed(Doubt),
}

/// Why an endpoint won't have a submission.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejection {
    /// HTTP status.
    pub status: u16,
    /// What has to be corrected, with our fields' pointers.
    pub faults: Vec<RemoteFault>,
    /// What it says of the whole.
    pub message: Option<String>,
}

/// Why nobody knows what became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No answer: offline, refused, cut off, or forbidden by CORS. It may have arrived.
    Network,
    /// No answer in time. It may have arrived.
    TimedOut,
    /// The endpoint has more to do than it can (429, 503).
    Busy(u16),
    /// The endpoint failed (another 5xx). It may have been stored.
    Broken(u16),
    /// A success that doesn't say what one has to say.
    Unreadable,
    /// This endpoint's answers can't be read by a page.
    Opaque,
}

/// Where a Huso receiver has the form as a page, and what one needs to know before one sends it; `None` from
/// other servers.
pub fn form_page(endpoint: &Endpoint) -> Option<String> {
    let event = endpoint.url.strip_suffix("/registrations").filter(|_| is_huso(endpoint))?;
    Some(format!("{event}/form"))
}

/// What is to be posted for a normalized submission. `beside` is what a Huso receiver gets beside it, by
/// which it tells machines from people.
pub fn request(
    endpoint: &Endpoint,
    form: &Form,
    submission: &Submission,
    beside: &[(&str, &str)],
) -> Request {
    let preset = preset_of(endpoint);
    let encoding = encoding(endpoint);
    let (name, value) = preset.header;
    let mut headers = vec![(name.to_owned(), value.to_owned())];
    headers.extend(endpoint.headers.0.iter().cloned());
    if endpoint.key == Some(KeyPlace::Header) {
        headers.push(("Idempotency-Key".to_owned(), submission.submission.clone()));
    }
    let body = match encoding {
        Encoding::Json => Body::Json(json_body(endpoint, &preset, form, submission, beside)),
        Encoding::Text => Body::Text(json_body(endpoint, &preset, form, submission, beside)),
        Encoding::Urlencoded => Body::Urlencoded(urlencoded(parts(endpoint, &preset, form, submission))),
        Encoding::Multipart => Body::Multipart(parts(endpoint, &preset, form, submission)),
    };
    Request { url: endpoint.url.clone(), headers, body, is_readable: preset.is_readable }
}

/// Names and values in the endpoint's words: answers in the form's order, then what goes beside them.
/// In JSON lists have plural names; a form repeats a singular one.
fn members(
    endpoint: &Endpoint,
    preset: &Preset,
    form: &Form,
    submission: &Submission,
    is_form: bool,
) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let mut add = |id: &str, name: Option<&str>, value: Value| {
        let name = endpoint.fields.get(id).or(name).filter(|name| !name.is_empty());
        if let Some(name) = name.filter(|_| !value.is_null()) {
            all.push((name.to_owned(), value));
        }
    };
    for field in &form.fields {
        if let Some(answer) = submission.answers.get(&field.id) {
            add(&field.id, Some(&field.id), json_of(answer));
        }
    }
    let key = endpoint.key.unwrap_or(preset.key) == KeyPlace::Body;
    add("$submission", key.then_some("submission"), submission.submission.as_str().into());
    let (sessions, consents) = if is_form { ("session", "consent") } else { ("sessions", "consents") };
    let list = |ids: &[String]| if ids.is_empty() { Value::Null } else { json_of(ids) };
    for (id, name, value) in [
        ("$event", "event", submission.event.as_str().into()),
        ("$language", "language", json_of(&submission.language)),
        ("$timezone", "timezone", json_of(&submission.timezone)),
        ("$sessions", sessions, list(&submission.sessions)),
        ("$consents", consents, list(&submission.consents)),
        ("$notice", "notice", json_of(&submission.notice)),
    ] {
        add(id, preset.extras.then_some(name), value);
    }
    all
}

/// A part of a submission as JSON. It has keys that are strings, and whole numbers: nothing in it can't be.
fn json_of(part: &(impl Serialize + ?Sized)) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}

fn json_body(
    endpoint: &Endpoint,
    preset: &Preset,
    form: &Form,
    submission: &Submission,
    beside: &[(&str, &str)],
) -> String {
    if preset.shape == Shape::Envelope {
        let mut envelope = json_of(submission);
        if let Value::Object(members) = &mut envelope {
            members.extend(beside.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))));
        }
        return envelope.to_string();
    }
    let members = members(endpoint, preset, form, submission, false).into_iter();
    let mut object: Map<String, Value> = match preset.shape {
        Shape::List => {
            let entry =
                |(name, value)| json!({"objectTypeId": "0-1", "name": name, "value": flat(&value, ";")});
            [("fields".to_owned(), members.map(entry).collect())].into_iter().collect()
        }
        _ => members.collect(),
    };
    object.extend(endpoint.constants.0.clone());
    match &endpoint.wrapper {
        Some(wrapper) => json!({ wrapper: object }).to_string(),
        None => Value::Object(object).to_string(),
    }
}

/// What a form of these answers sends: a value of a list each, ticked boxes only.
fn parts(endpoint: &Endpoint, preset: &Preset, form: &Form, submission: &Submission) -> Vec<(String, Part)> {
    let mut all = Vec::new();
    let constants = endpoint.constants.0.clone();
    for (name, value) in members(endpoint, preset, form, submission, true).into_iter().chain(constants) {
        match value {
            Value::Bool(false) => {}
            Value::Array(items) => {
                all.extend(items.iter().map(|item| (name.clone(), Part::Text(flat(item, ",")))));
            }
            value => all.push((name, Part::Text(flat(&value, ",")))),
        }
    }
    // A file's name is not its content.
    for (id, answer) in submission.answers.iter() {
        let name = endpoint.fields.get(id).unwrap_or(id);
        if let (Answer::File(_), Some((_, part))) = (answer, all.iter_mut().find(|(other, _)| other == name))
        {
            *part = Part::File(id.to_owned());
        }
    }
    all
}

/// A value as a text: what a form sends, and what an answer is compared with.
fn flat(value: &Value, between: &str) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(|item| flat(item, between)).collect::<Vec<_>>().join(between),
        other => other.to_string(),
    }
}

/// As browsers send a form: line breaks are CRLF (WHATWG HTML, "constructing the entry list").
fn urlencoded(parts: Vec<(String, Part)>) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    for (name, part) in parts {
        if let Part::Text(value) = part {
            body.append_pair(&name, &value.replace('\n', "\r\n"));
        }
    }
    body.finish()
}

/// What became of a submission of this id, by the endpoint's answer.
pub fn outcome(endpoint: &Endpoint, form: &Form, id: &str, status: u16, body: &str) -> Outcome {
    let preset = preset_of(endpoint);
    if !preset.is_readable {
        return Outcome::Unconfirmed(Doubt::Opaque);
    }
    let value: Value = serde_json::from_str(body).unwrap_or_default();
    let rule = endpoint.success.as_ref();
    let [first, last] = match rule.map(|rule| rule.status.as_slice()) {
        Some([first, last]) => [*first, *last],
        _ => [200, 299],
    };
    let succeeded = (first..=last).contains(&u32::from(status));
    let pointer = rule.and_then(|rule| rule.pointer.as_deref()).unwrap_or(preset.pointer);
    let equals = rule.and_then(|rule| rule.equals.as_deref()).unwrap_or(preset.equals);
    let said = value.pointer(pointer);
    let (faults, message) = errors(endpoint, &preset, form, &value);
    // A repetition that the endpoint refuses as such is a success.
    let is_key = |fault: &RemoteFault| fault.pointer == "$submission" && fault.code.contains("unique");
    let repeated = knows_repetitions(endpoint)
        && (status == 409 && preset.shape != Shape::Envelope && body.contains(id)
            || faults.iter().any(is_key));
    if repeated {
        return Outcome::Confirmed(None);
    }
    match status {
        _ if succeeded && preset.shape == Shape::Envelope => {
            let receipt = serde_json::from_value(value).map(Some);
            receipt.map_or(Outcome::Unconfirmed(Doubt::Unreadable), Outcome::Confirmed)
        }
        _ if succeeded && (pointer.is_empty() || said.is_some_and(|said| flat(said, ",") == equals)) => {
            Outcome::Confirmed(None)
        }
        _ if succeeded && said.is_none() && faults.is_empty() => Outcome::Unconfirmed(Doubt::Unreadable),
        429 | 503 => Outcome::Unconfirmed(Doubt::Busy(status)),
        500.. => Outcome::Unconfirmed(Doubt::Broken(status)),
        _ => Outcome::Rejected(Rejection { status, faults, message }),
    }
}

/// What has to be corrected, and what is said of the whole.
fn errors(
    endpoint: &Endpoint,
    preset: &Preset,
    form: &Form,
    value: &Value,
) -> (Vec<RemoteFault>, Option<String>) {
    let own = endpoint.errors.as_ref();
    let or = |own: Option<&'_ Option<String>>, preset: &str| {
        own.and_then(|own| own.clone()).unwrap_or_else(|| preset.to_owned())
    };
    let text = or(own.map(|own| &own.text), preset.text);
    let message =
        value.pointer(&text).filter(|_| !text.is_empty()).and_then(Value::as_str).map(str::to_owned);
    if preset.shape == Shape::Envelope {
        let document = ProblemDocument::deserialize(value).unwrap_or_default();
        return (document.errors, message);
    }
    let field = or(own.map(|own| &own.field), preset.field);
    let sentence = or(own.map(|own| &own.message), preset.message);
    let mut faults = Vec::new();
    let mut add = |name: &str, error: &Value| {
        let word = |key: &str| error.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let detail = match error {
            Value::String(text) => text.clone(),
            Value::Array(texts) => texts.first().map(|text| flat(text, ",")).unwrap_or_default(),
            _ => word(&sentence),
        };
        // HubSpot names the field in the sentence: Error in 'fields.email'.
        let quoted = detail.split_once("fields.").and_then(|(_, rest)| rest.split('\'').next());
        let name = if name.is_empty() { quoted.unwrap_or_default() } else { name };
        faults.push(RemoteFault { pointer: pointer(endpoint, form, name), code: word("code"), detail });
    };
    if let Some(Value::Array(errors)) = value.pointer(&or(own.map(|own| &own.list), preset.list)) {
        for error in errors {
            add(error.get(&field).and_then(Value::as_str).unwrap_or_default(), error);
        }
    }
    let map = or(own.map(|own| &own.map), preset.map);
    if let Some(Value::Object(errors)) = value.pointer(&map).filter(|_| !map.is_empty()) {
        errors.iter().for_each(|(name, error)| add(name, error));
    }
    (faults, message)
}

/// The pointer of the field that the endpoint calls so; empty for the form as a whole.
fn pointer(endpoint: &Endpoint, form: &Form, name: &str) -> String {
    let renamed = endpoint.fields.0.iter().find(|(_, theirs)| theirs == name && !name.is_empty());
    let id = renamed.map_or(name, |(id, _)| id);
    match id {
        "$submission" => id.to_owned(),
        "$sessions" => Target::Sessions.pointer(),
        _ if form.fields.iter().any(|field| field.id == id) => Target::Field(id.to_owned()).pointer(),
        _ => String::new(),
    }
}
