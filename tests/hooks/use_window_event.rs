use crate::harness::{happen, mount};
use gloo_timers::future::TimeoutFuture;
use huso::hooks::use_window_event;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Callback, Html, Properties, component, html, use_callback};

#[derive(Properties, PartialEq)]
struct Props {
    count: Rc<Cell<u32>>,
}

#[component]
fn Listener(props: &Props) -> Html {
    let called: Callback<()> = use_callback(props.count.clone(), |(), count| count.set(count.get() + 1));
    use_window_event(&["online", "pageshow"], called);
    html! { "listens" }
}

#[wasm_bindgen_test]
async fn it_calls_back_while_the_component_is_there() {
    let count = Rc::new(Cell::new(0));
    let listener = mount::<Listener>(Props { count: count.clone() });
    listener.says("listens").await;
    happen("online");
    happen("pageshow");
    happen("offline");
    assert_eq!(count.get(), 2);
    listener.take_down();
    TimeoutFuture::new(0).await;
    happen("online");
    assert_eq!(count.get(), 2, "it is gone");
}
