//! Errors that an endpoint's answer lists.

use super::text::text_of;
use crate::fault::Target;
use crate::form::Form;
use crate::format::Endpoint;
use crate::preset::{Preset, Shape};
use crate::wire::{ProblemDocument, RemoteFault};
use serde::Deserialize as _;
use serde_json::Value;

/// Where an endpoint's answer has its errors: what the event file says, else the dialect's.
struct Places<'a> {
    text: &'a str,
    list: &'a str,
    map: &'a str,
    field: &'a str,
    message: &'a str,
}

impl<'a> Places<'a> {
    fn of(endpoint: &'a Endpoint, preset: &Preset) -> Self {
        let own = endpoint.errors.as_ref();
        let or = |own: Option<&'a Option<String>>, preset: &'static str| {
            own.and_then(Option::as_deref).unwrap_or(preset)
        };
        Self {
            text: or(own.map(|own| &own.text), preset.text),
            list: or(own.map(|own| &own.list), preset.list),
            map: or(own.map(|own| &own.map), preset.map),
            field: or(own.map(|own| &own.field), preset.field),
            message: or(own.map(|own| &own.message), preset.message),
        }
    }
}

/// What has to be corrected, and the message about the whole.
pub(super) fn errors(
    endpoint: &Endpoint,
    preset: &Preset,
    form: &Form,
    value: &Value,
) -> (Vec<RemoteFault>, Option<String>) {
    let places = Places::of(endpoint, preset);
    let message = value.pointer(places.text).filter(|_| !places.text.is_empty());
    let message = message.and_then(Value::as_str).map(str::to_owned);
    if preset.shape == Shape::Envelope {
        let document = ProblemDocument::deserialize(value).unwrap_or_default();
        return (document.errors, message);
    }
    let fault = |(name, error): (&str, &Value)| {
        let detail = detail(error, places.message);
        let name = if name.is_empty() { quoted_field(&detail) } else { name };
        RemoteFault { pointer: pointer(endpoint, form, name), code: word(error, "code").to_owned(), detail }
    };
    (listed(value, &places).into_iter().chain(mapped(value, &places)).map(fault).collect(), message)
}

/// The fields that a list of errors names, and what it has of each.
fn listed<'a>(value: &'a Value, places: &Places) -> Vec<(&'a str, &'a Value)> {
    let Some(Value::Array(errors)) = value.pointer(places.list) else { return Vec::new() };
    errors.iter().map(|error| (word(error, places.field), error)).collect()
}

/// The fields that are keys of an object of errors, and what it has of each.
fn mapped<'a>(value: &'a Value, places: &Places) -> Vec<(&'a str, &'a Value)> {
    let Some(Value::Object(errors)) = value.pointer(places.map).filter(|_| !places.map.is_empty()) else {
        return Vec::new();
    };
    errors.iter().map(|(name, error)| (name.as_str(), error)).collect()
}

/// The string under a key; empty if there is none.
fn word<'a>(error: &'a Value, key: &str) -> &'a str {
    error.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The sentence of an error: itself, its first, or the one under `key`.
fn detail(error: &Value, key: &str) -> String {
    match error {
        Value::String(text) => text.clone(),
        Value::Array(texts) => texts.first().map(|text| text_of(text, ",")).unwrap_or_default(),
        _ => word(error, key).to_owned(),
    }
}

/// The field that HubSpot names in the sentence: Error in 'fields.email'.
fn quoted_field(detail: &str) -> &str {
    let rest = detail.split_once("fields.").map(|(_, rest)| rest);
    rest.and_then(|rest| rest.split('\'').next()).unwrap_or_default()
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
