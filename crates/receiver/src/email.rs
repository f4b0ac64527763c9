//! Which addresses are the same person's.

use huso_registration::format::FieldType;
use huso_registration::{Answer, Form, Submission};
use unicode_normalization::UnicodeNormalization as _;

/// The answer to the form's first question for an e-mail address, as it is compared: what looks alike is the
/// same (NFKC) and letters are small; the domain in its ASCII form (UTS #46), in which it is looked up. What
/// stands after a `+`, and dots, are kept: whether they matter is the provider's affair.
///
/// Capital letters could tell mailboxes apart (RFC 5321, section 2.4), but no provider in use does.
pub fn address(form: &Form, submission: &Submission) -> Option<String> {
    let field = form.fields.iter().find(|field| field.kind == FieldType::Email)?;
    let Answer::Text(text) = submission.answers.get(&field.id)? else { return None };
    let (local, domain) = text.trim().rsplit_once('@')?;
    let folded = |text: &str| text.nfkc().collect::<String>().to_lowercase();
    let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| folded(domain));
    Some(folded(local) + "@" + &domain)
}
