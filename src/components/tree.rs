//! Elements written from the top down. `html!` writes out the construction of each element at its place,
//! and a call for each needs lists of values and children there; here, an element is two calls without
//! any (docs/decisions/0005).

use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement, InputEvent, MouseEvent, SubmitEvent};
use yew::html::{onchange, onclick, oninput, onsubmit};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VTag, VText};
use yew::{AttrValue, Callback, Html, NodeRef, TargetCast as _};

/// An element's name, and its attributes in order: `p|class=mine|part`. One without `=` gets its value
/// where the element is made.
struct Shape {
    text: &'static str,
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<&'static str>>,
}

impl Shape {
    fn read(text: &'static str) -> Self {
        let mut parts = text.split('|');
        let tag = parts.next().unwrap_or_default();
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for part in parts {
            let (key, value) = match part.split_once('=') {
                Some((key, value)) => (key, Some(value)),
                None => (part, None),
            };
            keys.push(key);
            values.push(value);
        }
        Self { text, tag, keys: keys.leak(), values }
    }
}

thread_local! {
    /// Every shape that was used, by its text. Yew wants an element's keys for ever, and compares them by
    /// their address: each shape is read once.
    static SHAPES: RefCell<Vec<Shape>> = const { RefCell::new(Vec::new()) };
}

fn element(text: &'static str, values: &[&str]) -> VTag {
    SHAPES.with_borrow_mut(|shapes| {
        let place = match shapes.binary_search_by(|shape| shape.text.cmp(text)) {
            Ok(place) => place,
            Err(place) => {
                shapes.insert(place, Shape::read(text));
                place
            }
        };
        let Some(shape) = shapes.get(place) else { return VTag::new(text) };
        let mut values = values.iter();
        let mut all = Vec::new();
        for value in &shape.values {
            let value = match value {
                Some(value) => Some(AttrValue::Static(value)),
                None => values.next().map(|value| AttrValue::Rc((*value).into())),
            };
            all.push(value.map(AttributeOrProperty::Attribute));
        }
        let mut tag = VTag::new(shape.tag);
        tag.set_attributes(Attributes::Dynamic { keys: shape.keys, values: all.into() });
        tag
    })
}

/// What is written so far.
#[derive(Default)]
pub struct Tree {
    /// Elements that are not closed yet, and how many nodes there were before each.
    open: Vec<(VTag, usize)>,
    nodes: Vec<Html>,
}

impl Tree {
    /// The node that `write` writes.
    pub fn of(write: impl FnOnce(&mut Self)) -> Html {
        let mut tree = Self::default();
        write(&mut tree);
        tree.nodes.pop().unwrap_or_default()
    }

    /// An element without values to be filled in, and what is `inside`.
    #[inline(always)]
    pub fn el(&mut self, shape: &'static str, inside: impl FnOnce(&mut Self)) {
        self.with(shape, &[], inside);
    }

    /// An element, the values of the attributes that have none in its shape, and what is `inside`.
    #[inline(always)]
    pub fn with(&mut self, shape: &'static str, values: &[&str], inside: impl FnOnce(&mut Self)) {
        self.begin(shape, values);
        inside(self);
        self.end();
    }

    /// An element with a text.
    pub fn line(&mut self, shape: &'static str, text: &str) {
        self.el(shape, |tree| tree.text(text));
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.put(VText::new(Rc::<str>::from(text)).into());
    }

    /// A button that is no more than a text.
    pub fn button(&mut self, class: &str, text: &str, onclick: Callback<MouseEvent>) {
        self.with("button|type=button|class", &[class], |tree| {
            tree.on_click(onclick);
            tree.text(text);
        });
    }

    /// A link that opens beside the page.
    pub fn link(&mut self, address: &str, text: &str) {
        let shape = "a|href|target=_blank|rel=noopener noreferrer";
        self.with(shape, &[address], |tree| tree.text(text));
    }

    /// A node made elsewhere.
    pub fn put(&mut self, node: Html) {
        self.nodes.push(node);
    }

    /// Holds the place of a node that is not there now. Beside another number of nodes, Yew would make
    /// those around it anew, without focus.
    pub fn nothing(&mut self) {
        self.put(Html::default());
    }

    /// What the element that is open listens to.
    pub fn listen(&mut self, listener: Rc<dyn Listener>) {
        if let Some((tag, _)) = self.open.last_mut() {
            tag.add_listener(listener);
        }
    }

    /// What a click on the element that is open does.
    pub fn on_click(&mut self, callback: Callback<MouseEvent>) {
        self.listen(Rc::new(onclick::Wrapper::new(callback)));
    }

    /// What a change of the field that is open does.
    pub fn on_change(&mut self, callback: Callback<Event>) {
        self.listen(Rc::new(onchange::Wrapper::new(callback)));
    }

    /// What is done with the input that is open when something was entered in it.
    pub fn on_input(&mut self, callback: Callback<HtmlInputElement>) {
        let of = |event: InputEvent| event.target_unchecked_into();
        self.listen(Rc::new(oninput::Wrapper::new(callback.reform(of))));
    }

    /// What is done when the form that is open is sent.
    pub fn on_submit(&mut self, callback: Callback<SubmitEvent>) {
        self.listen(Rc::new(onsubmit::Wrapper::new(callback)));
    }

    /// An attribute of the element that is open, or none.
    pub fn set(&mut self, key: &'static str, value: Option<&str>) {
        if let (Some((tag, _)), Some(value)) = (self.open.last_mut(), value) {
            tag.add_attribute(key, value.to_owned());
        }
    }

    /// What stands in the input that is open.
    pub fn value(&mut self, value: &str) {
        if let Some((tag, _)) = self.open.last_mut() {
            tag.set_value(value.to_owned());
        }
    }

    /// Tells the element that is open from its neighbours.
    pub fn key(&mut self, key: &str) {
        if let Some((tag, _)) = self.open.last_mut() {
            tag.key = Some(key.into());
        }
    }

    /// The way to the element that is open.
    pub fn refer(&mut self, node: &NodeRef) {
        if let Some((tag, _)) = self.open.last_mut() {
            tag.node_ref = node.clone();
        }
    }

    /// Whether the box that is open is ticked.
    pub fn check(&mut self, is_ticked: bool) {
        if let Some((tag, _)) = self.open.last_mut() {
            tag.set_checked(is_ticked);
        }
    }

    fn begin(&mut self, shape: &'static str, values: &[&str]) {
        self.open.push((element(shape, values), self.nodes.len()));
    }

    fn end(&mut self) {
        if let Some((mut tag, before)) = self.open.pop() {
            tag.add_children(self.nodes.split_off(before));
            self.put(tag.into());
        }
    }
}
