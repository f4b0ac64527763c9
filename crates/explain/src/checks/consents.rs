//! What becomes of what people answer.

use super::scope::{Placed, Scope};
use crate::remark::Remark;
use huso_registration::format::{FieldType, Privacy};

/// A form that asks for personal data, and has neither a consent nor a word on what becomes of them.
pub fn no_consent(scope: &Scope) -> Option<Placed> {
    let form = scope.form?;
    let asks = form.fields.iter().any(|field| !matches!(field.kind, FieldType::Hidden | FieldType::Heading));
    let says = |privacy: &Privacy| privacy.purpose.is_some() || privacy.notice.is_some();
    let is_said =
        !form.consents.is_empty() || !form.purposes.is_empty() || form.privacy.as_ref().is_some_and(says);
    (asks && !is_said).then(|| Placed::at("registration.consents", Remark::NoConsent))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says, session};

    #[test]
    fn a_form_says_what_becomes_of_the_answers() {
        let form = |keys: &str| {
            let fields = r#""fields": [{"id": "m", "type": "email", "label": "Correo"}]"#;
            says(&event(&format!(r#""registration": {{{fields}{keys}}},"#), &[&session("")]))
        };
        assert_eq!(
            form(""),
            [
                "registration.consents warning: The form asks for personal data, and says neither what for nor asks for consent."
            ]
        );
        for keys in [
            r#", "consents": [{"id": "c", "text": "Acepto"}]"#,
            r#", "privacy": {"purposes": [{"id": "p", "text": "Inscribir", "legal_basis": "contract"}]}"#,
            r#", "privacy": {"notice": "https://www.example.org/p"}"#,
        ] {
            assert_eq!(form(keys), [""; 0], "{keys}");
        }
        assert_eq!(says(&event(r#""registration": {},"#, &[&session("")])), [""; 0]);
        // One that can't be read is told as what it is.
        let broken = form(r#", "consents": [{"id": "c"}]"#);
        assert!(broken.len() == 1 && broken[0].contains("consents[0].text error"), "{broken:?}");
    }
}
