//! What a visitor was shown about their data, and agreed to.

use super::consent::MINIMUM_AGE;
use super::form::Form;
use crate::wire::{Answer, Answers, NoticeReceipt};
use huso_agenda::Lang;

impl Form {
    /// What a visitor was told in a language, and agreed to; `at` is RFC 3339. `None` if the form tells
    /// nothing and asks for nothing.
    pub fn notice(&self, lang: Lang, own: Lang, given: &[String], at: String) -> Option<NoticeReceipt> {
        let age = self.minimum_age().map(|_| MINIMUM_AGE);
        if self.privacy.is_none() && self.consents.is_empty() {
            return None;
        }
        let mut consents = Answers::default();
        for id in self.consents.iter().map(|consent| consent.id.as_str()).chain(age) {
            let is_given = given.iter().any(|other| other == id);
            consents.set(id.to_owned(), Answer::Checked(is_given));
        }
        let stated = self.privacy.as_ref().and_then(|privacy| privacy.version.clone());
        let version = stated.unwrap_or_else(|| self.shown_hash(lang, own));
        Some(NoticeReceipt { version, at, language: lang.tag().to_owned(), consents })
    }

    /// A hash of what is shown in a language, for notices without a version: 64-bit FNV-1a, in
    /// hexadecimal.
    fn shown_hash(&self, lang: Lang, own: Lang) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut add = |text: &str| {
            for byte in text.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        if let Some(privacy) = &self.privacy {
            let texts = [
                &privacy.controller,
                &privacy.address,
                &privacy.purpose,
                &privacy.retention,
                &privacy.recipients,
                &privacy.transfers,
            ];
            for text in texts.into_iter().flatten() {
                add(text.get(lang, own));
            }
            for text in [&privacy.contact, &privacy.rights, &privacy.notice].into_iter().flatten() {
                add(text);
            }
        }
        let purposes = self.purposes.iter().map(|purpose| &purpose.text);
        for text in purposes.chain(self.consents.iter().map(|consent| &consent.text)) {
            add(text.get(lang, own));
        }
        format!("{hash:016x}")
    }
}
