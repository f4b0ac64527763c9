//! What readers see of an event file, and where links lead, by place: whatever stands beside it, right or wrong.

use crate::remark::Part;
use crate::spot::{File, text};
use huso_agenda::Text;
use jsonc_parser::ast::{Object, Value};

/// A text that readers see, and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// `sessions[3].title`
    pub path: String,
    /// What it is.
    pub part: Part,
    /// The text.
    pub text: Text,
}

/// Where texts stand.
const TEXTS: &[(&str, Part)] = &[
    ("title", Part::Other),
    ("summary", Part::Other),
    ("speakers[].role", Part::Other),
    ("sessions[].title", Part::Title),
    ("sessions[].summary", Part::Summary),
    ("sessions[].links[].label", Part::Other),
    ("registration.fields[].label", Part::Form),
    ("registration.fields[].hint", Part::Form),
    ("registration.fields[].pattern_message", Part::Form),
    ("registration.consents[].text", Part::Form),
    ("registration.privacy.purpose", Part::Form),
    ("registration.privacy.purposes[].text", Part::Form),
    ("registration.privacy.retention", Part::Form),
    ("registration.privacy.recipients", Part::Form),
    ("registration.privacy.transfers", Part::Form),
    ("registration.confirmation", Part::Form),
];

/// Where names stand: written once, they are those of every language.
const NAMES: &[(&str, Part)] = &[
    ("tracks[].name", Part::Other),
    ("venues[].name", Part::Other),
    ("zones[].label", Part::Other),
    ("registration.fields[].options[].label", Part::Form),
    ("registration.privacy.controller", Part::Form),
    ("registration.privacy.address", Part::Form),
];

/// Keys of links that readers may follow, or that their browsers do.
const LINKS: [&str; 5] = ["url", "logo", "photo", "notice", "calendar"];

/// Where the answers go, which nobody follows.
const ENDPOINT: &str = "registration.endpoint.";

/// Every text, in the file's order.
pub fn written(file: &File) -> Vec<Written> {
    let mut all = Vec::new();
    let visit = &mut |object: &Object, key: &str, path: &str, shape: &str| {
        let part =
            |table: &[(&str, Part)]| table.iter().find(|(known, _)| *known == shape).map(|(_, part)| *part);
        let (own, name) = (part(TEXTS), part(NAMES));
        let Some(part) = own.or(name) else { return };
        let found = text(object, key).unwrap_or_default();
        if own.is_some() || matches!(found, Text::ByLanguage(_)) {
            all.push(Written { path: path.to_owned(), part, text: found });
        }
    };
    file.root().into_iter().for_each(|root| walk(root, &mut Place::default(), visit));
    all
}

/// Every link and its place, in the file's order.
pub fn links(file: &File) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let visit = &mut |object: &Object, key: &str, path: &str, _: &str| {
        let address = object.get_string(key).filter(|_| LINKS.contains(&key) && !path.starts_with(ENDPOINT));
        all.extend(address.map(|address| (path.to_owned(), address.value.to_string())));
    };
    file.root().into_iter().for_each(|root| walk(root, &mut Place::default(), visit));
    all
}

/// A place, `sessions[3].title`, and what all of its kind have in common: `sessions[].title`.
#[derive(Default)]
struct Place {
    path: String,
    shape: String,
}

impl Place {
    /// Goes one step further, does something there, and comes back.
    fn within(&mut self, path: &str, shape: &str, act: impl FnOnce(&mut Self)) {
        let before = (self.path.len(), self.shape.len());
        self.path.push_str(path);
        self.shape.push_str(shape);
        act(self);
        self.path.truncate(before.0);
        self.shape.truncate(before.1);
    }
}

/// Visits every property of every object: with the object, its key, its path and its shape.
fn walk(value: &Value, place: &mut Place, visit: &mut impl FnMut(&Object, &str, &str, &str)) {
    match value {
        Value::Object(object) => {
            for property in &object.properties {
                let key = property.name.as_str();
                let step = if place.path.is_empty() { key.to_owned() } else { format!(".{key}") };
                place.within(&step, &step, |place| {
                    visit(object, key, &place.path, &place.shape);
                    walk(&property.value, place, visit);
                });
            }
        }
        Value::Array(list) => {
            for (index, value) in list.elements.iter().enumerate() {
                place.within(&format!("[{index}]"), "[]", |place| walk(value, place, visit));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_links_are_found_where_they_stand() {
        let file = File::new(
            r#"{"title": "E", "url": "/e", "zones": [{"label": "Chile"}, {"label": {"es": "Perú", "en": "Peru"}}],
            "sessions": [7, {"title": {"es": "A"}, "summary": "", "links": [{"url": "x", "label": "L"}]}],
            "registration": {"endpoint": {"url": "r"}, "fields": [{"options": [{"label": "O"}], "hint": "H"}]}}"#,
        );
        let paths: Vec<_> = written(&file).into_iter().map(|one| one.path).collect();
        assert_eq!(
            paths,
            [
                "title",
                "zones[1].label",
                "sessions[1].title",
                "sessions[1].summary",
                "sessions[1].links[0].label",
                "registration.fields[0].hint"
            ]
        );
        let links: Vec<_> = links(&file).into_iter().map(|(path, _)| path).collect();
        assert_eq!(links, ["url", "sessions[1].links[0].url"]);
    }
}
