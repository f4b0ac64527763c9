//! What becomes of the answers.

use super::context::Context;
use huso_agenda::{Text, link};
use huso_i18n::Texts as _;
use huso_registration::format::{LegalBasis, Privacy, Purpose};
use huso_registration::validation::is_email;
use maud::{Markup, html};

/// The notice in layers: who, what for and how long; then, folded, the rest; then the way to the full text.
pub(super) fn privacy(context: &Context<'_>, privacy: &Privacy) -> Markup {
    let (texts, page) = (context.lang.form(), context.lang.page());
    let text = |text: &Option<Text>| text.as_ref().map(|text| html! { (context.text(text)) });
    let first = [
        (texts.controller, text(&privacy.controller)),
        (texts.purpose, text(&privacy.purpose)),
        (texts.retention, text(&privacy.retention)),
        (texts.rights, privacy.rights.as_deref().map(reach)),
    ];
    let purposes = (!context.form.purposes.is_empty()).then(|| {
        html! { ul { @for one in &context.form.purposes { (purpose(context, one)) } } }
    });
    let rest = [
        (texts.address, text(&privacy.address)),
        (texts.contact, privacy.contact.as_deref().map(reach)),
        (texts.purposes, purposes),
        (texts.recipients, text(&privacy.recipients)),
        (texts.transfers, text(&privacy.transfers)),
    ];
    let list = |facts: &[(&'static str, Option<Markup>)]| {
        html! { dl { @for (name, fact) in facts { @if let Some(fact) = fact { dt { (name) } dd { (fact) } } } } }
    };
    html! {
        h2 { (texts.privacy) }
        (list(&first))
        @if rest.iter().any(|(_, fact)| fact.is_some()) { details { summary { (page.more) } (list(&rest)) } }
        @if let Some(notice) = &privacy.notice { p { a href=(notice) { (texts.notice) } } }
    }
}

/// A use of the answers that is told, not asked, and what allows it.
fn purpose(context: &Context<'_>, purpose: &Purpose) -> Markup {
    let page = context.lang.page();
    let basis = match purpose.legal_basis.unwrap_or_default() {
        // Those are boxes.
        LegalBasis::Consent => None,
        LegalBasis::Contract => Some(page.basis_contract),
        LegalBasis::Law => Some(page.basis_law),
        LegalBasis::PublicTask => Some(page.basis_public_task),
        LegalBasis::LegitimateInterest => Some(page.basis_legitimate_interest),
    };
    html! {
        li {
            (context.text(&purpose.text))
            @if let Some(basis) = basis { " (" (basis) ")" }
            @if let Some(url) = &purpose.url { " " a href=(url) { (context.lang.form().read_more) } }
        }
    }
}

/// How to reach somebody: a link where it is a page or an e-mail address.
fn reach(text: &str) -> Markup {
    let address = if link::is_absolute(text) && link::is_web(text) {
        Some(text.to_owned())
    } else {
        is_email(text).then(|| format!("mailto:{text}"))
    };
    match address {
        Some(address) => html! { a href=(address) rel="noreferrer" { (text) } },
        None => html! { (text) },
    }
}
