//! From JSON to types, with every fault named by its place.
//!
//! serde's `Deserialize` stops at the first fault, in English; an organizer wants all of them, in Spanish
//! (docs/decisions/0003). So serde_json reads the text into a [`Value`], and [`Decode`] makes types of that.
//! [`record!`](crate::record) defines a struct, how it is read and what its schema is in one place.

use crate::nearest::nearest;
pub use crate::problem::Kind;
use crate::problem::{Diagnostic, Problem};
pub use serde_json::Value;
use serde_json::map::Map;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

impl Kind {
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }
}

/// Where the reading is, and what it found wrong so far.
#[derive(Debug, Default)]
pub struct Decoder {
    /// `sessions[2].start`
    place: String,
    diagnostics: Vec<Diagnostic>,
}

impl Decoder {
    /// Reads what stands under `key`.
    pub fn key<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let separator = if self.place.is_empty() { "" } else { "." };
        self.at(&[separator, key], read)
    }

    /// Reads the list's item `index`, counted from 0.
    pub fn index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.at(&["[", &index.to_string(), "]"], read)
    }

    fn at<T>(&mut self, steps: &[&str], read: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.place.len();
        self.place.extend(steps.iter().copied());
        let result = read(self);
        self.place.truncate(outside);
        result
    }

    /// Notes a problem at this place.
    pub fn report(&mut self, problem: Problem) {
        self.diagnostics.push(Diagnostic { place: self.place.clone(), problem });
    }

    /// Notes a problem of what stands under `key`.
    pub fn report_at(&mut self, key: &str, problem: Problem) {
        self.key(key, |decoder| decoder.report(problem));
    }

    /// Notes that `found` is not what belongs here.
    pub fn wrong_kind<T>(&mut self, expected: Kind, found: &Value) -> Option<T> {
        self.report(Problem::WrongKind { expected, found: Kind::of(found) });
        None
    }

    /// Reads one word of a list, as its place there.
    pub fn one_of(&mut self, allowed: &'static [&'static str], value: &Value) -> Option<usize> {
        let Value::String(found) = value else { return self.wrong_kind(Kind::String, value) };
        let place = allowed.iter().position(|word| word == found);
        if place.is_none() {
            let meant = nearest(found, allowed.iter().copied());
            self.report(Problem::UnknownWord { found: found.clone(), allowed, meant });
        }
        place
    }

    /// All that was noted, in the order of reading.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Warns of keys that nothing reads; `$schema` and its like are for other programs.
    pub fn unknown_keys(&mut self, object: &Map<String, Value>, known: &[&'static str]) {
        for key in object.keys().filter(|key| !key.starts_with('$') && !known.contains(&key.as_str())) {
            // What is there already was not meant by this.
            let missing = known.iter().copied().filter(|name| !object.contains_key(*name));
            self.report_at(key, Problem::UnknownKey { meant: nearest(key, missing) });
        }
    }

    /// Reads a key that must be there.
    pub fn required<T: Decode>(&mut self, object: &Map<String, Value>, key: &str) -> Option<T> {
        let Some(value) = object.get(key) else {
            self.report_at(key, Problem::Missing);
            return None;
        };
        self.key(key, |decoder| T::decode(value, decoder))
    }

    /// Reads a key that may be missing or `null`; one that can't be read is reported and left out.
    pub fn optional<T: Decode + Default>(&mut self, object: &Map<String, Value>, key: &str) -> T {
        match object.get(key) {
            None | Some(Value::Null) => T::default(),
            Some(value) => self.key(key, |decoder| T::decode(value, decoder)).unwrap_or_default(),
        }
    }
}

/// Something that can be read from JSON.
pub trait Decode: Sized {
    /// The value, or `None` after a report to `decoder` of what is wrong with it.
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self>;
}

impl Decode for String {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        match value {
            Value::String(text) => Some(text.clone()),
            other => decoder.wrong_kind(Kind::String, other),
        }
    }
}

impl Decode for bool {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        match value {
            Value::Bool(value) => Some(*value),
            other => decoder.wrong_kind(Kind::Boolean, other),
        }
    }
}

