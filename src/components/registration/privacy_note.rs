//! Who keeps the answers and what for, before the button.

use crate::components::tree::Tree;
use crate::view::View;
use huso_agenda::Text;
use huso_i18n::Texts as _;
use huso_registration::form_file::{Privacy, Purpose};

/// The first layer of the notice, with the way to the second.
pub fn privacy_note(tree: &mut Tree, view: &View, privacy: &Privacy, purposes: &[Purpose]) {
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
    tree.el("div|class=privacy", |tree| {
        tree.line("h4", say.privacy);
        tree.el("dl", |tree| {
            for (name, fact) in facts {
                if let Some(fact) = fact {
                    tree.el("div|class=fact", |tree| {
                        tree.line("dt", name);
                        tree.line("dd", &fact);
                    });
                }
            }
        });
        if let Some(notice) = &privacy.notice {
            tree.el("p|class=notice-link", |tree| tree.link(&view.address(notice), say.notice));
        }
    });
}

/// Uses that rest on no consent, one sentence after the other.
fn told(view: &View, purposes: &[Purpose]) -> Option<String> {
    let mut all = String::new();
    for purpose in purposes {
        all.push_str(if all.is_empty() { "" } else { " " });
        all.push_str(view.text(&purpose.text));
    }
    (!all.is_empty()).then_some(all)
}
