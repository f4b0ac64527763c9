use crate::harness::mount;
use huso::hooks::use_is_long;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::{Html, Properties, component, html};

#[derive(Properties, PartialEq)]
struct Props {
    element: HtmlElement,
}

#[component]
fn Long(props: &Props) -> Html {
    let is_long = use_is_long(&props.element, true);
    html! { {if is_long { "long" } else { "short" }} }
}

#[wasm_bindgen_test]
async fn it_follows_the_elements_height_without_being_drawn_again() {
    let document = web_sys::window().unwrap().document().unwrap();
    let element: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&element).unwrap();
    let long = mount::<Long>(Props { element: element.clone() });
    long.says("short").await;
    for (height, text) in [("9000px", "long"), ("10px", "short")] {
        element.set_attribute("style", &format!("height: {height}")).unwrap();
        long.says(text).await;
    }
    element.remove();
    long.take_down();
}
