//! What `embed/huso.js` calls.

use super::attributes::read_attributes;
use crate::app::{App, AppProps};
use crate::browser::Started;
use crate::host_commands::HostCommands;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Renderer};

/// A widget that is mounted on the page.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    callbacks: Callbacks,
    commands: HostCommands,
    handle: AppHandle<App>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget for the element `host` into `root`, which stands in its shadow root.
    /// `tell` is called with the state that the element comes into: `loading`, `ready` or `error`. `explain_part` is given a language's tag and says why the last part of the program that was fetched did
    /// not come. `started` is the request for the event file, if one was begun. `on_drawn` is called with `true`
    /// once all rows of the agenda are drawn, and with `false` when there is none to draw.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: HtmlElement,
        root: Element,
        tell: Option<Function>,
        explain_part: Option<Function>,
        started: JsValue,
        on_drawn: Option<Function>,
    ) -> Self {
        let callbacks = Callbacks { tell, explain_part, on_drawn };
        let commands = HostCommands::default();
        let props = AppProps { started: Started::read(&started), ..callbacks.props(&host, &commands) };
        Self { host, callbacks, commands, handle: Renderer::<App>::with_root_and_props(root, props).render() }
    }

    /// Reads the attributes again. What the visitor entered stays.
    pub fn update(&mut self) {
        self.handle.update(self.callbacks.props(&self.host, &self.commands));
    }

    /// Asks for the event file again.
    pub fn refresh(&self) {
        self.commands.refresh.send(());
    }

    /// Goes to a session, by its id.
    pub fn show(&self, session: String) {
        self.commands.show.send(session);
    }

    /// Chooses these sessions, by their ids, and no others.
    pub fn choose(&self, sessions: Vec<String>) {
        self.commands.choose.send(sessions);
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// What the script wants to be called for.
struct Callbacks {
    tell: Option<Function>,
    explain_part: Option<Function>,
    on_drawn: Option<Function>,
}

impl Callbacks {
    fn props(&self, host: &HtmlElement, commands: &HostCommands) -> AppProps {
        AppProps {
            config: read_attributes(host),
            host: host.clone(),
            tell: self.tell.clone(),
            explain_part: self.explain_part.clone(),
            started: None,
            on_drawn: self.on_drawn.clone(),
            commands: commands.clone(),
        }
    }
}
