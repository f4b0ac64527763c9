//! What a visitor was shown about their data, and agreed to.

use super::consent::MINIMUM_AGE;
use super::form::Form;
use crate::wire::{Answer, Answers, NoticeReceipt, Submission};
use huso_agenda::Lang;

impl Form {
    /// What the sender of a normalized submission was told in a language, and agreed to; `at` is RFC 3339. `None` if
    /// the form tells nothing and asks for nothing.
    pub fn notice(&self, lang: Lang, own: Lang, sent: &Submission, at: String) -> Option<NoticeReceipt> {
        let version = self.notice_version(lang, own)?;
        let mut consents = Answers::default();
        for id in self.asked_consents(&sent.answers) {
            let is_given = sent.consents.iter().any(|other| other == id);
            consents.set(id.to_owned(), Answer::Checked(is_given));
        }
        Some(NoticeReceipt { version, at, language: lang.tag().to_owned(), consents })
    }

    /// Ids of the consents that are asked for, given the answers.
    pub fn asked_consents<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'a str> {
        let asked = self.consents.iter().filter(|consent| self.asks_consent(consent, answers));
        asked.map(|consent| consent.id.as_str()).chain(self.minimum_age().map(|_| MINIMUM_AGE))
    }

    /// The version of what a form tells and asks for in a language; `None` where that is nothing.
    pub fn notice_version(&self, lang: Lang, own: Lang) -> Option<String> {
        if self.privacy.is_none() && self.consents.is_empty() {
            return None;
        }
        let stated = self.privacy.as_ref().and_then(|privacy| privacy.version.clone());
        Some(stated.unwrap_or_else(|| self.shown_hash(lang, own)))
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
