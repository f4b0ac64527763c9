//! What the visitor agrees to, and the other uses of the answers.

use super::condition::{Labels, condition};
use crate::form::consent::Consent;
use crate::format::{ConsentEntry, LegalBasis, Privacy, Purpose};
use huso_agenda::decode::{Decoder, Ids, List, each};
use huso_agenda::model::reading::safe_link;

pub(super) fn consents(
    all: List<ConsentEntry>,
    labels: &Labels,
    ids: &mut Ids,
    decoder: &mut Decoder,
) -> Vec<Consent> {
    each(all, "consents", decoder, |consent, decoder| {
        ids.is_new(&consent.id, decoder).then(|| Consent {
            show_if: consent.show_if.as_ref().and_then(|rule| condition(rule, labels, decoder)),
            url: safe_link("url", consent.url, decoder),
            id: consent.id,
            text: consent.text,
            required: consent.required.unwrap_or(false),
        })
    })
}

/// Who keeps the answers, and the uses of them that rest on no consent. Those that do are added to `consents`.
pub(super) fn privacy(
    privacy: Option<Privacy>,
    ids: &mut Ids,
    consents: &mut Vec<Consent>,
    decoder: &mut Decoder,
) -> (Option<Privacy>, Vec<Purpose>) {
    let Some(mut privacy) = privacy else { return (None, Vec::new()) };
    let purposes = decoder.key("privacy", |decoder| {
        privacy.notice = safe_link("notice", privacy.notice.take(), decoder);
        purposes(std::mem::take(&mut privacy.purposes), ids, consents, decoder)
    });
    (Some(privacy), purposes)
}

fn purposes(
    all: List<Purpose>,
    ids: &mut Ids,
    consents: &mut Vec<Consent>,
    decoder: &mut Decoder,
) -> Vec<Purpose> {
    each(all, "purposes", decoder, |mut purpose, decoder| {
        if !ids.is_new(&purpose.id, decoder) {
            return None;
        }
        purpose.url = safe_link("url", purpose.url, decoder);
        if purpose.legal_basis.unwrap_or_default() != LegalBasis::Consent {
            return Some(purpose);
        }
        let required = purpose.required.unwrap_or(false);
        consents.push(Consent {
            id: purpose.id,
            text: purpose.text,
            required,
            show_if: None,
            url: purpose.url,
        });
        None
    })
}
