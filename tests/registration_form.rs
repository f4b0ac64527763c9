//! The form on a page: what typing in it draws anew, and what stays.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod on_page;

use gloo_timers::future::TimeoutFuture;
use js_sys::Function;
use on_page::{mount, type_in, wait_for};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const FILE: &str = include_str!("../examples/pacific-alliance-2027.json");

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
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
    let (mut widget, _, root) = mount(&[("lang", "es")], FILE);
    let email: HtmlInputElement = wait_for(&root, "[name=email]").await.unchecked_into();
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
    widget.unmount();
}

#[wasm_bindgen_test]
async fn what_is_entered_and_the_focus_stay_when_all_is_drawn_anew() {
    let (mut widget, host, root) = mount(&[("lang", "es")], FILE);
    let email: HtmlInputElement = wait_for(&root, "[name=email]").await.unchecked_into();
    email.focus().unwrap();
    type_in(&email, "ana@example.org");
    let country: HtmlInputElement = wait_for(&root, "select[name=country]").await.unchecked_into();
    type_in(&country, "CL");
    wait_for(&root, "option[value=CL][selected]").await;
    host.set_attribute("lang", "en").unwrap();
    widget.update();
    wait_for(&root, ".event[lang=en]").await;
    assert_eq!(root.query_selector("[name=email]").unwrap().as_ref(), Some(email.as_ref()));
    assert_eq!((email.value(), country.value()), ("ana@example.org".to_owned(), "CL".to_owned()));
    assert_eq!(document().active_element().as_ref(), Some(email.as_ref()));
    widget.unmount();
}
