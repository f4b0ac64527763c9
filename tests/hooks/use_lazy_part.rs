use crate::harness::{happen, mount, until};
use huso::hooks::use_lazy_part;
use huso::lazy_part::{LazyPart, NotLoaded};
use std::cell::Cell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::{Html, HtmlResult, Properties, Suspense, component, html};

thread_local! {
    static TRIES: Cell<u32> = const { Cell::new(0) };
    static RETURN_TRIES: Cell<u32> = const { Cell::new(0) };
}

/// The first time it doesn't come.
async fn fetch() -> Result<&'static str, NotLoaded> {
    TRIES.set(TRIES.get() + 1);
    if TRIES.get() == 1 { Err(NotLoaded) } else { Ok("here") }
}

/// The first two times it doesn't come.
async fn fetch_later() -> Result<&'static str, NotLoaded> {
    RETURN_TRIES.set(RETURN_TRIES.get() + 1);
    if RETURN_TRIES.get() < 3 { Err(NotLoaded) } else { Ok("here") }
}

#[derive(Clone, Properties, PartialEq)]
struct Props {
    part: LazyPart<&'static str>,
}

#[component]
fn Place(props: &Props) -> HtmlResult {
    Ok(match props.part.get()? {
        Ok(part) => part.to_owned().into(),
        Err(details) => format!("failed {details:?}").into(),
    })
}

#[component]
fn Part() -> Html {
    let part = use_lazy_part(fetch);
    html! {
        <>
            <Suspense fallback={html! { "waits" }}><Place part={part.part} /></Suspense>
            <button id="load" onclick={part.load.reform(|_| ())} />
            <button id="retry" onclick={part.retry.reform(|_| ())} />
        </>
    }
}

#[wasm_bindgen_test]
async fn a_part_that_did_not_come_can_be_fetched_again() {
    let part = mount::<Part>(());
    let click = |button: &str| {
        part.root.query_selector(button).unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    };
    part.says("waits").await;
    click("#load");
    part.says("failed \"\"").await;
    click("#load");
    part.says("failed \"\"").await;
    assert_eq!(TRIES.get(), 1, "it is not asked for again by itself");
    click("#retry");
    part.says("waits").await;
    click("#load");
    part.says("here").await;
    part.take_down();
}

#[component]
fn ReturningPart() -> Html {
    let part = use_lazy_part(fetch_later);
    html! {
        <>
            <Suspense fallback={html! { "waits" }}><Place part={part.part} /></Suspense>
            <button id="load" onclick={part.load.reform(|_| ())} />
        </>
    }
}

#[wasm_bindgen_test]
async fn a_part_that_did_not_come_is_asked_for_when_the_visitor_returns() {
    let part = mount::<ReturningPart>(());
    part.says("waits").await;
    let tries =
        |count| until(move || RETURN_TRIES.get() == count, || format!("{} tries", RETURN_TRIES.get()));
    part.root.query_selector("#load").unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    part.says("failed \"\"").await;
    happen("focus");
    tries(2).await;
    assert_eq!(part.text(), "failed \"\"", "what is said stays meanwhile");
    happen("online");
    part.says("here").await;
    happen("online");
    tries(3).await;
    part.take_down();
}
