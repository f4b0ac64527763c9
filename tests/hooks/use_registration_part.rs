use crate::harness::mount;
use huso::hooks::use_registration_part;
use huso_agenda::Lang;
use js_sys::Function;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::{Html, Properties, component, html};

#[derive(Properties, PartialEq)]
struct Props {
    fetch: Option<Function>,
}

#[component]
fn Part(props: &Props) -> Html {
    let part = use_registration_part(props.fetch.as_ref(), Lang::Es);
    html! {
        <>
            {format!("{:?}", part.part)}
            <button id="load" onclick={part.load.reform(|_| ())} />
            <button id="retry" onclick={part.retry.reform(|_| ())} />
        </>
    }
}

#[wasm_bindgen_test]
async fn a_part_that_did_not_come_can_be_loaded_again() {
    let body = "return (globalThis.tries = (globalThis.tries ?? 0) + 1) < 2 ? Promise.reject('no: ' + language) : Promise.resolve()";
    let part = mount::<Part>(Props { fetch: Some(Function::new_with_args("language", body)) });
    let click = |button: &str| {
        part.root.query_selector(button).unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    };
    part.says("Unasked").await;
    click("#load");
    part.says(r#"Failed("no: es")"#).await;
    click("#load");
    part.says(r#"Failed("no: es")"#).await;
    click("#retry");
    part.says("Unasked").await;
    click("#load");
    part.says("Ready").await;
    part.take_down();
}

#[wasm_bindgen_test]
async fn without_a_way_to_it_it_is_here() {
    let part = mount::<Part>(Props { fetch: None });
    part.says("Ready").await;
    part.take_down();
}
