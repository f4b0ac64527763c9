use crate::harness::{happen, mount};
use gloo_timers::future::TimeoutFuture;
use huso::browser::now;
use huso::hooks::use_delivery;
use huso_registration::delivery::{Command, Event};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Callback, Html, Properties, component, html, use_callback, use_force_update, use_mut_ref};

#[derive(Clone, Properties, PartialEq)]
struct Props {
    command: (u32, Command),
    #[prop_or_default]
    round: u32,
}

/// What was done, in order.
#[component]
fn Delivery(props: &Props) -> Html {
    let done: Rc<RefCell<Vec<String>>> = use_mut_ref(Vec::new);
    let redraw = use_force_update();
    let note = use_callback((), {
        let done = done.clone();
        move |text: String, ()| {
            done.borrow_mut().push(text);
            redraw.force_update();
        }
    });
    let on_event = use_callback(note.clone(), |event: Event, note: &Callback<String>| {
        note.emit(format!("{event:?}"));
    });
    let post = move |attempt: u32| note.emit(format!("Post({attempt})"));
    use_delivery(&props.command, post, on_event, Callback::noop());
    html! { {format!("done: {}", done.borrow().join(" "))} }
}

fn send(attempt: u32) -> Command {
    Command::Send { id: "0b6b1c1e".to_owned(), attempt }
}

fn props(number: u32, command: Command) -> Props {
    Props { command: (number, command), round: 0 }
}

/// Milliseconds since 1970, so many from now.
fn later(milliseconds: u64) -> u64 {
    u64::try_from(now().timestamp_millis()).unwrap() + milliseconds
}

#[wasm_bindgen_test]
async fn each_command_is_done_once() {
    let mut delivery = mount::<Delivery>(props(0, Command::Nothing));
    delivery.handle.update(props(1, send(1)));
    delivery.says("done: Post(1)").await;
    delivery.handle.update(Props { round: 1, ..props(1, send(1)) });
    delivery.handle.update(props(2, Command::Wake(later(50))));
    delivery.says("done: Post(1) Wake").await;
    delivery.handle.update(props(3, send(2)));
    delivery.says("done: Post(1) Wake Post(2)").await;
    delivery.take_down();
}

#[wasm_bindgen_test]
async fn the_next_command_ends_the_wait_for_the_last() {
    let mut delivery = mount::<Delivery>(props(1, Command::Wake(later(300))));
    delivery.handle.update(props(2, send(1)));
    delivery.says("done: Post(1)").await;
    TimeoutFuture::new(400).await;
    delivery.says("done: Post(1)").await;
    delivery.take_down();
}

#[wasm_bindgen_test]
async fn a_network_is_told_of_whenever_there_may_be_one_again() {
    let delivery = mount::<Delivery>(props(0, Command::Nothing));
    delivery.says("done: ").await;
    for (name, expected) in [("online", "done: Online"), ("pageshow", "done: Online Online")] {
        happen(name);
        delivery.says(expected).await;
    }
    delivery.take_down();
}
