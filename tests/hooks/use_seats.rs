use crate::harness::{Mounted, happen, mount, until};
use gloo_timers::future::TimeoutFuture;
use huso::browser::{free_object_url, object_url};
use huso::hooks::use_seats;
use js_sys::{Function, Reflect};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Html, Properties, component, html};

/// Counts the requests and those that are answered, and lets the clock be set: `fetch` and `Date.now` as they are,
/// otherwise.
const WATCH: &str = "
    if (globalThis.asked === undefined) {
        const [fetch, now] = [globalThis.fetch, Date.now];
        const settle = () => { globalThis.answered++; };
        globalThis.fetch = function (...all) {
            globalThis.asked++;
            const reply = fetch.apply(this, all);
            reply.then((response) => response.clone().arrayBuffer()).then(settle, settle);
            return reply;
        };
        Date.now = () => now() + globalThis.ahead;
    }
    globalThis.asked = globalThis.answered = globalThis.ahead = 0;";

#[derive(Clone, Properties, PartialEq)]
struct Props {
    address: Option<String>,
}

/// What is known of the sessions' seats, and a button that takes one.
#[component]
fn Marks(props: &Props) -> Html {
    let (seats, on_taken) = use_seats(props.address.as_deref());
    let marks: Vec<String> =
        seats.sessions.iter().map(|(id, seats)| format!("{id} {:?} {:?}", seats.state, seats.left)).collect();
    let onclick = Callback::from(move |_| on_taken.emit(()));
    html! { <button {onclick}>{format!("seats: {}", marks.join(", "))}</button> }
}

/// A server's answer that is its own address.
fn answer(left: u32) -> Option<String> {
    Some(format!("data:application/json,{{\"sessions\":{{\"a\":{{\"state\":\"few\",\"left\":{left}}}}}}}"))
}

fn watched(address: Option<String>) -> Mounted<Marks> {
    Function::new_no_args(WATCH).call0(&js_sys::global()).unwrap();
    mount::<Marks>(Props { address })
}

fn number(name: &str) -> f64 {
    Reflect::get(&js_sys::global(), &name.into()).unwrap().as_f64().unwrap()
}

/// Waits until so many requests were made and answered, and none more.
async fn has_asked(times: f64) {
    until(
        || number("answered") >= times,
        || format!("asked {} times and answered {}, not {times}", number("asked"), number("answered")),
    )
    .await;
    TimeoutFuture::new(50).await;
    assert_eq!(number("asked"), times);
}

fn later(milliseconds: f64) {
    let ahead = number("ahead") + milliseconds;
    Reflect::set(&js_sys::global(), &"ahead".into(), &ahead.into()).unwrap();
}

fn click(root: &Element) {
    let button: Option<HtmlElement> =
        root.query_selector("button").unwrap().map(wasm_bindgen::JsCast::unchecked_into);
    button.unwrap().click();
}

#[wasm_bindgen_test]
async fn they_are_asked_for_at_once_a_minute_later_and_twice_after_one_was_taken() {
    let mut marks = watched(None);
    happen("focus");
    has_asked(0.0).await;
    marks.handle.update(Props { address: answer(3) });
    marks.says("seats: a Few Some(3)").await;
    has_asked(1.0).await;
    later(59_000.0);
    happen("focus");
    has_asked(1.0).await;
    later(2_000.0);
    happen("focus");
    has_asked(2.0).await;
    click(&marks.root);
    has_asked(3.0).await;
    later(11_000.0);
    happen("focus");
    has_asked(4.0).await;
    later(11_000.0);
    happen("focus");
    has_asked(4.0).await;
    marks.handle.update(Props { address: answer(2) });
    marks.says("seats: a Few Some(2)").await;
    marks.handle.update(Props { address: None });
    marks.says("seats: ").await;
    later(120_000.0);
    happen("focus");
    has_asked(5.0).await;
    marks.take_down();
}

/// Kind of fault: seats of an hour ago are said to be those of now.
#[wasm_bindgen_test]
async fn after_a_failure_nothing_is_known_and_it_is_asked_again() {
    let seats = r#"{"sessions":{"a":{"state":"few","left":3}}}"#;
    let address = object_url(seats, "application/json").unwrap();
    let marks = watched(Some(address.clone()));
    marks.says("seats: a Few Some(3)").await;
    free_object_url(&address);
    click(&marks.root);
    marks.says("seats: ").await;
    has_asked(2.0).await;
    later(61_000.0);
    happen("online");
    has_asked(3.0).await;
    marks.take_down();
}

/// Kind of fault: a console full of errors, and a server asked each minute for what it doesn't have.
#[wasm_bindgen_test]
async fn a_server_without_seats_is_asked_once() {
    let marks = watched(Some(format!("{}/no-such/seats", web_sys::window().unwrap().origin())));
    has_asked(1.0).await;
    later(61_000.0);
    happen("focus");
    has_asked(1.0).await;
    marks.says("seats: ").await;
    marks.take_down();
}
