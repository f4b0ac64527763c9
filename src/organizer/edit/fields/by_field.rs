//! What is said of the event file, by field.

use crate::edit::diagnostics::{Entry, field_place};
use crate::workspace::Checked;
use huso_edit::Place;
use std::collections::HashMap;
use std::rc::Rc;

/// What is said of the event file, by the places that it is in: a form has many fields, and each asks for its own.
#[derive(Clone)]
pub struct ByField {
    checked: Checked,
    /// Which of the faults are at a place or in it, from 0.
    faults: Rc<HashMap<Place, Vec<usize>>>,
}

impl ByField {
    /// What is said of a checked event file.
    pub fn of(checked: &Checked) -> Self {
        let mut faults: HashMap<Place, Vec<usize>> = HashMap::new();
        for (at, fault) in checked.faults.iter().enumerate() {
            let mut next = Some(field_place(&fault.path));
            while let Some(place) = next {
                next = place.parent().map(|(parent, _)| parent);
                faults.entry(place).or_default().push(at);
            }
        }
        Self { checked: checked.clone(), faults: faults.into() }
    }

    /// What is said of a place and of all in it, in the order of the file's lines.
    pub fn at(&self, place: &Place) -> Rc<[Entry]> {
        let here = self.faults.get(place).into_iter().flatten();
        let entry = |at: &usize| Some(Entry::of(&self.checked.document, self.checked.faults.get(*at)?));
        here.filter_map(entry).collect()
    }
}

/// Equal to what is said of the same event file.
impl PartialEq for ByField {
    fn eq(&self, other: &Self) -> bool {
        self.checked == other.checked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_edit::Document;

    #[test]
    fn a_place_has_what_is_said_of_it_and_of_all_in_it() {
        let file = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima", "sessions": [
            {"id": "a", "title": "A", "start": "2027-08-11T09:00", "duration": "1"},
            {"id": "a", "title": "B", "start": "2027-08-11T10:00", "links": [{"rel": "join", "url": 7}]}]}"#;
        let (_, faults) = huso_explain::open(file.as_bytes());
        let document = Document::parse(file).unwrap().into();
        let checked = Checked { document, text: file.into(), event: None, faults: faults.into() };
        let by_field = ByField::of(&checked);
        let paths = |place: &str| -> Vec<String> {
            by_field.at(&Place::parse(place)).iter().map(|entry| entry.explanation.path.clone()).collect()
        };
        assert_eq!(paths("sessions[0].end"), ["sessions[0].duration"], "a duration is the end's field");
        assert_eq!(paths("sessions[1].links"), ["sessions[1].links[0].url"]);
        assert_eq!(paths("sessions[1]"), ["sessions[1].id", "sessions[1].links[0].url"]);
        assert_eq!(paths("sessions[0].title"), [""; 0]);
        assert_eq!(paths("").len(), checked.faults.len());
    }
}
