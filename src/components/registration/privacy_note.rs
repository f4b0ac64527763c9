//! Who keeps the answers and what for, before the button.

use crate::components::parts::{block, el, link, text};
use crate::view::View;
use huso_agenda::Text;
use huso_registration::form_file::{Privacy, Purpose};
use yew::Html;

/// The first layer of the notice, with the way to the second.
pub fn privacy_note(view: &View, privacy: &Privacy, purposes: &[Purpose]) -> Html {
    let say = view.lang.form();
    let words = |words: &Option<Text>| words.as_ref().map(|words| view.text(words).to_owned());
    let facts = [
        (say.controller, words(&privacy.controller)),
        (say.address, words(&privacy.address)),
        (say.purpose, words(&privacy.purpose)),
        (say.purposes, told(view, purposes)),
        (say.retention, words(&privacy.retention)),
        (say.recipients, words(&privacy.recipients)),
        (say.transfers, words(&privacy.transfers)),
        (say.contact, privacy.contact.clone()),
        (say.rights, privacy.rights.clone()),
    ];
    let plain = |tag, words: &str| el(tag, &[], Vec::new(), vec![text(words)]);
    let fact = |(name, fact): (&str, Option<String>)| {
        Some(block("div", "fact", vec![plain("dt", name), plain("dd", &fact?)]))
    };
    let list = el("dl", &[], Vec::new(), facts.into_iter().filter_map(fact).collect());
    let mut parts = vec![plain("h4", say.privacy), list];
    if let Some(notice) = &privacy.notice {
        parts.push(block("p", "notice-link", vec![link(view.address(notice), say.notice)]));
    }
    block("div", "privacy", parts)
}

/// Uses that rest on no consent, in one sentence after the other.
fn told(view: &View, purposes: &[Purpose]) -> Option<String> {
    let texts: Vec<&str> = purposes.iter().map(|purpose| view.text(&purpose.text)).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}
