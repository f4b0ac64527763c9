//! Each hook in a component of its own, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod harness;
mod use_clock;
mod use_delivery;
mod use_draft;
mod use_drawn_rows;
mod use_event_file;
mod use_form_token;
mod use_is_long;
mod use_lazy_part;
mod use_receipt;
mod use_seats;
mod use_viewer_zone;
mod use_window_event;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
