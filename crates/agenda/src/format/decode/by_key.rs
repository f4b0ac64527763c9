//! Objects whose keys are names.

use super::decoder::{Decode, Decoder};
use crate::problem::Kind;
use serde_json::Value;

/// An object whose keys are names that the author gave, in the file's order. It loses the values that
/// can't be read; each is reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByKey<T>(pub Vec<(String, T)>);

impl<T: Decode> Decode for ByKey<T> {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let Value::Object(members) = value else { return decoder.wrong_kind(Kind::Object, value) };
        let read = |(key, value): (&String, &Value)| {
            Some((key.clone(), decoder.key(key, |decoder| T::decode(value, decoder))?))
        };
        Some(Self(members.iter().filter_map(read).collect()))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for ByKey<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}ByKey", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}
