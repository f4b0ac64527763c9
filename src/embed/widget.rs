//! What `embed/huso.js` calls.

use super::Config;
use crate::components::{App, AppProps};
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Renderer};

/// A widget that is mounted on the page.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    form_part: Option<Function>,
    handle: AppHandle<App>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget for the element `host` into `root`, which stands in its shadow root. `form_part`
    /// loads the part of the program that the form is in, and returns a promise of that; without it the
    /// program is whole.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: Element, form_part: Option<Function>) -> Self {
        let props = props(&host, &form_part);
        Self { host, form_part, handle: Renderer::<App>::with_root_and_props(root, props).render() }
    }

    /// Reads the attributes again. What the visitor entered stays.
    pub fn update(&mut self) {
        self.handle.update(props(&self.host, &self.form_part));
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

fn props(host: &HtmlElement, form_part: &Option<Function>) -> AppProps {
    AppProps { config: Config::read(host), host: host.clone(), form_part: form_part.clone() }
}
