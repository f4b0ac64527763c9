//! The published JSON Schema of the event file.

use super::form::FormFile;
use huso_agenda::EventFile;
use serde_json::Value;

/// JSON Schema (draft 2020-12) of the event file, from the types that read it.
pub fn event_file_schema() -> Value {
    let mut schema = schemars::schema_for!(EventFile<FormFile>).to_value();
    without_defaults(&mut schema);
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".into(), "Huso event file, version 1".into());
    }
    schema
}

/// `"default": null` on every optional key says nothing.
fn without_defaults(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|key, _| key != "default");
            object.values_mut().for_each(without_defaults);
        }
        Value::Array(items) => items.iter_mut().for_each(without_defaults),
        _ => {}
    }
}
