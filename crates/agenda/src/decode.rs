//! From JSON to types, with every fault named by its place.
//!
//! serde stops at the first fault, in English; an organizer wants all of them, in Spanish
//! (docs/decisions/0003). [`record!`](crate::record) defines a struct, how it is read and what its
//! schema is in one place.

pub use crate::json::Value;
use crate::json::member;
use crate::nearest::nearest;
use crate::problem::{Diagnostic, Problem};

/// What a JSON value is, or should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A number without fraction or sign.
    WholeNumber,
    /// A string.
    String,
    /// A string, or an object of strings by language.
    Text,
    /// `[…]`
    List,
    /// `{…}`
    Object,
}

impl Kind {
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::String,
            Value::List(_) => Self::List,
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
    // The parts that don't depend on `T` stand apart: this is compiled once for each caller.
    #[inline(always)]
    pub fn key<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.enter(key);
        let result = read(self);
        self.place.truncate(outside);
        result
    }

    /// Reads the list's item `index`, counted from 0.
    #[inline(always)]
    pub fn index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.enter_item(index);
        let result = read(self);
        self.place.truncate(outside);
        result
    }

    /// Reads each item of a list, at its place.
    fn items(&mut self, value: &Value, read: &mut dyn FnMut(usize, &Value, &mut Self)) -> Option<()> {
        let Value::List(items) = value else { return self.wrong_kind(Kind::List, value) };
        for (index, item) in items.iter().enumerate() {
            self.index(index, |decoder| read(index, item, decoder));
        }
        Some(())
    }

    /// Reads each member of an object, at its place.
    fn members(&mut self, value: &Value, read: &mut dyn FnMut(&str, &Value, &mut Self)) -> Option<()> {
        let Value::Object(members) = value else { return self.wrong_kind(Kind::Object, value) };
        for (key, value) in members {
            self.key(key, |decoder| read(key, value, decoder));
        }
        Some(())
    }

    fn enter(&mut self, key: &str) -> usize {
        let outside = self.place.len();
        if outside > 0 {
            self.place.push('.');
        }
        self.place.push_str(key);
        outside
    }

    fn enter_item(&mut self, index: usize) -> usize {
        let outside = self.place.len();
        self.place.push('[');
        self.place.push_str(&index.to_string());
        self.place.push(']');
        outside
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
    pub fn unknown_keys(&mut self, object: &[(String, Value)], known: &[&'static str]) {
        let known = || known.iter().copied().map(plain);
        for key in object.iter().map(|(key, _)| key).filter(|key| !key.starts_with('$')) {
            if !known().any(|name| name == key) {
                // What is there already was not meant by this.
                let meant = nearest(key, known().filter(|name| member(object, name).is_none()));
                self.report_at(key, Problem::UnknownKey { meant });
            }
        }
    }
}

/// A field's name as the file has it: `r#type` is `type`.
pub fn plain(field: &'static str) -> &'static str {
    field.strip_prefix("r#").unwrap_or(field)
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
        match value {
            Value::Number(Some(number)) => Some(*number),
            other => decoder.wrong_kind(Kind::WholeNumber, other),
        }
    }
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
        let mut all = Self::new();
        decoder.items(value, &mut |_, item, decoder| all.extend(T::decode(item, decoder)))?;
        Some(all)
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
        let mut all = Vec::new();
        decoder.items(value, &mut |index, item, decoder| {
            if let Some(item) = T::decode(item, decoder) {
                all.push((index, item));
            }
        })?;
        Some(Self(all))
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
        let mut all = Vec::new();
        decoder.members(value, &mut |key, value, decoder| {
            if let Some(value) = T::decode(value, decoder) {
                all.push((key.to_owned(), value));
            }
        })?;
        Some(Self(all))
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

/// Where what stands under a key goes. One loop reads the keys of every record
/// ([`fields`]): compiled for each key of each, reading is half of what the program weighs without Yew.
pub trait Slot {
    /// Reads the value; whether it could be.
    fn fill(&mut self, value: &Value, decoder: &mut Decoder) -> bool;
}

impl<T: Decode> Slot for Option<T> {
    fn fill(&mut self, value: &Value, decoder: &mut Decoder) -> bool {
        *self = T::decode(value, decoder);
        self.is_some()
    }
}

/// Reads an object's fields into `slots`: those that `must` be there, then those that `may` be missing or
/// `null`. What can't be read is reported and left empty; `None` if that is one that must be there.
pub fn fields(
    value: &Value,
    decoder: &mut Decoder,
    must: &[&'static str],
    may: &[&'static str],
    slots: &mut [&mut dyn Slot],
) -> Option<()> {
    let Value::Object(object) = value else { return decoder.wrong_kind(Kind::Object, value) };
    let names: Vec<&'static str> = must.iter().chain(may).copied().map(plain).collect();
    decoder.unknown_keys(object, &names);
    let mut complete = true;
    // All fields are read before the first missing one ends it: every fault is wanted.
    for (index, (name, slot)) in names.into_iter().zip(slots).enumerate() {
        let required = index < must.len();
        let read = match member(object, name) {
            None | Some(Value::Null) if !required => true,
            None => {
                decoder.report_at(name, Problem::Missing);
                false
            }
            Some(value) => decoder.key(name, |decoder| slot.fill(value, decoder)),
        };
        complete &= read || !required;
    }
    complete.then_some(())
}

/// Reads a key that must be there.
pub fn required<T: Decode>(
    object: &[(String, Value)],
    field: &'static str,
    decoder: &mut Decoder,
) -> Option<T> {
    let Some(value) = member(object, plain(field)) else {
        decoder.report_at(plain(field), Problem::Missing);
        return None;
    };
    decoder.key(plain(field), |decoder| T::decode(value, decoder))
}

/// Reads a key that may be missing or `null`; one that can't be read is reported and left out.
pub fn optional<T: Decode + Default>(
    object: &[(String, Value)],
    field: &'static str,
    decoder: &mut Decoder,
) -> T {
    match member(object, plain(field)) {
        None | Some(Value::Null) => T::default(),
        Some(value) => decoder.key(plain(field), |decoder| T::decode(value, decoder)).unwrap_or_default(),
    }
}

/// The ids that a list has so far, in order, and the place of each.
#[derive(Default)]
pub struct Ids(Vec<(String, String)>);

impl Ids {
    /// Keeps an id for the program's own use.
    pub fn reserve(&mut self, id: &str) {
        if let Err(index) = self.find(id) {
            self.0.insert(index, (id.to_owned(), String::new()));
        }
    }

    /// Whether the id of what is being read is new; one that isn't is reported, at the key `id`.
    pub fn is_new(&mut self, id: &str, decoder: &mut Decoder) -> bool {
        let index = match self.find(id) {
            Ok(index) => index,
            Err(index) => {
                self.0.insert(index, (id.to_owned(), decoder.place.clone()));
                return true;
            }
        };
        let id = id.to_owned();
        decoder.report_at(
            "id",
            match self.0.get(index) {
                Some((_, first)) if !first.is_empty() => Problem::DuplicateId { id, first: first.clone() },
                _ => Problem::ReservedId { id },
            },
        );
        false
    }

    fn find(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }
}

/// Goes through a list's items, each at its place; those that come out as `None` are left out.
pub fn each<T, U>(
    items: List<T>,
    key: &str,
    decoder: &mut Decoder,
    mut read: impl FnMut(T, &mut Decoder) -> Option<U>,
) -> Vec<U> {
    let mut all = Vec::new();
    let outside = decoder.enter(key);
    for (index, item) in items.0 {
        all.extend(decoder.index(index, |decoder| read(item, decoder)));
    }
    decoder.place.truncate(outside);
    all
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
                decoder.unknown_keys(object, &[$(stringify!($must),)* $(stringify!($may),)*]);
                // All fields are read before the first missing one ends it: every fault is wanted.
                $(let $must = $crate::decode::required(object, stringify!($must), decoder);)*
                $(let $may = $crate::decode::optional(object, stringify!($may), decoder);)*
                Some(Self { $($must: $must?,)* $($may,)* })
            }
        }
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
