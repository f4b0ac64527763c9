//! A place on the page for a component, and waiting for what becomes of it.

use gloo_timers::future::TimeoutFuture;
use web_sys::{Element, Event};
use yew::scheduler::flush;
use yew::{AppHandle, BaseComponent, Renderer};

/// A component on the page.
pub struct Mounted<C: BaseComponent> {
    pub root: Element,
    pub handle: AppHandle<C>,
}

pub fn mount<C: BaseComponent>(props: C::Properties) -> Mounted<C> {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let handle = Renderer::<C>::with_root_and_props(root.clone(), props).render();
    Mounted { root, handle }
}

impl<C: BaseComponent> Mounted<C> {
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// Waits until the component's text is this.
    pub async fn says(&self, text: &str) {
        until(|| self.text() == text, || format!("{:?}, not {text:?}", self.text())).await;
    }

    pub fn take_down(self) {
        self.handle.destroy();
        self.root.remove();
    }
}

/// Waits until something holds, or says what there is instead. Effects have run by then: where the page is slow, Yew
/// gives way to it between what a component shows and its effects.
pub async fn until(holds: impl Fn() -> bool, instead: impl Fn() -> String) {
    for _ in 0..500 {
        if holds() {
            return flush().await;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("{}", instead());
}

/// An event of the window.
pub fn happen(name: &str) {
    web_sys::window().unwrap().dispatch_event(&Event::new(name).unwrap()).unwrap();
}
