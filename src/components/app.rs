//! The whole widget.

use super::agenda::{Live, agenda, news};
use super::failure::{failure, fault_list};
use super::registration::{part, registration};
use super::tree::Tree;
use crate::client::load;
use crate::clock::{Running, Tick, stand};
use crate::embed::{Config, Source, notify};
use crate::platform;
use crate::state::{Answered, Choice, ChoiceAction, Fetched, FormPart, Loading};
use crate::view::{Loaded, ViewRef};
use huso_agenda::changes::changes;
use huso_agenda::event_file::SessionMode;
use huso_agenda::{Agenda, Changed, Lang, Progress, Session, Severity};
use huso_i18n::Texts as _;
use huso_registration::form_file::Choose;
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, MouseEvent};
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

/// Properties of [`App`].
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// The element's attributes.
    pub config: Config,
    /// The element.
    pub host: HtmlElement,
    /// Loads the part of the program that the form is in, where it is apart.
    pub form_part: Option<Function>,
}

/// What happens to the widget.
pub enum Message {
    /// Nothing is shown, and the event is asked for again.
    Retry,
    /// The answer of a source is there.
    Settle(Source, Answered),
    /// The visitor has seen the news.
    Seen,
    /// The clock has something to say.
    Tick(Tick),
    /// The visitor chose a zone; `None` is the browser's own.
    Zone(Option<String>),
    /// The visitor chose sessions.
    Choose(ChoiceAction),
    /// Whether the widget is longer than the window.
    Long(bool),
    /// The visitor wants the form asked for again.
    RetryForm,
    /// The form's part of the program is here, or why not.
    FormPart(Result<(), Rc<str>>),
}

