use crate::harness::mount;
use huso::hooks::use_is_long;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::{Html, Properties, component, html};

#[derive(Properties, PartialEq)]
struct Props {
    element: HtmlElement,
    #[prop_or_default]
    round: u32,
}

#[component]
fn Long(props: &Props) -> Html {
    let is_long = use_is_long(&props.element);
    html! { {if is_long { "long" } else { "short" }} }
}

#[wasm_bindgen_test]
async fn it_follows_the_elements_height() {
    let document = web_sys::window().unwrap().document().unwrap();
    let element: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&element).unwrap();
    let mut long = mount::<Long>(Props { element: element.clone(), round: 0 });
    long.says("short").await;
    element.set_attribute("style", "height: 9000px").unwrap();
    long.handle.update(Props { element: element.clone(), round: 1 });
    long.says("long").await;
    element.remove();
    long.take_down();
}
