//! Lists whose items are read one by one.

use super::decoder::{Decode, Decoder};
use crate::problem::Kind;
use serde_json::Value;

/// A list for [`each`]: its items know where they stood, since faults that are found later name the
/// place in the file and not the place among those that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T>(Vec<(usize, T)>);

impl<T> List<T> {
    /// Whether nothing is left in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its items.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, item)| item)
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Decode> Decode for List<T> {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let Value::Array(items) = value else { return decoder.wrong_kind(Kind::List, value) };
        let read = |(index, item): (usize, &Value)| {
            Some((index, decoder.index(index, |decoder| T::decode(item, decoder))?))
        };
        Some(Self(items.iter().enumerate().filter_map(read).collect()))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}

/// A list loses the items that can't be read; each is reported.
impl<T: Decode> Decode for Vec<T> {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let List(items) = List::decode(value, decoder)?;
        Some(items.into_iter().map(|(_, item)| item).collect())
    }
}

/// Goes through a list's items, each at its place; those that come out as `None` are left out.
pub fn each<T, U>(
    items: List<T>,
    key: &str,
    decoder: &mut Decoder,
    mut read: impl FnMut(T, &mut Decoder) -> Option<U>,
) -> Vec<U> {
    decoder.key(key, |decoder| {
        let read = |(index, item)| decoder.index(index, |decoder| read(item, decoder));
        items.0.into_iter().filter_map(read).collect()
    })
}
