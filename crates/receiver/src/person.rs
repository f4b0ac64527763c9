//! Who is the same person.

use huso_registration::format::FieldType;
use huso_registration::wire::Answers;
use huso_registration::{Answer, Form};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What browsers fill in where a name is asked for (WHATWG HTML, "autofill field names").
const NAMES: [&str; 3] = ["name", "given-name", "family-name"];

/// The answer to the form's first question for an e-mail address, as it is compared.
pub fn address(form: &Form, answers: &Answers) -> Option<String> {
    let field = form.fields.iter().find(|field| field.kind == FieldType::Email)?;
    let Answer::Text(text) = answers.get(&field.id)? else { return None };
    normalized_address(text)
}

/// An e-mail address as it is compared: what looks alike is the same (NFKC) and letters are small; the domain in its
/// ASCII form (UTS #46), in which it is looked up. What stands after a `+`, and dots, are kept: whether they matter is
/// the provider's affair. `None` for what is no address.
///
/// Capital letters could tell mailboxes apart (RFC 5321, section 2.4), but no provider in use does.
pub fn normalized_address(text: &str) -> Option<String> {
    let (local, domain) = text.trim().rsplit_once('@')?;
    let folded = |text: &str| text.nfkc().collect::<String>().to_lowercase();
    let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| folded(domain));
    Some(folded(local) + "@" + &domain)
}

/// The answers to the questions for a name, as they are compared: small letters without accents, blanks made one.
/// Empty where the form has no such question, or none was answered.
pub fn name(form: &Form, answers: &Answers) -> String {
    let is_name = |autocomplete: &String| {
        // `section-one name` is one too.
        autocomplete.split_ascii_whitespace().next_back().is_some_and(|last| NAMES.contains(&last))
    };
    let fields = form.fields.iter().filter(|field| field.autocomplete.as_ref().is_some_and(is_name));
    let texts = fields.filter_map(|field| match answers.get(&field.id)? {
        Answer::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let plain: String =
        texts.collect::<Vec<_>>().join(" ").nfkd().filter(|c| !is_combining_mark(*c)).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
