//! Elements made by a call. `html!` writes out the construction of each element at its place; where
//! an element has neither listener nor property, a call does the same in a quarter of the bytes
//! (docs/decisions/0005).

use super::tree::Tree;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};
use yew::{AttrValue, Html};

/// An element with attributes and children.
pub fn el(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<AttrValue>,
    children: Vec<Html>,
) -> Html {
    let values = values.into_iter().map(|value| Some(AttributeOrProperty::Attribute(value)));
    let mut tag = VTag::new(tag);
    tag.set_attributes(Attributes::Dynamic { keys, values: values.collect() });
    tag.add_children(children);
    tag.into()
}

/// An element with a class and children.
pub fn block(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    el(tag, &["class"], vec![class.into()], children)
}

/// An element with a class and a text.
pub fn line(tag: &'static str, class: &'static str, text: &str) -> Html {
    block(tag, class, vec![self::text(text)])
}

/// A text.
pub fn text(text: &str) -> Html {
    Tree::of(|tree| tree.text(text))
}

/// A button that is no more than a text.
pub fn button(class: &'static str, text: &str, onclick: yew::Callback<web_sys::MouseEvent>) -> Html {
    Tree::of(|tree| tree.button(class, text, onclick))
}

/// A link that opens beside the page.
pub fn link(address: String, text: &str) -> Html {
    Tree::of(|tree| tree.link(&address, text))
}
