//! When a session is, however it is written.

use huso_agenda::chrono::NaiveDateTime;
use huso_agenda::{iso, wall_time};
use serde_json::{Map, Value};

/// The keys that together say when a session is.
pub(super) const KEYS: [&str; 6] = ["date", "start", "end", "duration", "timezone", "utc_offset"];

/// What says when a session is; `None` where nothing does.
pub(super) fn of(session: &Value) -> Option<Value> {
    let said = KEYS.into_iter().filter_map(|key| Some((key.to_owned(), session.get(key)?.clone())));
    let said: Map<String, Value> = said.collect();
    (!said.is_empty()).then(|| said.into())
}

/// When it starts, on its own clocks.
pub(crate) fn start(session: &Value) -> Option<NaiveDateTime> {
    wall(session.get("start"))
}

/// When it ends, on its own clocks, as is said or follows from its length.
pub(crate) fn end(session: &Value) -> Option<NaiveDateTime> {
    let length = || wall_time::duration(session.get("duration")?.as_str()?).ok();
    wall(session.get("end")).or_else(|| start(session)?.checked_add_signed(length()?))
}

/// The day on which it starts; empty where none is said.
pub(super) fn day(session: &Value) -> String {
    let day = session.get("date").and_then(Value::as_str);
    let day = day.or_else(|| session.get("start")?.as_str()?.get(..10));
    day.unwrap_or_default().to_owned()
}

/// What two sessions' times are compared by: `10:00` is `10:00:00`, and an end is as good as a length.
pub(super) fn compared(session: &Value) -> Vec<String> {
    let written =
        |key| session.get(key).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let minute = |time: Option<NaiveDateTime>, key| time.map(iso::minute).or_else(|| written(key));
    let parts = [
        written("date"),
        minute(start(session), "start"),
        minute(end(session), "end").or_else(|| written("duration")),
        written("timezone"),
        written("utc_offset"),
    ];
    parts.into_iter().map(Option::unwrap_or_default).collect()
}

fn wall(value: Option<&Value>) -> Option<NaiveDateTime> {
    wall_time::wall_time(value?.as_str()?).ok()
}
