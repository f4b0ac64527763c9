//! What sessions have to have to be shown.

use super::awake::Awake;
use super::facet::Facet;
use crate::model::{Agenda, Session};
use crate::time::Offsets;
use std::collections::BTreeMap;

/// What sessions have to have to be shown: of each facet that has any, one of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Never empty lists.
    wanted: BTreeMap<Facet, Vec<String>>,
    /// The hours in which they have to start, on the visitor's clock.
    pub awake: Option<Awake>,
}

impl Filters {
    /// Wants a value, or no longer.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.wanted.entry(facet).or_default();
        match values.iter().position(|other| other == value) {
            Some(place) => {
                values.remove(place);
            }
            None => values.push(value.to_owned()),
        }
        self.wanted.retain(|_, values| !values.is_empty());
    }

    /// Whether a value is wanted.
    pub fn wants(&self, facet: Facet, value: &str) -> bool {
        self.values(facet).iter().any(|other| other == value)
    }

    /// The values that are wanted of a facet.
    pub fn values(&self, facet: Facet) -> &[String] {
        self.wanted.get(&facet).map(Vec::as_slice).unwrap_or_default()
    }

    /// The values that are wanted, with their facets.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.wanted.iter().flat_map(|(facet, values)| values.iter().map(|value| (*facet, value.as_str())))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.iter().count() + usize::from(self.awake.is_some())
    }

    /// Whether a session has all of it, for somebody whose clocks are `here`.
    pub fn admits(&self, session: &Session, agenda: &Agenda, here: &dyn Offsets) -> bool {
        self.admits_but_for_hours(session, agenda)
            && self.awake.is_none_or(|awake| awake.admits(session.when, here))
    }

    /// The same, whenever it starts.
    pub fn admits_but_for_hours(&self, session: &Session, agenda: &Agenda) -> bool {
        self.wanted.iter().all(|(facet, values)| facet.admits(session, agenda, values))
    }

    /// Without what an agenda doesn't have: an address may be of an earlier one.
    pub fn tidied(mut self, agenda: &Agenda) -> Self {
        for (facet, values) in &mut self.wanted {
            let is_known = |value: &String| {
                agenda
                    .sessions
                    .iter()
                    .any(|session| facet.values(session, agenda).iter().any(|other| other == value))
            };
            values.retain(is_known);
        }
        self.wanted.retain(|_, values| !values.is_empty());
        self
    }
}
