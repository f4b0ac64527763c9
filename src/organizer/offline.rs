//! The page without a network.

use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ServiceWorkerContainer;

/// The service worker's file, beside the page: `cargo xtask build` writes into it what the page is made of.
const WORKER: &str = "organizer-offline.js";

/// Has the browser keep what the page is made of. Where pages may not, as without https, it works with a network only.
pub fn keep_page() {
    let navigator = web_sys::window().map(|window| window.navigator());
    // Missing where pages may not, whatever web-sys says.
    let workers = navigator.and_then(|navigator| Reflect::get(&navigator, &"serviceWorker".into()).ok());
    let workers = workers.filter(|workers| !workers.is_undefined());
    if let Some(workers) = workers.map(|workers| workers.unchecked_into::<ServiceWorkerContainer>()) {
        spawn_local(async move {
            let _ = JsFuture::from(workers.register(WORKER)).await;
        });
    }
}
