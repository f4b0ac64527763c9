//! Requests, made without sending anything.

use super::text::text_of;
use crate::form::Form;
use crate::format::{Encoding, Endpoint, KeyPlace};
use crate::preset::{Preset, Shape, encoding, is_huso, preset_of};
use crate::wire::{AddSessions, Answer, Submission};
use serde::Serialize;
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

/// Where a Huso receiver has the form as a page, and what one needs to know before one sends it; `None` from
/// other servers.
pub fn form_page(endpoint: &Endpoint) -> Option<String> {
    beside(endpoint, "form")
}

/// Where a Huso receiver says how many seats are left ([`crate::wire::Seats`]); `None` from other servers.
pub fn seats(endpoint: &Endpoint) -> Option<String> {
    beside(endpoint, "seats")
}

/// What a Huso receiver has beside an event's registrations.
fn beside(endpoint: &Endpoint, name: &str) -> Option<String> {
    let event = endpoint.url.strip_suffix("/registrations").filter(|_| is_huso(endpoint))?;
    Some(format!("{event}/{name}"))
}

/// What is to be posted to add sessions to a registration, by its submission's id; `None` to other servers
/// than a Huso receiver.
pub fn add_sessions(endpoint: &Endpoint, submission: &str, added: &AddSessions) -> Option<Request> {
    let url = format!("{}/{submission}/sessions", endpoint.url);
    let (name, value) = preset_of(endpoint).header;
    let headers = vec![(name.to_owned(), value.to_owned())];
    let body = Body::Json(json_of(added).to_string());
    is_huso(endpoint).then_some(Request { url, headers, body, is_readable: true })
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
                |(name, value)| json!({"objectTypeId": "0-1", "name": name, "value": text_of(&value, ";")});
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
                all.extend(items.iter().map(|item| (name.clone(), Part::Text(text_of(item, ",")))));
            }
            value => all.push((name, Part::Text(text_of(&value, ",")))),
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
