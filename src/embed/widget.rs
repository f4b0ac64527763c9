//! What `embed/huso.js` calls.

use super::attributes::read_attributes;
use crate::app::{App, AppProps};
use crate::browser::Started;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Renderer};

/// A widget that is mounted on the page.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    explain_part: Option<Function>,
    handle: AppHandle<App>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget for the element `host` into `root`, which stands in its shadow root.
    /// `explain_part` is given a language's tag and says why the last part of the program that was fetched did
    /// not come. `started` is the request for the event file, if one was begun.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: Element, explain_part: Option<Function>, started: JsValue) -> Self {
        let props = AppProps { started: Started::read(&started), ..props(&host, &explain_part) };
        Self { host, explain_part, handle: Renderer::<App>::with_root_and_props(root, props).render() }
    }

    /// Reads the attributes again. What the visitor entered stays.
    pub fn update(&mut self) {
        self.handle.update(props(&self.host, &self.explain_part));
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

fn props(host: &HtmlElement, explain_part: &Option<Function>) -> AppProps {
    AppProps {
        config: read_attributes(host),
        host: host.clone(),
        explain_part: explain_part.clone(),
        started: None,
    }
}
