//! What `embed/huso.js` calls.

use super::attributes::read_attributes;
use super::root::{Root, RootProps};
use crate::app::AppProps;
use crate::browser::Started;
use crate::host_commands::HostCommands;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Renderer};

/// A widget on the page. Yew keeps the listeners of a root for ever: one whose element is gone is given to another
/// (`embed/roots.js`).
#[wasm_bindgen]
pub struct Widget {
    occupant: Option<Occupant>,
    past: u32,
    handle: AppHandle<Root>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget for the element `host` into `root`, which stands in its shadow root.
    /// `tell` is called with the state that the element comes into: `loading`, `ready` or `error`. `explain_part` is
    /// given a language's tag and says why the last part of the program that was fetched did not come. `started` is
    /// the request for the event file, if one was begun. `on_drawn` is called with `true` once all rows of the agenda
    /// are drawn, and with `false` when there is none to draw.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: HtmlElement,
        root: Element,
        tell: Option<Function>,
        explain_part: Option<Function>,
        started: JsValue,
        on_drawn: Option<Function>,
    ) -> Self {
        let occupant = Occupant::new(host, tell, explain_part, on_drawn);
        let props = RootProps { app: Some(occupant.first_props(&started)), past: 0 };
        let handle = Renderer::<Root>::with_root_and_props(root, props).render();
        Self { occupant: Some(occupant), past: 0, handle }
    }

    /// Mounts a widget for another element into the root, as [`Widget::new`] does.
    pub fn mount(
        &mut self,
        host: HtmlElement,
        tell: Option<Function>,
        explain_part: Option<Function>,
        started: JsValue,
        on_drawn: Option<Function>,
    ) {
        self.past = self.past.wrapping_add(1);
        let occupant = Occupant::new(host, tell, explain_part, on_drawn);
        self.draw(Some(occupant.first_props(&started)));
        self.occupant = Some(occupant);
    }

    /// Reads the attributes again. What the visitor entered stays.
    pub fn update(&mut self) {
        let app = self.occupant.as_ref().map(Occupant::props);
        self.draw(app);
    }

    /// Asks for the event file again.
    pub fn refresh(&self) {
        if let Some(occupant) = &self.occupant {
            occupant.commands.refresh.send(());
        }
    }

    /// Goes to a session, by its id.
    pub fn show(&self, session: String) {
        if let Some(occupant) = &self.occupant {
            occupant.commands.show.send(session);
        }
    }

    /// Chooses these sessions, by their ids, and no others.
    pub fn choose(&self, sessions: Vec<String>) {
        if let Some(occupant) = &self.occupant {
            occupant.commands.choose.send(sessions);
        }
    }

    /// Empties the root.
    pub fn unmount(&mut self) {
        self.occupant = None;
        self.draw(None);
    }

    fn draw(&mut self, app: Option<AppProps>) {
        self.handle.update(RootProps { app, past: self.past });
    }
}

/// The element whose widget it is, what the script wants to be called for, and what the page's scripts ask of it.
struct Occupant {
    host: HtmlElement,
    tell: Option<Function>,
    explain_part: Option<Function>,
    on_drawn: Option<Function>,
    commands: HostCommands,
}

impl Occupant {
    fn new(
        host: HtmlElement,
        tell: Option<Function>,
        explain_part: Option<Function>,
        on_drawn: Option<Function>,
    ) -> Self {
        Self { host, tell, explain_part, on_drawn, commands: HostCommands::default() }
    }

    fn first_props(&self, started: &JsValue) -> AppProps {
        AppProps { started: Started::read(started), ..self.props() }
    }

    fn props(&self) -> AppProps {
        AppProps {
            config: read_attributes(&self.host),
            host: self.host.clone(),
            tell: self.tell.clone(),
            explain_part: self.explain_part.clone(),
            started: None,
            on_drawn: self.on_drawn.clone(),
            commands: self.commands.clone(),
        }
    }
}
