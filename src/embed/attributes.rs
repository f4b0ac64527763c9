//! The element's attributes.

use crate::browser::resolve;
use crate::config::{Config, PreviewSeats, Source};
use huso_agenda::Locale;
use huso_agenda::wall_time;
use huso_i18n::labels::HourCycle;
use web_sys::HtmlElement;

/// Reads the attributes of `host`.
pub fn read_attributes(host: &HtmlElement) -> Config {
    let page = host.base_uri().ok().flatten().unwrap_or_default();
    let source = match attribute(host, "src") {
        Some(src) => Source::Address(resolve(&src, &page)),
        None => inline(host).map_or(Source::None, Source::Inline),
    };
    let base = match &source {
        Source::Address(address) => address.clone(),
        _ => page,
    };
    let mut zones = Vec::new();
    for zone in attribute(host, "zones").unwrap_or_default().split(',').map(str::trim) {
        if !zone.is_empty() {
            zones.push(zone.to_owned());
        }
    }
    let moment = attribute(host, "moment").and_then(|moment| wall_time::moment(&moment).ok());
    let preview = is_on(host, "preview") || moment.is_some();
    Config {
        source,
        base,
        locale: locale(host),
        endpoint: attribute(host, "endpoint"),
        zones,
        cycle: HourCycle::from_attribute(&attribute(host, "hour-cycle").unwrap_or_default()),
        viewer: attribute(host, "viewer-timezone"),
        link: is_on(host, "link"),
        preview,
        moment,
        seats: attribute(host, "seats").filter(|_| preview).and_then(|word| seats(&word)),
        filled: attribute(host, "filled").filter(|_| preview),
    }
}

fn seats(word: &str) -> Option<PreviewSeats> {
    match word.trim() {
        "few" => Some(PreviewSeats::Few),
        "none" => Some(PreviewSeats::NoneLeft),
        _ => None,
    }
}

/// An attribute's value; one that is blank counts as missing. The script also upgrades
/// `<div data-huso-src>`, whose attributes carry the prefix.
fn attribute(host: &HtmlElement, name: &str) -> Option<String> {
    host.get_attribute(name).filter(|value| !value.trim().is_empty())
}

/// Whether an attribute is there, and not `false`, which React 18 and Vue write.
fn is_on(host: &HtmlElement, name: &str) -> bool {
    host.get_attribute(name).is_some_and(|value| !value.trim().eq_ignore_ascii_case("false"))
}

fn inline(host: &HtmlElement) -> Option<String> {
    host.query_selector("script[type='application/json']").ok().flatten()?.text_content()
}

fn locale(host: &HtmlElement) -> Option<Locale> {
    let nearest = host.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
    let page = || host.owner_document()?.document_element()?.get_attribute("lang");
    nearest.or_else(page).as_deref().and_then(Locale::from_tag)
}
