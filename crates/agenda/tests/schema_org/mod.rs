//! Whether a JSON-LD document is in schema.org's words: its types exist, each property is one of its type or of a
//! supertype (`domainIncludes`), and each value is what the property takes (`rangeIncludes`).

use huso_agenda::chrono::{DateTime, NaiveDate, NaiveDateTime};
use huso_agenda::link;
use serde_json::{Map, Value};
use std::sync::LazyLock;

static VOCABULARY: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("vocabulary.json")).unwrap());

/// What is wrong with a node and those within it.
pub fn faults(node: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(properties) = node.as_object() else { return vec![format!("no object: {node}")] };
    let Some(kind) = type_of(node) else { return vec![format!("no known type: {node}")] };
    for (property, value) in properties {
        match property.as_str() {
            "@type" => {}
            "@context" if value == "https://schema.org" => {}
            _ => match range(kind, property) {
                Some(range) => {
                    faults.extend(values(value).iter().flat_map(|value| wrong(value, property, &range)))
                }
                None => faults.push(format!("{kind} has no property {property}")),
            },
        }
        if value.as_array().is_some_and(Vec::is_empty) {
            faults.push(format!("{property} is empty"));
        }
    }
    faults
}

/// A known type.
fn type_of(node: &Value) -> Option<&str> {
    node["@type"].as_str().filter(|kind| types().contains_key(*kind))
}

fn types() -> &'static Map<String, Value> {
    VOCABULARY["types"].as_object().unwrap()
}

/// The type and its supertypes.
fn lineage(kind: &str) -> Vec<&str> {
    let mut lineage = vec![kind];
    for supertype in types()[kind]["supertypes"].as_array().unwrap() {
        lineage.extend(self::lineage(supertype.as_str().unwrap()));
    }
    lineage
}

/// What a property of a type takes.
fn range(kind: &str, property: &str) -> Option<Vec<&'static str>> {
    let range = lineage(kind).into_iter().find_map(|kind| types()[kind]["properties"].get(property))?;
    Some(range.as_array().unwrap().iter().map(|kind| kind.as_str().unwrap()).collect())
}

/// A property may have one value or several.
fn values(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn wrong(value: &Value, property: &str, range: &[&str]) -> Vec<String> {
    let is_taken = match value {
        Value::Object(_) => {
            type_of(value).is_none_or(|kind| lineage(kind).iter().any(|kind| range.contains(kind)))
        }
        Value::String(text) => !text.trim().is_empty() && range.iter().any(|kind| is_of(text, kind)),
        _ => false,
    };
    let within = if value.is_object() { faults(value) } else { Vec::new() };
    let here = (!is_taken).then(|| format!("{property} takes no {value}"));
    here.into_iter().chain(within).collect()
}

/// Whether a string is a value of a data type or a member of an enumeration.
fn is_of(text: &str, kind: &str) -> bool {
    match kind {
        "Text" => true,
        "URL" => link::is_absolute(text) && !text.contains(char::is_whitespace),
        "Date" => NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok(),
        "DateTime" => {
            DateTime::parse_from_rfc3339(text).is_ok()
                || NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").is_ok()
        }
        other => VOCABULARY["enumerations"][other].as_array().is_some_and(|all| all.contains(&text.into())),
    }
}
