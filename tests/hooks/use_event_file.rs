use crate::harness::{Mounted, mount, until};
use huso::config::Source;
use huso::hooks::use_event_file;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::{Html, HtmlResult, Properties, Suspense, component, html, use_effect_with};

#[derive(Clone, Properties, PartialEq)]
struct Props {
    source: Source,
    #[prop_or_default]
    waits: Rc<Cell<u32>>,
}

#[component]
fn File(props: &Props) -> HtmlResult {
    let file = use_event_file(&props.source, None)?;
    let title = match &file.event {
        Ok(event) => event.agenda.id.clone(),
        Err(failure) => format!("{failure:?}"),
    };
    Ok(html! {
        <>
            <p>{title}{format!(" {} changes", file.changed.len())}</p>
            <input />
            <button id="retry" onclick={file.retry.reform(|_| ())} />
            <button id="refresh" onclick={file.refresh.reform(|_| ())} />
            <button id="seen" onclick={file.mark_seen.reform(|_| ())} />
        </>
    })
}

#[component]
fn Page(props: &Props) -> Html {
    let fallback = html! { <Wait waits={props.waits.clone()} /> };
    html! { <Suspense {fallback}><File ..props.clone() /></Suspense> }
}

/// Counts how often the visitor has to wait.
#[component]
fn Wait(props: &WaitProps) -> Html {
    use_effect_with(props.waits.clone(), |waits| waits.set(waits.get() + 1));
    html! { "waits" }
}

#[derive(Properties, PartialEq)]
struct WaitProps {
    waits: Rc<Cell<u32>>,
}

fn file(id: &str, title: &str) -> String {
    let session = format!(r#"{{"id": "s", "title": "{title}", "start": "2030-01-01T10:00"}}"#);
    format!(r#"{{"huso": 1, "id": "{id}", "title": "E", "timezone": "UTC", "sessions": [{session}]}}"#)
}

/// An address of a text that is this tab's own.
fn address(text: &str) -> String {
    huso::browser::object_url(text, "application/json").unwrap()
}

fn click(page: &Mounted<Page>, button: &str) {
    page.root.query_selector(button).unwrap().unwrap().unchecked_into::<HtmlElement>().click();
}

#[wasm_bindgen_test]
async fn it_waits_once_and_never_again() {
    let waits = Rc::new(Cell::new(0));
    let props = |source| Props { source, waits: waits.clone() };
    let mut page = mount::<Page>(props(Source::Address(address(&file("one", "A")))));
    page.says("one 0 changes").await;
    let input: HtmlInputElement = page.root.query_selector("input").unwrap().unwrap().unchecked_into();
    input.set_value("entered");
    input.focus().unwrap();
    click(&page, "#refresh");
    page.handle.update(props(Source::Inline(file("two", "A"))));
    page.says("two 0 changes").await;
    let document = web_sys::window().unwrap().document().unwrap();
    assert_eq!(document.active_element().as_ref(), Some(input.as_ref()), "the focus stays");
    assert_eq!(input.value(), "entered");
    assert_eq!(waits.get(), 1);
    page.take_down();
}

#[wasm_bindgen_test]
async fn a_failure_is_shown_and_can_be_tried_again() {
    let waits = Rc::new(Cell::new(0));
    let url = address(&file("one", "A"));
    huso::browser::free_object_url(&url);
    let page = mount::<Page>(Props { source: Source::Address(url), waits: waits.clone() });
    page.says("Unreachable 0 changes").await;
    click(&page, "#retry");
    until(|| waits.get() == 2, || format!("{} waits", waits.get())).await;
    page.says("Unreachable 0 changes").await;
    page.take_down();
}

#[wasm_bindgen_test]
async fn no_source_is_a_failure_of_its_own() {
    let page = mount::<Page>(Props { source: Source::None, waits: Rc::default() });
    page.says("NoSource 0 changes").await;
    page.take_down();
}
