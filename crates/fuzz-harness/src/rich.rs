//! A form with a field of every kind, and rules that hang on each other.

use huso_agenda::Instant;
use huso_agenda::decode::{Decode, Decoder, Value};
use huso_registration::Event;
use std::sync::OnceLock;

const FILE: &str = include_str!("rich.json");

/// The event.
pub(crate) fn rich() -> &'static Event {
    static EVENT: OnceLock<Event> = OnceLock::new();
    EVENT.get_or_init(|| {
        let (event, faults) = Event::parse(FILE);
        assert!(faults.is_empty(), "{faults:?}");
        event.unwrap()
    })
}

/// An instant at which registration is open.
pub(crate) fn at() -> Instant {
    "2027-06-01T12:00:00Z".parse().unwrap()
}

/// What a word of the event file means.
pub(crate) fn word<T: Decode>(word: &str) -> Option<T> {
    T::decode(&Value::String(word.to_owned()), &mut Decoder::default())
}
