//! The sizes of elements.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Watches the sizes of elements until it is dropped.
pub struct Resized {
    observer: ResizeObserver,
    #[allow(dead_code, reason = "the browser calls it until then")]
    callback: Closure<dyn FnMut()>,
}

impl Resized {
    /// Calls back soon, and whenever one of the elements has another size; `None` where browsers don't tell.
    pub fn watch<'a>(
        elements: impl IntoIterator<Item = &'a Element>,
        callback: impl FnMut() + 'static,
    ) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        for element in elements {
            observer.observe(element);
        }
        Some(Self { observer, callback })
    }
}

impl Drop for Resized {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
