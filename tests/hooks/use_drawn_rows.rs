use crate::harness::{happen, mount, until};
use huso::hooks::use_drawn_rows;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Html, Properties, component, html, use_mut_ref};

#[derive(Properties, PartialEq)]
struct Props {
    total: usize,
}

/// How many rows each drawing had.
#[component]
fn List(props: &Props) -> Html {
    let drawn = use_drawn_rows(props.total);
    let drawings = use_mut_ref(Vec::new);
    drawings.borrow_mut().push(drawn.to_string());
    html! { {drawings.borrow().join(" ")} }
}

fn counts(text: &str) -> Vec<usize> {
    text.split_whitespace().map(|count| count.parse().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn the_first_screen_comes_first_and_the_rest_in_steps() {
    let list = mount::<List>(Props { total: 300 });
    until(|| counts(&list.text()).last() == Some(&300), || list.text()).await;
    let drawings = counts(&list.text());
    assert_eq!(drawings[0], 20);
    assert!(drawings.len() > 3 && drawings.is_sorted(), "{drawings:?}");
    list.take_down();
}

#[wasm_bindgen_test]
async fn all_is_there_before_the_page_is_printed() {
    let list = mount::<List>(Props { total: 1_000_000 });
    until(|| !list.text().is_empty(), || list.text()).await;
    happen("beforeprint");
    // What a microtask does is done before the browser prints.
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL))
        .await
        .unwrap();
    assert_eq!(counts(&list.text()).last(), Some(&1_000_000));
    list.take_down();
}

#[wasm_bindgen_test]
async fn a_short_list_is_drawn_once() {
    let list = mount::<List>(Props { total: 7 });
    list.says("7").await;
    list.take_down();
}
