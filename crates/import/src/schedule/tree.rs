//! XML as a tree. External entities are never fetched, and entities that a document defines never replaced (XML 1.0,
//! section 4.4): each stands as it is written.

use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements within each other; a schedule has 6.
const DEEPEST: usize = 32;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    text: String,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of a child; empty where there is none.
    pub(super) fn text_of(&self, name: &str) -> &str {
        self.child(name).map_or("", Element::text)
    }

    pub(super) fn text(&self) -> &str {
        self.text.trim()
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (usize, &'a Element)> {
        self.children.iter().filter(move |child| child.name == name).enumerate()
    }
}

/// The outermost element, and what its parser says where the document ends before it does.
pub(super) fn tree(text: &str) -> (Option<Element>, Option<String>) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let mut open: Vec<Element> = Vec::new();
    loop {
        let closed = match reader.read_event() {
            Ok(Event::Start(start)) if open.len() >= DEEPEST => {
                return (root(open), Some(format!("<{}>", local(start.local_name().as_ref()))));
            }
            Ok(Event::Start(start)) => {
                open.push(element(&start));
                None
            }
            Ok(Event::Empty(start)) => Some(element(&start)),
            Ok(Event::End(_)) => open.pop(),
            Ok(Event::Text(part)) => write(&mut open, &part.xml10_content()),
            Ok(Event::CData(part)) => write(&mut open, &part.xml10_content()),
            Ok(Event::GeneralRef(part)) => write(&mut open, &reference(&part)),
            Ok(Event::Eof) if open.is_empty() => return (None, None),
            Ok(Event::Eof) => return (root(open), Some("EOF".to_owned())),
            Ok(_) => None,
            Err(error) => return (root(open), Some(error.to_string())),
        };
        let Some(closed) = closed else { continue };
        match open.last_mut() {
            Some(parent) => parent.children.push(closed),
            None => return (Some(closed), None),
        }
    }
}

/// The name of the outermost element.
pub(crate) fn root_name(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => return Some(local(start.local_name().as_ref())),
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// Closes what a broken document leaves open.
fn root(mut open: Vec<Element>) -> Option<Element> {
    let mut last = open.pop()?;
    while let Some(mut parent) = open.pop() {
        parent.children.push(last);
        last = parent;
    }
    Some(last)
}

fn write(open: &mut [Element], text: &str) -> Option<Element> {
    open.last_mut()?.text.push_str(text);
    None
}

fn element(start: &BytesStart) -> Element {
    let mut all = start.attributes();
    let attributes = all.with_checks(false).flatten().map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
        (local(attribute.key.local_name().as_ref()), value)
    });
    Element {
        name: local(start.local_name().as_ref()),
        attributes: attributes.collect(),
        ..Element::default()
    }
}

fn local(name: &str) -> String {
    name.to_owned()
}

/// What a reference stands for: one of the five that XML has, or a character's number.
fn reference(part: &BytesRef) -> String {
    let written = format!("&{};", &**part);
    match unescape(&written) {
        Ok(text) => text.into_owned(),
        Err(_) => written,
    }
}
