//! Component tests in a real browser: the golden cases, and the widget on a page.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "../crates/agenda/tests/golden/mod.rs"]
mod golden_cases;
mod on_page;
#[path = "../crates/registration/tests/pasted/mod.rs"]
mod pasted;

use gloo_timers::future::TimeoutFuture;
use huso::browser::clocks_of;
use huso_agenda::chrono::DateTime;
use huso_agenda::iso;
use on_page::{mount, type_in, wait_for};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn golden_instants() {
    let (compared, _) = golden_cases::check_instants();
    assert!(compared > 1_000, "{compared}");
}

#[wasm_bindgen_test]
fn golden_local_times() {
    let (compared, _) = golden_cases::check_local_times();
    assert!(compared > 80, "{compared}");
}

#[wasm_bindgen_test]
fn golden_differences() {
    assert_eq!(golden_cases::check_differences(), 37);
}

#[wasm_bindgen_test]
fn what_is_pasted_becomes_what_it_does_on_the_server() {
    pasted::check();
}

/// Zones that are not embedded, by the browser's Intl, whose rules may be older than the golden ones.
#[wasm_bindgen_test]
fn golden_cases_of_zones_that_only_the_browser_knows() {
    let mut compared = 0;
    for [utc, zone, local, offset] in golden_cases::other_zones() {
        let clocks = clocks_of(zone, &Default::default())
            .unwrap_or_else(|| panic!("the browser does not know {zone}"));
        let instant = DateTime::parse_from_rfc3339(utc).unwrap().to_utc();
        // Twice: the second answer is the one that is kept.
        for _ in 0..2 {
            assert_eq!(golden_cases::second(clocks.wall_time(instant)), local, "{zone} {utc}");
            assert_eq!(iso::offset(clocks.offset_at(instant)), offset, "{zone} {utc}");
        }
        compared += 1;
    }
    assert!(compared > 300, "{compared}");
}

#[wasm_bindgen_test]
fn names_that_no_browser_knows_have_no_clocks() {
    for junk in ["Mars/Olympus", "", "america", "Etc/Unknown", "<b>", "\u{0}"] {
        assert!(clocks_of(junk, &Default::default()).is_none(), "{junk}");
    }
}

const AGENDA: &str = include_str!("../examples/pacific-alliance-2023.json");
const OPEN: &str = include_str!("../examples/pacific-alliance-2027.json");

