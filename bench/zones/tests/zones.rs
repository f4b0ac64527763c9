//! Runs in Chromium: `cargo xtask bench zones`.

#![cfg(target_arch = "wasm32")]

use huso_bench_zones::conversions::{ZONES, ours, program, rate, sessions, theirs};
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn conversions_a_second() {
    let sessions = sessions(2_000);
    assert_eq!(ours(&sessions), theirs(&sessions).unwrap(), "both write the same times");
    let count = sessions.len() * ZONES.len();
    let times: Array =
        sessions.iter().map(|session| JsValue::from_f64(session.timestamp_millis() as f64)).collect();
    let (zones, program): (Array, _) = (ZONES.into_iter().map(JsValue::from_str).collect(), program());
    let intl = rate(count, || {
        program.call2(&JsValue::NULL, &times, &zones).unwrap();
    });
    let huso = rate(count, || {
        std::hint::black_box(ours(&sessions));
    });
    console_log!(
        "2,000 sessions × 4 zones: Huso {huso:.0} conversions/s, Intl.DateTimeFormat {intl:.0}: ratio {:.1}",
        huso / intl
    );
}