/// The whole widget: loading, failed, or the event. All that it knows is here, and one `update` changes
/// it: a hook of Yew's is over a kilobyte of its own for each type that it keeps.
pub struct App {
    fetched: Fetched,
    /// Whoever fetches has a weak one: an answer that nobody waits for any more is not taken.
    request: Rc<()>,
    zone: Option<String>,
    view: Option<ViewRef>,
    changed: Vec<Changed>,
    progress: Rc<Progress>,
    clock: Option<Running>,
    choice: Choice,
    form_part: FormPart,
    is_long: bool,
    /// The state that the page was told last.
    told: &'static str,
    on_choice: Callback<ChoiceAction>,
    on_zone: Callback<Option<String>>,
    heading: NodeRef,
    root: NodeRef,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let mut app = Self {
            fetched: Fetched::default(),
            request: Rc::default(),
            zone: platform::remembered_zone(),
            view: None,
            changed: Vec::new(),
            progress: Rc::default(),
            clock: None,
            choice: Choice::default(),
            form_part: match context.props().form_part {
                Some(_) => FormPart::Unasked,
                None => FormPart::Ready,
            },
            is_long: false,
            told: "",
            on_choice: context.link().callback(Message::Choose),
            on_zone: context.link().callback(Message::Zone),
            heading: NodeRef::default(),
            root: NodeRef::default(),
        };
        app.load(context);
        app
    }

    fn changed(&mut self, context: &Context<Self>, old: &AppProps) -> bool {
        if context.props().config.source != old.config.source {
            self.load(context);
        }
        self.look(context);
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Retry => {
                self.fetched.loading = Loading::Pending;
                self.load(context);
            }
            Message::Settle(source, answer) => {
                let before = self.fetched.loaded().cloned();
                self.fetched.settle(source, answer);
                if !is_same(before.as_ref(), self.fetched.loaded()) {
                    self.look(context);
                }
                self.compare();
            }
            Message::Seen => {
                self.fetched.seen = self.fetched.loaded().cloned();
                self.compare();
            }
            Message::Tick(Tick::Stands(view, progress)) => {
                if self.view.as_ref() != Some(&view) {
                    return false;
                }
                self.progress = progress;
            }
            Message::Tick(Tick::Refresh) => {
                self.load(context);
                if !matches!(self.form_part, FormPart::Failed(_)) {
                    return false;
                }
                self.form_part = FormPart::Unasked;
            }
            Message::Zone(zone) => {
                self.zone = zone;
                self.look(context);
            }
            Message::Choose(action) => self.choice.apply(action),
            Message::Long(is_long) => self.is_long = is_long,
            Message::RetryForm => self.form_part = FormPart::Unasked,
            Message::FormPart(Ok(())) => {
                self.form_part = FormPart::Ready;
                self.read_form(context);
            }
            Message::FormPart(Err(details)) => self.form_part = FormPart::Failed(details),
        }
        self.ask_for_form(context);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let Some(view) = &self.view else {
            let retry = link.callback(|_| Message::Retry);
            let lang = props.config.locale.unwrap_or_default().lang;
            return Tree::of(|tree| nothing_to_show(tree, &self.fetched.loading, lang, retry));
        };
        // What was chosen and can't be any more is left out, and comes back if it can again.
        let choice = open_ones(&self.choice, view.agenda());
        let go = {
            let root = self.root.clone();
            Callback::from(move |id: String| {
                let find = |root: Element| root.query_selector(&("#".to_owned() + &id)).ok()?;
                if let Some(element) = root.cast().and_then(find) {
                    platform::go_to(&element);
                }
            })
        };
        let live = Live {
            progress: &self.progress,
            changed: &self.changed,
            current: self.progress.current.filter(|_| self.is_long),
            outdated: self.fetched.stale.then_some(self.fetched.checked),
            go,
        };
        let lang = view.lang;
        // Where the form turned out not to be readable, nobody can register.
        let outline = view.outline().filter(|_| self.form_part != FormPart::Ready || view.form().is_some());
        let takes = outline.filter(|_| view.is_open());
        let choosable = takes.is_some_and(|outline| outline.choose == Choose::Sessions);
        Tree::of(|tree| {
            tree.with("div|class=event|lang|part=event", &[&view.locale.tag()], |tree| {
                tree.refer(&self.root);
                news(tree, view, &live, link.callback(|()| Message::Seen));
                if view.faults().any(|fault| fault.severity() == Severity::Error) {
                    tree.el("div|class=notice", |tree| {
                        tree.line("p|role=status", lang.widget().partial);
                        fault_list(tree, view.faults(), lang);
                    });
                } else {
                    tree.nothing();
                }
                let chosen = choosable.then_some(&choice);
                agenda(tree, view, &live, chosen, &self.on_choice, &self.on_zone);
                if choosable && !choice.ids.is_empty() {
                    basket(tree, lang, choice.ids.len(), &self.heading);
                } else {
                    tree.nothing();
                }
                match outline {
                    Some(outline) => {
                        let (part, retry) = (&self.form_part, link.callback(|_| Message::RetryForm));
                        let (choose, heading) = (&self.on_choice, &self.heading);
                        registration(tree, view, outline, part, retry, &choice, choose, heading, &props.host);
                    }
                    None => tree.nothing(),
                }
            });
        })
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let host = &context.props().host;
        let state = state_name(&self.fetched.loading);
        if self.told != state {
            self.told = state;
            notify(host, state, "");
        }
        let is_long = platform::is_long(host);
        if self.is_long != is_long {
            context.link().send_message(Message::Long(is_long));
        }
    }
}

impl App {
    /// Fetches the event. What was shown stays until the new one is there.
    fn load(&mut self, context: &Context<Self>) {
        self.request = Rc::default();
        let wanted = Rc::downgrade(&self.request);
        let (source, known) = (context.props().config.source.clone(), self.fetched.text.clone());
        let link = context.link().clone();
        spawn_local(async move {
            let answer = load(&source, known.as_deref()).await;
            if wanted.upgrade().is_some() {
                link.send_message(Message::Settle(source, answer));
            }
        });
    }

