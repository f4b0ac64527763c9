//! The same work twice: `2027-08-11 09:00` for each session and zone.

use huso_agenda::chrono::{DateTime, TimeDelta};
use huso_agenda::{Instant, Offsets as _, Zone, iso};
use js_sys::{Array, Date, Function};
use wasm_bindgen::{JsCast as _, JsValue};

/// The Pacific Alliance's zones.
pub const ZONES: [&str; 4] = ["America/Santiago", "America/Bogota", "America/Lima", "America/Mexico_City"];

/// Milliseconds that each side is measured for.
const LEAST: f64 = 2_000.0;

/// Sessions' starts: each 25 minutes from a day before Chile's change of September 2027, so that both of
/// its offsets occur.
pub fn sessions(count: i32) -> Vec<Instant> {
    let first = DateTime::from_timestamp(1_820_000_000, 0).unwrap_or_default();
    (0..count).map(|index| first + TimeDelta::minutes(25 * i64::from(index))).collect()
}

/// What the zones' clocks show, by the embedded rules.
pub fn ours(sessions: &[Instant]) -> Vec<String> {
    let zones: Vec<Zone> = ZONES.into_iter().filter_map(|name| Zone::named(name).ok()).collect();
    let all = sessions
        .iter()
        .flat_map(|session| zones.iter().map(|zone| iso::minute(zone.wall_time(*session)).replace('T', " ")));
    all.collect()
}

/// The same by `Intl.DateTimeFormat`, one formatter a zone that is made once; the loop is JavaScript, as
/// a page would write it.
///
/// # Errors
/// The exception that a browser without these zones throws.
pub fn theirs(sessions: &[Instant]) -> Result<Vec<String>, JsValue> {
    let times: Array =
        sessions.iter().map(|session| JsValue::from_f64(session.timestamp_millis() as f64)).collect();
    let zones: Array = ZONES.into_iter().map(JsValue::from_str).collect();
    let all: Array = program().call2(&JsValue::NULL, &times, &zones)?.unchecked_into();
    Ok(all.iter().filter_map(|text| text.as_string()).collect())
}

/// How often a second `work` is done, measured for two seconds at least.
pub fn rate(per_call: usize, mut work: impl FnMut()) -> f64 {
    work();
    let start = Date::now();
    let mut calls = 0.0;
    while Date::now() - start < LEAST {
        work();
        calls += 1.0;
    }
    calls * per_call as f64 / (Date::now() - start) * 1_000.0
}

/// The JavaScript side as it is measured: nothing but its own loop.
pub fn program() -> Function {
    Function::new_with_args(
        "times, zones",
        "const formatters = (globalThis.husoBench ??= zones.map((timeZone) => new Intl.DateTimeFormat('sv-SE', {
           timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
           hourCycle: 'h23' })));
         const all = [];
         for (const time of times) for (const formatter of formatters) all.push(formatter.format(time));
         return all;",
    )
}
