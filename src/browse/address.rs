//! What somebody looks at, in the page's address: `#huso-turismo=view:ruler;day:2027-08-11;q:caf%C3%A9`.
//!
//! The part after `#` belongs to the page. Other parts of it, between `&`, stay as they are.

use super::state::Browse;
use crate::view::View;
use huso_agenda::find::{Awake, Facet};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is written as it is, and has no meaning here.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What an address leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// What of the agenda, and how.
    pub browse: Browse,
    /// The id of a session in it.
    pub session: Option<String>,
}

impl Address {
    /// Reads an event's part of what stands after `#`; what it doesn't say, or is not known, is as at first. An empty
    /// address where there is no such part.
    pub fn read(fragment: &str, event: &str) -> Self {
        let name = name(event);
        let own = |part: &str| {
            Some(part.split_once('=')?).filter(|(other, _)| *other == name).map(|(_, value)| value.to_owned())
        };
        let mut address = Self::default();
        for entry in fragment.split('&').find_map(own).unwrap_or_default().split(';') {
            let (key, values) = entry.split_once(':').unwrap_or((entry, ""));
            address.set(key, &values.split(',').map(decoded).collect::<Vec<_>>());
        }
        address
    }

    fn set(&mut self, key: &str, values: &[String]) {
        let browse = &mut self.browse;
        let first = || values.first().filter(|value| !value.is_empty()).cloned();
        match key {
            "view" => browse.view = first().and_then(|name| View::from_key(&name)).unwrap_or_default(),
            "plan" => browse.is_plan = true,
            "q" => browse.query = first().unwrap_or_default(),
            "awake" => browse.filters.awake = first().and_then(|key| Awake::from_key(&key)),
            "session" => self.session = first(),
            _ => {
                let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key) else { return };
                for value in values.iter().filter(|value| !value.is_empty()) {
                    if !browse.filters.wants(facet, value) {
                        browse.filters.toggle(facet, value);
                    }
                }
            }
        }
    }

    /// What stands after `#` with the event's part as it is now; without one where it says nothing.
    pub fn write(&self, fragment: &str, event: &str) -> String {
        let name = name(event);
        let is_other =
            |part: &&str| !part.is_empty() && part.split_once('=').map_or(*part, |(other, _)| other) != name;
        let mut parts: Vec<String> = fragment.split('&').filter(is_other).map(str::to_owned).collect();
        let own = self.entries().join(";");
        if !own.is_empty() {
            parts.push(format!("{name}={own}"));
        }
        parts.join("&")
    }

    fn entries(&self) -> Vec<String> {
        let Browse { view, query, filters, is_plan } = &self.browse;
        let entry = |key: &str, value: &str| format!("{key}:{}", encoded(value));
        let mut entries = Vec::new();
        entries.extend(self.session.iter().map(|id| entry("session", id)));
        entries.extend(is_plan.then(|| "plan".to_owned()));
        entries.extend((*view != View::default()).then(|| entry("view", view.key())));
        entries.extend((!query.is_empty()).then(|| entry("q", query)));
        for facet in Facet::ALL {
            let values: Vec<String> = filters.values(facet).iter().map(|value| encoded(value)).collect();
            if !values.is_empty() {
                entries.push(format!("{}:{}", facet.key(), values.join(",")));
            }
        }
        entries.extend(filters.awake.map(|awake| entry("awake", &awake.key())));
        entries
    }
}

fn name(event: &str) -> String {
    format!("huso-{}", encoded(event))
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;
    use huso_agenda::chrono::NaiveTime;
    use proptest::prelude::*;

    fn addresses() -> impl Strategy<Value = Address> {
        let time =
            (0u32..24, 0u32..60).prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        let awake = prop::option::of((time.clone(), time).prop_map(|(from, until)| Awake { from, until }));
        let wanted = prop::collection::btree_set((0..Facet::ALL.len(), ".{1,8}"), 0..5);
        let view = prop::sample::select(vec![View::List, View::Grid, View::Ruler]);
        (prop::option::of(".{1,12}"), any::<bool>(), view, ".{0,12}", wanted, awake).prop_map(
            |(session, is_plan, view, query, wanted, awake)| {
                let mut browse = Browse { view, query, is_plan, ..Browse::default() };
                for (facet, value) in wanted {
                    browse.filters.toggle(Facet::ALL.into_iter().nth(facet).unwrap(), &value);
                }
                browse.filters.awake = awake;
                Address { browse, session }
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(address in addresses(), event in ".{1,8}", other in "[a-z/=]{0,8}") {
            let fragment = address.write(&other, &event);
            prop_assert_eq!(Address::read(&fragment, &event), address);
            prop_assert_eq!(Address::default().write(&fragment, &event), other);
            prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_graphic()));
        }

        #[test]
        fn anything_can_be_read(fragment in ".{0,40}", value in "[a-z:;,%=0-9-]{0,30}") {
            let _ = Address::read(&fragment, "e");
            let _ = Address::read(&format!("huso-e={value}"), "e");
        }
    }

    #[test]
    fn an_address_is_what_people_can_read() {
        let mut browse = Browse { view: View::Ruler, query: "café".to_owned(), ..Browse::default() };
        for (facet, value) in [(Facet::Day, "2027-08-11"), (Facet::Track, "a"), (Facet::Track, "b")] {
            browse.filters.toggle(facet, value);
        }
        browse.filters.awake = Some(Awake::default());
        let written = Address { browse, session: None }.write("programa&huso-otro=plan", "turismo");
        assert_eq!(
            written,
            "programa&huso-otro=plan&huso-turismo=view:ruler;q:caf%C3%A9;day:2027-08-11;track:a,b;awake:0700-2200"
        );
        assert_eq!(Address::read("huso-turismo=view:cube;huge:1", "turismo"), Address::default());
    }
}
