//! What the element's attributes and its surroundings ask for.

use huso_agenda::Locale;
use huso_i18n::labels::HourCycle;
use web_sys::HtmlElement;

/// Where the event comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The `src` attribute, resolved against the page's base address.
    Address(String),
    /// The text of a `<script type="application/json">` inside the element.
    Inline(String),
    /// Neither was given.
    None,
}

/// The element's attributes, read once for each change.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Where the event comes from.
    pub source: Source,
    /// Relative addresses in the event file start here.
    pub base: String,
    /// The element's language, else the page's; the event's own if neither is one of ours.
    pub locale: Option<Locale>,
    /// Overrides the file's endpoint.
    pub endpoint: Option<String>,
    /// Overrides the file's zones: IANA names.
    pub zones: Vec<String>,
    /// 12 or 24 hours.
    pub cycle: HourCycle,
    /// Shows the event as somebody in this zone sees it: for previews.
    pub viewer: Option<String>,
    /// Nothing is sent.
    pub preview: bool,
}

impl Config {
    /// Reads the attributes of `host`.
    pub fn read(host: &HtmlElement) -> Self {
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
        Self {
            source,
            base,
            locale: locale(host),
            endpoint: attribute(host, "endpoint"),
            zones,
            cycle: HourCycle::from_attribute(&attribute(host, "hour-cycle").unwrap_or_default()),
            viewer: attribute(host, "viewer-timezone"),
            preview: host.has_attribute("preview"),
        }
    }
}

/// An address against its base; as it is if they make no URL.
pub fn resolve(address: &str, base: &str) -> String {
    web_sys::Url::new_with_base(address, base).map_or_else(|_| address.to_owned(), |url| url.href())
}

/// An attribute's value; one that is blank counts as missing. The script also upgrades
/// `<div data-huso-src>`, whose attributes carry the prefix.
fn attribute(host: &HtmlElement, name: &str) -> Option<String> {
    host.get_attribute(name).filter(|value| !value.trim().is_empty())
}

fn inline(host: &HtmlElement) -> Option<String> {
    host.query_selector("script[type='application/json']").ok().flatten()?.text_content()
}

fn locale(host: &HtmlElement) -> Option<Locale> {
    let nearest = host.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
    let page = || host.owner_document()?.document_element()?.get_attribute("lang");
    nearest.or_else(page).as_deref().and_then(Locale::from_tag)
}
