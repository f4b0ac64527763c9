//! Elements made by a call. `html!` writes out the construction of each element at its place; where
//! an element has neither listener nor property, a call does the same in a quarter of the bytes
//! (docs/decisions/0005).

use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};
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
    VText::new(text.to_owned()).into()
}

/// A button that is no more than a text.
pub fn button(class: &'static str, text: &str, onclick: yew::Callback<web_sys::MouseEvent>) -> Html {
    yew::html! { <button type="button" {class} {onclick}>{text.to_owned()}</button> }
}

/// A link that opens beside the page.
pub fn link(address: String, text: &str) -> Html {
    let keys = &["href", "target", "rel"];
    el("a", keys, vec![address.into(), "_blank".into(), "noopener noreferrer".into()], vec![self::text(text)])
}
