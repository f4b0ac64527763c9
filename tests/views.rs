//! The grid and the ruler.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod on_page;

use huso::embed::Widget;
use on_page::{mount, wait_for};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// The evening on which Chile's clocks go on from 23:59 to 01:00.
const SPRING: &str = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Santiago",
    "zones": [{"timezone": "America/Santiago", "label": "Chile"}, {"timezone": "America/Bogota", "label": "Colombia"}],
    "tracks": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    "sessions": [
        {"id": "one", "title": "One", "start": "2099-09-05T22:30", "end": "2099-09-05T23:30", "track": "a"},
        {"id": "two", "title": "Two", "start": "2099-09-05T23:00", "end": "2099-09-06T01:30", "track": "b"},
        {"id": "late", "title": "Late", "start": "2099-09-05T23:30", "end": "2099-09-06T01:15", "track": "a",
            "status": "cancelled"}]}"#;

/// Seen from Madrid, it begins on the next date and ends on the one after it.
const NIGHT: &str = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Mexico_City",
    "sessions": [
        {"id": "late", "title": "Late", "start": "2099-08-11T22:00", "end": "2099-08-12T17:00",
            "previous_start": "2099-08-09T12:00"}]}"#;

async fn mount_view(view: usize) -> (Widget, Element) {
    mount_view_of(SPRING, "America/La_Paz", view).await
}

async fn mount_view_of(event: &str, viewer: &str, view: usize) -> (Widget, Element) {
    let (widget, _, root) = mount(&[("lang", "es"), ("viewer-timezone", viewer)], event);
    wait_for(&root, "[data-session=late]").await;
    let switch = wait_for(&root, &format!(".views label:nth-of-type({view}) input")).await;
    switch.unchecked_into::<HtmlElement>().click();
    (widget, root)
}

fn texts(root: &Element, selector: &str) -> Vec<String> {
    let all = root.query_selector_all(selector).unwrap();
    (0..all.length()).map(|index| all.item(index).unwrap().text_content().unwrap()).collect()
}

fn press(element: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    element
        .dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap())
        .unwrap();
}

/// Waits until what the slider says begins with some words.
async fn wait_for_time(root: &Element, words: &str) -> String {
    let slider = wait_for(root, &format!(".slider[aria-valuetext^='{words}']")).await;
    slider.get_attribute("aria-valuetext").unwrap()
}

#[wasm_bindgen_test]
async fn the_cursor_says_the_time_of_all_places_across_a_change_of_clocks() {
    let (mut widget, root) = mount_view(3).await;
    let slider = wait_for(&root, ".slider").await;
    let first = wait_for_time(&root, "22:30 La Paz (su hora)").await;
    assert!(first.contains("; 22:30 Chile, de noche; 21:30 Colombia; One"), "{first}");
    press(&slider, "End");
    // 00:30 in La Paz is 01:30 in Chile, where 00:30 never was.
    let last = wait_for_time(&root, "01:00 La Paz (su hora), domingo 6 de septiembre, de noche").await;
    assert!(
        last.contains("; 02:00 Chile, domingo 6 de septiembre, de noche; 00:00 Colombia, domingo"),
        "{last}"
    );
    press(&slider, "ArrowLeft");
    wait_for_time(&root, "00:45 La Paz").await;
    let notes = texts(&root, ".clock-change");
    assert_eq!(notes, ["Chile: cambian los relojes; de las 00:00 pasan a las 01:00."]);
    widget.unmount();
}

#[wasm_bindgen_test]
async fn bars_are_buttons_in_the_order_of_their_starts() {
    let (mut widget, root) = mount_view(3).await;
    wait_for(&root, ".session-bar").await;
    let names = texts(&root, ".session-bar");
    assert!(names[0].starts_with("One; 22:30 La Paz (su hora)"), "{names:?}");
    assert!(names[1].starts_with("Two; 23:00 La Paz"), "{names:?}");
    assert!(names[2].starts_with("Late Cancelada; 23:30 La Paz"), "{names:?}");
    let last = wait_for(&root, ".session-bar[data-session=late]").await.unchecked_into::<HtmlElement>();
    last.focus().unwrap();
    wait_for_time(&root, "23:30 La Paz").await;
    assert_eq!(texts(&root, ".ruler-title"), ["Late"]);
    widget.unmount();
}

#[wasm_bindgen_test]
async fn the_grid_has_a_column_a_track_and_leads_to_the_list() {
    let (mut widget, root) = mount_view(2).await;
    let block = wait_for(&root, ".block[data-session=two]").await;
    assert_eq!(texts(&block, ".range"), ["23:00 – 00:30 dom 6"]);
    let title: HtmlElement = wait_for(&block, "h4 button").await.unchecked_into();
    title.click();
    wait_for(&root, ".days:not([hidden])").await;
    assert!(root.query_selector(".block").unwrap().is_none());
    widget.unmount();
}

#[wasm_bindgen_test]
async fn on_the_grid_start_end_and_the_time_before_have_each_their_date() {
    let (mut widget, root) = mount_view_of(NIGHT, "Europe/Madrid", 2).await;
    let block = wait_for(&root, ".block[data-session=late]").await;
    assert_eq!(texts(&block, ".range"), ["06:00 mié 12 – 01:00 jue 13"]);
    assert_eq!(texts(&block, "del"), ["antes: 20:00 dom 9"]);
    widget.unmount();
}
