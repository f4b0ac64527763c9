//! What a form calls the audiences that sessions are for, read without the rest of it.

use huso_agenda::Text;
use huso_agenda::decode::{Decode as _, Decoder, Value};

/// The audiences of an event file's `registration`, with their labels: the options of its `audience_field`. What is
/// wrong there, [`super::Form::read`] says.
pub fn audiences(registration: &Value) -> Vec<(String, Text)> {
    let list = |value: &Value, key| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let wanted = registration.get("audience_field");
    let is_wanted = |field: &Value| wanted.is_some() && field.get("id") == wanted;
    let options =
        list(registration, "fields").into_iter().filter(is_wanted).flat_map(|field| list(&field, "options"));
    let audience = |option: Value| {
        let label = Text::decode(option.get("label")?, &mut Decoder::default())?;
        Some((option.get("value")?.as_str()?.to_owned(), label))
    };
    options.filter_map(audience).collect()
}

#[cfg(test)]
mod tests {
    use super::audiences;
    use huso_agenda::decode::Value;

    #[test]
    fn labels_are_those_of_the_field_that_decides() {
        let read = |registration: &str| audiences(&registration.parse::<Value>().unwrap());
        let fields = r#""fields": [{"id": "a", "options": [{"value": "x", "label": "X"}]}, {"id": "kind", "options":
            [{"value": "sells", "label": "Quien vende"}, {"value": 1, "label": "Y"}, {"label": "Z"}]}]"#;
        let labels = |registration: &str| -> Vec<String> {
            read(registration).into_iter().map(|(value, _)| value).collect()
        };
        assert_eq!(labels(&format!(r#"{{"audience_field": "kind", {fields}}}"#)), ["sells"]);
        assert_eq!(labels(&format!("{{{fields}}}")), [""; 0]);
        assert_eq!(labels(r#"{"audience_field": "kind", "fields": 5}"#), [""; 0]);
    }
}
