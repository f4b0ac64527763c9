//! Where the reading is, and what single values are read as.

use crate::nearest::nearest;
use crate::problem::{Diagnostic, Kind, Problem};
use serde_json::Value;
use serde_json::map::Map;

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

    /// The place of what is being read: `sessions[2].start`.
    pub(super) fn place(&self) -> &str {
        &self.place
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
