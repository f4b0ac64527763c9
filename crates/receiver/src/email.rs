//! Which addresses are the same person's.

use huso_registration::form_file::FieldType;
use huso_registration::{Answer, Form, Submission};

/// The answer to the form's first question for an e-mail address, without blanks around it and in small
/// letters. What stands after a `+`, and dots, are kept: whether they matter is the provider's affair.
///
/// Capital letters could tell mailboxes apart (RFC 5321, section 2.4), but no provider in use does.
pub fn address(form: &Form, submission: &Submission) -> Option<String> {
    let field = form.fields.iter().find(|field| field.kind == FieldType::Email)?;
    match submission.answers.get(&field.id)? {
        Answer::Text(text) => Some(text.trim().to_lowercase()).filter(|text| !text.is_empty()),
        _ => None,
    }
}
