//! The form on a page: what typing in it draws anew, and what stays.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use gloo_timers::future::TimeoutFuture;
use huso::embed::Widget;
use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const FILE: &str = include_str!("../examples/pacific-alliance-2027.json");

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element with an event file inside, and the widget in a `<div>` beside it.
fn mount(lang: &str) -> (Widget, HtmlElement, Element) {
    let host: HtmlElement = document().create_element("huso-test").unwrap().unchecked_into();
    host.set_attribute("lang", lang).unwrap();
    let script = document().create_element("script").unwrap();
    script.set_attribute("type", "application/json").unwrap();
    script.set_text_content(Some(FILE));
    host.append_child(&script).unwrap();
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    (Widget::new(host.clone(), root.clone(), None, wasm_bindgen::JsValue::UNDEFINED), host, root)
}

async fn wait_for(root: &Element, selector: &str) -> HtmlInputElement {
    for _ in 0..500 {
        if let Some(element) = root.query_selector(selector).unwrap() {
            return element.unchecked_into();
        }
        TimeoutFuture::new(10).await;
    }
    panic!("{selector} does not appear in {}", root.inner_html());
}

/// Enters a text in a field, or chooses a value in a list.
fn type_in(input: &HtmlInputElement, text: &str) {
    input.set_value(text);
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    let event = web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap();
    input.dispatch_event(&event).unwrap();
}

/// How often an input was drawn since then: Yew reads what stands in a text field, and sets whether a box is
/// ticked, each time.
struct Drawings(Function);

impl Drawings {
    fn of(input: &HtmlInputElement) -> Self {
        let body = "
            const name = input.type === 'checkbox' ? 'checked' : 'value';
            const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, name);
            let count = 0;
            Object.defineProperty(input, name, {
                get() { if (name === 'value') count++; return get.call(this); },
                set(value) { if (name === 'checked') count++; set.call(this, value); },
            });
            return () => count;";
        let count = Function::new_with_args("input", body).call1(&JsValue::NULL, input).unwrap();
        Self(count.unchecked_into())
    }

    fn count(&self) -> f64 {
        self.0.call0(&JsValue::NULL).unwrap().as_f64().unwrap()
    }
}

#[wasm_bindgen_test]
async fn typing_in_a_field_draws_that_field() {
    let (widget, _, root) = mount("es");
    let email = wait_for(&root, "[name=email]").await;
    let others = ["[name=name]", ".choice [name^=session-]", "[name^=consent-]"]
        .map(|selector| root.query_selector(selector).unwrap().unwrap().unchecked_into());
    let others = others.map(|input: HtmlInputElement| Drawings::of(&input));
    type_in(&email, "a");
    // Something is entered: the form says that it is kept.
    wait_for(&root, ".draft").await;
    let drawings = Drawings::of(&email);
    type_in(&email, "an");
    TimeoutFuture::new(100).await;
    // The event's handler reads it once itself.
    assert_eq!(drawings.count(), 2.0);
    assert_eq!(others.map(|other| other.count()), [0.0; 3]);
    widget.destroy();
}

#[wasm_bindgen_test]
async fn what_is_entered_and_the_focus_stay_when_all_is_drawn_anew() {
    let (mut widget, host, root) = mount("es");
    let email = wait_for(&root, "[name=email]").await;
    email.focus().unwrap();
    type_in(&email, "ana@example.org");
    let country = wait_for(&root, "select[name=country]").await;
    type_in(&country, "CL");
    wait_for(&root, "option[value=CL][selected]").await;
    host.set_attribute("lang", "en").unwrap();
    widget.update();
    wait_for(&root, ".event[lang=en]").await;
    assert_eq!(root.query_selector("[name=email]").unwrap().as_ref(), Some(email.as_ref()));
    assert_eq!((email.value(), country.value()), ("ana@example.org".to_owned(), "CL".to_owned()));
    assert_eq!(document().active_element().as_ref(), Some(email.as_ref()));
    widget.destroy();
}
