//! Where an event leads to, and where it is.

use super::component::Component;
use super::property::Property;
use super::reader::Reader;
use super::value;
use huso_agenda::event_file::LinkRel;
use huso_agenda::link::{is_absolute, is_safe};

/// Properties with an address: RFC 5545, 3.8.4.6 and 3.8.1.1; RFC 7986, 5.11; and what programs invented before it.
const ADDRESSES: &[(&str, LinkRel)] = &[
    ("CONFERENCE", LinkRel::Join),
    ("X-GOOGLE-CONFERENCE", LinkRel::Join),
    ("X-MICROSOFT-SKYPETEAMSMEETINGURL", LinkRel::Join),
    ("X-MICROSOFT-ONLINEMEETINGCONFLINK", LinkRel::Join),
    ("URL", LinkRel::More),
    ("ATTACH", LinkRel::More),
];

/// The links of an event, each once. What can't be linked to is reported.
pub(super) fn links(event: &Component, reader: &mut Reader) -> Vec<(LinkRel, String)> {
    let mut links: Vec<(LinkRel, String)> = Vec::new();
    let mut add = |rel: LinkRel, address: String| {
        if links.iter().all(|(_, other)| *other != address) {
            links.push((rel, address));
        }
    };
    if let Some(address) = event.first("LOCATION").and_then(place_online) {
        add(LinkRel::Join, address);
    }
    for (name, rel) in ADDRESSES {
        for property in event.all(name).filter(|property| !property.value.is_empty()) {
            match address(property) {
                Some(address) => add(*rel, address),
                None if name.starts_with("X-") => {}
                None => reader.left_out(property),
            }
        }
    }
    links
}

fn address(property: &Property) -> Option<String> {
    let is_data = property.param("VALUE") == Some("BINARY") || property.param("ENCODING").is_some();
    let address = property.value.trim();
    (!is_data && is_absolute(address) && is_safe(address)).then(|| address.to_owned())
}

/// The address that a place is, of an event that takes place online.
pub(super) fn place_online(location: &Property) -> Option<String> {
    let place = value::text(&location.value);
    let is_address = ["https://", "http://"].iter().any(|scheme| place.starts_with(scheme));
    (is_address && !place.contains(char::is_whitespace)).then_some(place)
}
