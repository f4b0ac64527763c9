//! A click draws one session anew, however many there are.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use gloo_timers::future::TimeoutFuture;
use huso::embed::Widget;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord, Node};

wasm_bindgen_test_configure!(run_in_browser);

const SESSIONS: usize = 200;

/// A browser that doesn't know its zone: for every time that is drawn, its clock is asked, and that is
/// counted.
const COUNT_CLOCK: &str = "
    Intl.DateTimeFormat.prototype.resolvedOptions = () => ({ timeZone: 'Etc/Unknown' });
    const ask = Date.prototype.getTimezoneOffset;
    globalThis.asked = 0;
    Date.prototype.getTimezoneOffset = function () { globalThis.asked++; return ask.call(this); };";

fn asked() -> f64 {
    Reflect::get(&js_sys::global(), &"asked".into()).unwrap().as_f64().unwrap()
}

/// An agenda of one day. The form lists none of its sessions: they are for those who say that they buy.
fn file() -> String {
    let session = |index: usize| {
        let (hour, minute) = (8 + index / 20, index % 20);
        format!(
            r#"{{"id": "s{index}", "title": "Session {index}", "start": "2099-08-11T{hour:02}:{minute:02}",
            "duration": "PT30M", "registration": {{"mode": "open", "audience": ["buyer"]}}}}"#
        )
    };
    let sessions: Vec<String> = (0..SESSIONS).map(session).collect();
    format!(
        r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "sessions": [{}],
        "registration": {{"choose": "sessions", "audience_field": "role", "fields": [{{"id": "role",
        "type": "select", "label": "Role", "options": [{{"value": "buyer", "label": "Buyer"}}]}}]}}}}"#,
        sessions.join(",")
    )
}

/// The widget with the file inside; its agenda, once it is drawn.
async fn mount() -> (Widget, Element) {
    huso_agenda::Lang::link_all();
    let document = web_sys::window().unwrap().document().unwrap();
    let host: HtmlElement = document.create_element("huso-test").unwrap().unchecked_into();
    let script = document.create_element("script").unwrap();
    script.set_attribute("type", "application/json").unwrap();
    script.set_text_content(Some(&file()));
    let root = document.create_element("div").unwrap();
    host.append_child(&script).unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let widget = Widget::new(host, root.clone(), None);
    wait_for(&root, &format!("[data-session=s{}]", SESSIONS - 1)).await;
    wait_for(&root, "[name=role]").await;
    (widget, wait_for(&root, ".agenda").await)
}

async fn wait_for(root: &Element, selector: &str) -> Element {
    for _ in 0..300 {
        if let Some(element) = root.query_selector(selector).unwrap() {
            return element;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("{selector} does not appear in {}", root.inner_html());
}

fn observe(agenda: &Element) -> MutationObserver {
    let observer = MutationObserver::new(&Function::new_no_args("")).unwrap();
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
    observer
}

/// The ids of the sessions in which something was changed since `observer` looked; what is outside of
/// any has none.
fn changed_sessions(observer: &MutationObserver) -> Vec<Option<String>> {
    let session_of = |node: Node| {
        let element = node.clone().dyn_into::<Element>().ok().or_else(|| node.parent_element());
        element?.closest("[data-session]").unwrap()?.get_attribute("data-session")
    };
    let target = |record: wasm_bindgen::JsValue| record.unchecked_into::<MutationRecord>().target().unwrap();
    let mut all: Vec<_> = observer.take_records().iter().map(|record| session_of(target(record))).collect();
    all.dedup();
    all
}

/// A session has two ends in the visitor's time, and clocks are asked some times for each.
const ONE_SESSION: f64 = 12.0;

#[wasm_bindgen_test]
async fn a_click_draws_one_session_anew() {
    Function::new_no_args(COUNT_CLOCK).call0(&js_sys::global()).unwrap();
    let (widget, agenda) = mount().await;
    let all = asked();
    assert!(all > 2.0 * SESSIONS as f64, "{all}: it is by this clock that times are drawn");
    let observer = observe(&agenda);

    let row = wait_for(&agenda, "[data-session=s120]").await;
    wait_for(&row, ".choose").await.unchecked_into::<HtmlElement>().click();
    wait_for(&row, ".choose[aria-pressed=true]").await;
    // What else there would be to draw is drawn in later tasks.
    TimeoutFuture::new(50).await;
    assert_eq!(changed_sessions(&observer), [Some("s120".to_owned())]);
    let choosing = asked() - all;
    assert!(choosing <= ONE_SESSION + 8.0, "{choosing}: the form shows what was chosen, too");

    let before = asked();
    wait_for(&row, ".links .plain").await.unchecked_into::<HtmlElement>().click();
    wait_for(&row, ".links .links a").await;
    TimeoutFuture::new(50).await;
    assert_eq!(changed_sessions(&observer), [Some("s120".to_owned())]);
    let opening = asked() - before;
    assert!(opening <= ONE_SESSION, "{opening}");
    widget.destroy();
}