    /// Sees the event as the attributes and the visitor's choice of a zone want it, from now on.
    fn look(&mut self, context: &Context<Self>) {
        let (config, zone) = (&context.props().config, self.zone.as_deref());
        self.view = self.fetched.loaded().map(|loaded| ViewRef::new(loaded.clone(), config, zone));
        self.read_form(context);
        self.progress = self.view.as_ref().map(stand).unwrap_or_default();
        self.clock = self
            .view
            .clone()
            .map(|view| Running::start(view, self.progress.clone(), context.link().callback(Message::Tick)));
    }

    /// Reads the form once there is a program for it.
    fn read_form(&self, context: &Context<Self>) {
        if let (Some(view), FormPart::Ready) = (&self.view, &self.form_part) {
            view.read_form(|written, agenda| part::read(written, agenda, &context.props().config));
        }
    }

    /// Asks for the part of the program that the form is in, once somebody can register.
    fn ask_for_form(&mut self, context: &Context<Self>) {
        let Some(view) = self.view.as_ref().filter(|view| view.is_open()) else { return };
        let Some(load) = context.props().form_part.clone() else { return };
        if self.form_part != FormPart::Unasked {
            return;
        }
        self.form_part = FormPart::Pending;
        let (link, lang) = (context.link().clone(), view.lang);
        spawn_local(async move {
            link.send_message(Message::FormPart(load_form(&load, lang).await));
        });
    }

    /// Finds what is news to the visitor.
    fn compare(&mut self) {
        let (seen, loaded) = (self.fetched.seen.as_ref(), self.fetched.loaded());
        self.changed = match (seen, loaded) {
            (Some(before), Some(after)) if !is_same(seen, loaded) => changes(&before.agenda, &after.agenda),
            _ => Vec::new(),
        };
    }
}

/// Has embed/huso.js load the part of the program that the form is in.
///
/// # Errors
/// Which file was looked for where, in a language.
async fn load_form(load: &Function, lang: Lang) -> Result<(), Rc<str>> {
    let loading = load.call1(&JsValue::UNDEFINED, &lang.tag().into()).and_then(JsCast::dyn_into::<Promise>);
    let loaded = match loading {
        Ok(loading) => JsFuture::from(loading).await,
        Err(reason) => Err(reason),
    };
    loaded.map(|_| ()).map_err(|reason| reason.as_string().unwrap_or_default().into())
}

fn is_same(one: Option<&Rc<Loaded>>, other: Option<&Rc<Loaded>>) -> bool {
    one.map(Rc::as_ptr) == other.map(Rc::as_ptr)
}

fn nothing_to_show(tree: &mut Tree, loading: &Loading, lang: Lang, retry: Callback<MouseEvent>) {
    if let Loading::Failed(reason) = loading {
        failure(tree, reason, lang, retry);
        return;
    }
    tree.el("div|part=loading", |tree| {
        tree.line("p|class=notice|role=status", lang.widget().loading);
        tree.el("slot", |_| {});
    });
}

fn state_name(loading: &Loading) -> &'static str {
    match loading {
        Loading::Pending => "huso-loading",
        Loading::Failed(_) => "huso-error",
        Loading::Ready(_) => "huso-ready",
    }
}

/// What of a choice can still be chosen. Who is invited, the form knows.
fn open_ones(choice: &Choice, agenda: &Agenda) -> Choice {
    let by_invitation = |session: &Session| session.registration.mode == Some(SessionMode::Invitation);
    let mut open = choice.clone();
    open.ids
        .retain(|id| agenda.session(id).is_some_and(|session| session.is_open() || by_invitation(session)));
    open
}

/// How many sessions are chosen, and the way to the form; it stays in sight while one scrolls.
fn basket(tree: &mut Tree, lang: Lang, count: usize, form: &NodeRef) {
    let say = lang.widget();
    let form = form.clone();
    let go = Callback::from(move |_| {
        if let Some(heading) = form.cast::<Element>() {
            heading.scroll_into_view();
            platform::focus(&heading);
        }
    });
    tree.el("div|class=basket|part=basket", |tree| {
        let words = huso_i18n::plural(count, say.chosen_one, say.chosen_other);
        tree.line("span|role=status", &words);
        tree.button("primary", say.go_to_form, go);
    });
}
