//! A click draws one session anew, however many there are.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod on_page;

use gloo_timers::future::TimeoutFuture;
use huso::embed::Widget;
use js_sys::{Array, Function, Reflect};
use on_page::{mount, wait_for};
use std::collections::BTreeSet;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord};

wasm_bindgen_test_configure!(run_in_browser);

const SESSIONS: usize = 200;

/// An endpoint that answers by itself what is asked of its seats: the part of its address that it doesn't see is what a
/// receiver's addresses end with.
const ENDPOINT: &str = "data:application/json,{%22sessions%22:{%22s120%22:{%22state%22:%22few%22,%22left%22:2},\
    %22s121%22:{%22state%22:%22free%22}}}#/registrations";

/// Each row resolves its session's link when it is drawn: that is counted.
const COUNT_ADDRESSES: &str = "
    const Address = URL;
    globalThis.resolved = 0;
    globalThis.URL = class extends Address {
        constructor(...all) {
            super(...all);
            globalThis.resolved++;
        }
    };";

fn resolved() -> f64 {
    Reflect::get(&js_sys::global(), &"resolved".into()).unwrap().as_f64().unwrap()
}

/// An agenda of one day, for whose sessions one can register.
fn file() -> String {
    let session = |index: usize| {
        let (hour, minute) = (8 + index / 20, index % 20);
        format!(
            r#"{{"id": "s{index}", "title": "Session {index}", "start": "2099-08-11T{hour:02}:{minute:02}",
            "duration": "PT30M", "links": [{{"rel": "more", "url": "more"}}],
            "registration": {{"mode": "open", "capacity": 9}}}}"#
        )
    };
    let sessions: Vec<String> = (0..SESSIONS).map(session).collect();
    format!(
        r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [{}],
        "registration": {{"choose": "sessions", "fields": [{{"id": "name", "type": "text", "label": "Name"}}]}}}}"#,
        sessions.join(",")
    )
}

/// The widget with the file inside; its agenda, once it is drawn.
async fn mount_rows() -> (Widget, Element) {
    let (widget, _, root) = mount(&[], &file());
    wait_for(&root, &format!("[data-session=s{}]", SESSIONS - 1)).await;
    wait_for(&root, "[name=name]").await;
    (widget, wait_for(&root, ".agenda").await)
}

/// Collects what is changed inside `agenda` from now on.
fn observe(agenda: &Element) -> Array {
    let records = Array::new();
    let collect = Function::new_with_args("records", "this.push(...records)").bind0(&records);
    let observer = MutationObserver::new(&collect).unwrap();
    let all = MutationObserverInit::new();
    for set in [
        MutationObserverInit::set_attributes,
        MutationObserverInit::set_character_data,
        MutationObserverInit::set_child_list,
        MutationObserverInit::set_subtree,
    ] {
        set(&all, true);
    }
    observer.observe_with_options(agenda, &all).unwrap();
    records
}

/// The ids of the sessions in which something was changed; what is outside of any has none.
fn changed_sessions(records: &Array) -> Vec<Option<String>> {
    let session_of = |record: JsValue| {
        target_of(&record.unchecked_into())?.closest("[data-session]").unwrap()?.get_attribute("data-session")
    };
    let mut all: Vec<_> = records.iter().map(session_of).collect();
    all.dedup();
    all
}

/// The classes of what was changed outside of any session: of the bar of the chosen ones, of the way to the plan, or of
/// any other element.
fn changed_around(records: &Array) -> BTreeSet<String> {
    let class_of = |record: JsValue| {
        let record: MutationRecord = record.unchecked_into();
        let target = target_of(&record)?;
        if target.closest("[data-session]").unwrap().is_some() {
            return None;
        }
        let added = record.added_nodes().item(0).and_then(|node| node.dyn_into::<Element>().ok());
        let changed = added.unwrap_or(target);
        Some(changed.closest(".basket, .plan-button").unwrap().unwrap_or(changed).class_name())
    };
    records.iter().filter_map(class_of).collect()
}

fn target_of(record: &MutationRecord) -> Option<Element> {
    let node = record.target()?;
    node.dyn_into::<Element>().or_else(|node| node.parent_element().ok_or(())).ok()
}

#[wasm_bindgen_test]
async fn a_click_draws_one_session_anew() {
    Function::new_no_args(COUNT_ADDRESSES).call0(&js_sys::global()).unwrap();
    let (mut widget, agenda) = mount_rows().await;
    assert!(resolved() >= SESSIONS as f64, "{}: each row is counted", resolved());
    let records = observe(&agenda);
    let row = wait_for(&agenda, "[data-session=s120]").await;

    for (button, drawn, around) in [
        // How many sessions are in the plan, and the way to the form.
        (".choose", ".choose[aria-pressed=true]", &["basket", "tool plan-button"][..]),
        (".links .plain", ".links .links a", &[]),
    ] {
        records.set_length(0);
        let before = resolved();
        wait_for(&row, button).await.unchecked_into::<HtmlElement>().click();
        wait_for(&row, drawn).await;
        // Whatever else there is to draw is drawn in this time.
        TimeoutFuture::new(50).await;
        let sessions: Vec<String> = changed_sessions(&records).into_iter().flatten().collect();
        assert_eq!(sessions, ["s120"], "{button}");
        assert_eq!(Vec::from_iter(changed_around(&records)), around, "{button}");
        // The calendars' links have the session's, too.
        let drawn = resolved() - before;
        assert!(drawn < 10.0, "{button}: {drawn}");
    }
    widget.unmount();
}

/// Kind of fault: all rows are drawn anew, and what is read moves, when seats are asked for.
#[wasm_bindgen_test]
async fn seats_draw_their_row_anew_once_all_rows_are_drawn() {
    Function::new_no_args(COUNT_ADDRESSES).call0(&js_sys::global()).unwrap();
    let before = resolved();
    let (mut widget, _, root) = mount(&[("lang", "en"), ("endpoint", ENDPOINT)], &file());
    let agenda = wait_for(&root, ".agenda").await;
    let records = observe(&agenda);
    let mark = wait_for(&agenda, ".seats").await;
    wait_for(&root, "[name=name]").await;
    assert!(root.query_selector(&format!("[data-session=s{}]", SESSIONS - 1)).unwrap().is_some());
    TimeoutFuture::new(50).await;
    assert_eq!(mark.text_content().as_deref(), Some("2 left"));
    assert_eq!(
        mark.closest("[data-session]").unwrap().unwrap().get_attribute("data-session").unwrap(),
        "s120"
    );
    assert_eq!(agenda.query_selector_all(".seats").unwrap().length(), 1, "nothing for what is free");
    let last = changed_sessions(&records).into_iter().flatten().last();
    assert_eq!(last.as_deref(), Some("s120"), "after the rows, its own");
    // No row was drawn twice. Some for the calendars' links, and the endpoint's.
    let drawn = resolved() - before;
    assert!(drawn < SESSIONS as f64 + 20.0, "{drawn}");
    widget.unmount();
}
