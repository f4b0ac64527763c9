//! Ids, each once in its list.

use super::decoder::Decoder;
use crate::problem::Problem;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The ids that a list has so far, and the place of each; `None` of those that are the program's own.
#[derive(Default)]
pub struct Ids(BTreeMap<String, Option<String>>);

impl Ids {
    /// Keeps an id for the program's own use.
    pub fn reserve(&mut self, id: &str) {
        self.0.entry(id.to_owned()).or_default();
    }

    /// Whether the id of what is being read is new; one that isn't is reported, at the key `id`.
    pub fn is_new(&mut self, id: &str, decoder: &mut Decoder) -> bool {
        let id = id.to_owned();
        let problem = match self.0.entry(id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(Some(decoder.place().to_owned()));
                return true;
            }
            Entry::Occupied(entry) => match entry.get() {
                Some(first) => Problem::DuplicateId { id, first: first.clone() },
                None => Problem::ReservedId { id },
            },
        };
        decoder.report_at("id", problem);
        false
    }
}