fn texts(root: &Element, selector: &str) -> Vec<String> {
    let all = root.query_selector_all(selector).unwrap();
    (0..all.length()).map(|index| all.item(index).unwrap().text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn sessions_show_each_countrys_time() {
    let attributes = [("lang", "es"), ("viewer-timezone", "America/Argentina/Buenos_Aires")];
    let (mut widget, _, root) = mount(&attributes, AGENDA);
    let row = wait_for(&root, "[data-session=virtual-connection]").await;
    assert_eq!(texts(&row, ".zones .clock"), ["10:00", "09:00", "08:00"]);
    assert_eq!(texts(&row, ".zones .zone").first().unwrap(), "10:00 Chile", "its date is the heading's");
    assert_eq!(texts(&row, ".zones .place"), ["Chile", "Colombia / Perú", "México"]);
    assert_eq!(texts(&row, ".mine .clock"), ["11:00", "12:35"]);
    assert_eq!(texts(&root, ".day h3").first().unwrap(), "miércoles 9 de agosto de 2023");
    widget.unmount();
    for _ in 0..300 {
        if root.inner_html().is_empty() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("destroyed, but there is still {}", root.inner_html());
}

#[wasm_bindgen_test]
async fn attributes_are_read_again() {
    let (mut widget, host, root) = mount(&[("lang", "es"), ("viewer-timezone", "UTC")], AGENDA);
    wait_for(&root, ".session").await;
    host.set_attribute("lang", "en").unwrap();
    host.set_attribute("hour-cycle", "h12").unwrap();
    host.set_attribute("zones", "America/Lima, nowhere").unwrap();
    widget.update();
    wait_for(&root, ".event[lang=en]").await;
    assert_eq!(texts(&root, "[data-session=keynote] .zones .clock"), ["9:30\u{a0}am"]);
    assert_eq!(texts(&root, "[data-session=keynote] .zones .place"), ["Peru"]);
    widget.unmount();
}

fn press(input: &HtmlInputElement, key: &str) {
    let init = web_sys::KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    input.dispatch_event(&event).unwrap();
}

fn enter(input: &HtmlInputElement, text: &str) {
    type_in(input, text);
    press(input, "Enter");
}

#[wasm_bindgen_test]
async fn another_zone_can_be_chosen() {
    let (mut widget, _, root) = mount(&[("lang", "es-CO")], AGENDA);
    wait_for(&root, ".zone-choice summary").await.unchecked_into::<HtmlElement>().click();
    let input: HtmlInputElement = wait_for(&root, "#zone").await.unchecked_into();
    type_in(&input, "chile");
    wait_for(&root, "[role=option]").await;
    let first = texts(&root, "[role=option] span").into_iter().next().unwrap();
    assert_eq!(first, "Chile", "the event's own labels come first");
    enter(&input, "BUENOS");
    wait_for(&root, ".zone-choice .check").await;
    assert_eq!(texts(&root, ".zone-choice .whose"), ["Su hora: Buenos Aires"]);
    assert_eq!(texts(&root, "[data-session=virtual-connection] .mine .clock"), ["11:00", "12:35"]);
    assert_eq!(texts(&root, "[role=option]"), [""; 0], "it was taken");
    enter(&input, "san");
    let several = wait_for(&root, ".zone-choice .fault").await.text_content().unwrap();
    assert!(several.starts_with("Hay varios: ") && several.contains("San Juan"), "{several}");
    enter(&input, "sao paulo");
    wait_for(&root, ".zone-choice .spoken").await;
    assert_eq!(texts(&root, ".zone-choice .whose"), ["Su hora: São Paulo"]);
    widget.unmount();
}

/// More than four hundred, by the places that they are named after: those that nobody but the browser
/// knows, too.
#[wasm_bindgen_test]
async fn every_zone_of_the_browser_can_be_chosen() {
    let zones = huso::browser::choosable_zones();
    assert!(zones.len() > 400, "{}", zones.len());
    let directory = huso_announcement::places::Directory::new(Vec::new(), &zones, huso_agenda::Lang::Es);
    for zone in &zones {
        let found = directory.search(zone);
        assert!(found.first().is_some_and(|first| first.exact && first.zone == *zone), "{zone}: {found:?}");
        let place = huso_i18n::zone_names::place(zone, huso_agenda::Lang::Es);
        assert!(directory.search(&place).iter().any(|other| other.exact), "{place}");
    }
}

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_read_says_where() {
    let (mut widget, _, root) =
        mount(&[("lang", "pt")], r#"{"huso": 1, "id": "e", "title": "E", "timezone": "EST"}"#);
    let fault = wait_for(&root, ".faults li").await.text_content().unwrap();
    assert!(fault.starts_with("timezone: “EST”") && fault.contains("America/Panama"), "{fault}");
    widget.unmount();
}

#[wasm_bindgen_test]
async fn the_form_says_what_to_correct_and_keeps_what_was_entered() {
    let (mut widget, _, root) = mount(&[("lang", "es"), ("viewer-timezone", "UTC")], OPEN);
    let email: HtmlInputElement = wait_for(&root, "[name=email]").await.unchecked_into();
    email.set_value("nobody");
    let event = web_sys::InputEvent::new_with_event_init_dict("input", &{
        let init = web_sys::InputEventInit::new();
        init.set_bubbles(true);
        init
    });
    email.dispatch_event(&event.unwrap()).unwrap();
    wait_for(&root, ".send button").await.unchecked_into::<HtmlElement>().click();
    wait_for(&root, ".trouble").await;
    assert_eq!(email.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(email.value(), "nobody");
    assert!(texts(&root, ".trouble li").iter().any(|entry| entry.starts_with("Correo electrónico: ")));
    widget.unmount();
}

#[wasm_bindgen_test]
async fn what_is_under_way_says_so_and_shows_its_links() {
    let start = huso::browser::now() - huso_agenda::chrono::TimeDelta::minutes(10);
    let session = |id: &str, start: huso_agenda::Instant, more: &str| {
        let wall = huso_agenda::iso::second(start.naive_utc());
        format!(
            r#"{{"id": "{id}", "title": "T", "start": "{wall}", "duration": "PT30M", {more}"links": [{{"rel": "join", "url": "j"}}]}}"#
        )
    };
    let later = start + huso_agenda::chrono::TimeDelta::hours(3);
    let file = format!(
        r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "UTC", "sessions": [{}, {}, {}]}}"#,
        session("now", start, ""),
        session("later", later, r#""previous_start": "2001-01-01T10:00", "#),
        session("off", start, r#""status": "cancelled", "#),
    );
    let (mut widget, _, root) = mount(&[("lang", "en"), ("viewer-timezone", "UTC")], &file);
    let now = wait_for(&root, "[data-session=now].now").await;
    assert!(texts(&now, ".phase")[0].starts_with("Now, 20\u{a0}min left"), "{:?}", texts(&now, ".phase"));
    assert_eq!(texts(&now, ".action a"), ["Join: T"]);
    assert_eq!(texts(&now, ".links a"), [""; 0], "a link is there once");
    assert_eq!(texts(&root, "[data-session=later] .later").len(), 1);
    assert_eq!(texts(&root, "[data-session=later] .mine del .clock"), ["10:00"]);
    assert_eq!(texts(&root, "[data-session=off] .phase, [data-session=off] :is(.action, .links) a"), [""; 0]);
    widget.unmount();
}

#[wasm_bindgen_test]
async fn a_preview_shows_a_moment_and_how_many_seats_are_left() {
    let during = ("moment", "2027-08-11T09:40-05:00");
    let (mut widget, host, root) = mount(&[("lang", "es"), ("viewer-timezone", "UTC"), during], OPEN);
    wait_for(&root, "[data-session=keynote].now").await;
    assert!(texts(&root, "[data-session=keynote] .phase")[0].starts_with("Ahora, quedan 55"));
    host.set_attribute("moment", "2027-08-01T09:40-05:00").unwrap();
    host.set_attribute("seats", "few").unwrap();
    widget.update();
    wait_for(&root, ".event-seats").await;
    assert_eq!(
        texts(&root, ".event-seats, [data-session=keynote] .seats"),
        ["quedan 3", "Quedan 3 lugares en el evento."]
    );
    host.set_attribute("seats", "none").unwrap();
    widget.update();
    wait_for(&root, "[data-session=pitch-sessions] .seats").await;
    assert_eq!(texts(&root, ".send button"), [""; 0], "nothing is sent");
    widget.unmount();
}