impl Decode for u32 {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        whole_number(value).or_else(|| decoder.wrong_kind(Kind::WholeNumber, value))
    }
}

/// A number without fraction or sign, below 2³²: no key needs another.
pub fn whole_number(value: &Value) -> Option<u32> {
    value.as_u64()?.try_into().ok()
}

/// What is read later.
impl Decode for Value {
    fn decode(value: &Value, _: &mut Decoder) -> Option<Self> {
        Some(value.clone())
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        T::decode(value, decoder).map(Some)
    }
}

/// A list loses the items that can't be read; each is reported.
impl<T: Decode> Decode for Vec<T> {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let List(items) = List::decode(value, decoder)?;
        Some(items.into_iter().map(|(_, item)| item).collect())
    }
}

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

/// The ids that a list has so far, and the place of each; `None` of those that are the program's own.
#[derive(Default)]
pub struct Ids(BTreeMap<String, Option<String>>);

impl Ids {
    /// Keeps an id for the program's own use.
    pub fn reserve(&mut self, id: &str) {
        self.0.entry(id.to_owned()).or_default();
    }

    /// Whether the id of what is being read is new; one that isn't is reported, at the key `id`.
    pub fn is_new(&mut self, id: &str, decoder: &mut Decoder) -> bool {
        let id = id.to_owned();
        let problem = match self.0.entry(id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(Some(decoder.place.clone()));
                return true;
            }
            Entry::Occupied(entry) => match entry.get() {
                Some(first) => Problem::DuplicateId { id, first: first.clone() },
                None => Problem::ReservedId { id },
            },
        };
        decoder.report_at("id", problem);
        false
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

/// Defines a struct that stands in the event file: fields before `;` are required, those after it
/// are optional (`Option`, `Vec`). A key is named like its field.
#[macro_export]
macro_rules! record {
    (
        $(#[$about:meta])*
        pub struct $name:ident $(<$parameter:ident>)? {
            $($(#[$must_about:meta])* $must:ident: $must_type:ty,)*
            ;
            $($(#[$may_about:meta])* $may:ident: $may_type:ty,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name $(<$parameter>)? {
            $($(#[$must_about])* pub $must: $must_type,)*
            $($(#[$may_about])* #[cfg_attr(feature = "schema", schemars(default))] pub $may: $may_type,)*
        }

        impl $(<$parameter: $crate::decode::Decode>)? $crate::decode::Decode for $name $(<$parameter>)? {
            fn decode(
                value: &$crate::decode::Value,
                decoder: &mut $crate::decode::Decoder,
            ) -> Option<Self> {
                let $crate::decode::Value::Object(object) = value else {
                    return decoder.wrong_kind($crate::decode::Kind::Object, value);
                };
                decoder.unknown_keys(object, &[$($crate::key!($must),)* $($crate::key!($may),)*]);
                // All fields are read before the first missing one ends it: every fault is wanted.
                $(let $must = decoder.required(object, $crate::key!($must));)*
                $(let $may = decoder.optional(object, $crate::key!($may));)*
                Some(Self { $($must: $must?,)* $($may,)* })
            }
        }
    };
}

/// The key of a field: its name, `type` of the one that Rust can't call so.
#[doc(hidden)]
#[macro_export]
macro_rules! key {
    (r#type) => {
        "type"
    };
    ($field:ident) => {
        stringify!($field)
    };
}

/// Defines an enum of which the file writes one word.
#[macro_export]
macro_rules! keywords {
    (
        $(#[$about:meta])*
        pub enum $name:ident { $($(#[$variant_about:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_about])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant,)+
        }

        impl $name {
            /// The word that the file has for it.
            pub fn word(self) -> &'static str {
                Self::WORDS.get(self as usize).copied().unwrap_or_default()
            }

            const WORDS: &[&'static str] = &[$($word),+];
        }

        impl $crate::decode::Decode for $name {
            fn decode(
                value: &$crate::decode::Value,
                decoder: &mut $crate::decode::Decoder,
            ) -> Option<Self> {
                let place = decoder.one_of(Self::WORDS, value)?;
                [$(Self::$variant),+].get(place).copied()
            }
        }
    };
}
