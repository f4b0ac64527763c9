//! What endpoints answer.

use crate::rich::{rich, word};
use huso_registration::Target;
use huso_registration::dialect::{Doubt, Outcome, knows_repetitions, outcome};
use huso_registration::format::{Dialect, Endpoint, Errors, KeyPlace, Names, Success};

/// All dialects.
pub(crate) const DIALECTS: [&str; 13] = [
    "huso",
    "json",
    "form",
    "formspree",
    "netlify",
    "google-apps-script",
    "google-forms",
    "hubspot",
    "contact-form-7",
    "drupal-webform",
    "pocketbase",
    "postgrest",
    "webhook",
];

/// The first byte says which dialect and how it is set, the next two are the HTTP status, the rest is the
/// answer's body. Nothing is confirmed without a reason to, and each fault is at a field that there is.
pub fn dialect_response(bytes: &[u8]) {
    let [first, high, low, body @ ..] = bytes else { return };
    let status = u16::from_be_bytes([*high, *low]) % 1_000;
    let body = String::from_utf8_lossy(body);
    let form = rich().form.as_ref().unwrap();
    let endpoint = endpoint(*first);
    let found = outcome(&endpoint, form, "0b6b1c1e", status, &body);
    if endpoint.dialect == Some(Dialect::GoogleForms) {
        assert_eq!(found, Outcome::Unconfirmed(Doubt::Opaque));
        return;
    }
    match found {
        Outcome::Confirmed(_) => {
            let succeeded = (200..=299).contains(&status);
            assert!(succeeded || knows_repetitions(&endpoint), "{status} is no success");
        }
        Outcome::Rejected(rejection) => {
            assert!(status < 500, "a broken endpoint refuses nothing");
            for fault in rejection.faults {
                let is_ours = match Target::from_pointer(&fault.pointer) {
                    Some(Target::Field(id)) => form.fields.iter().any(|field| field.id == id),
                    Some(_) => true,
                    None => true,
                };
                assert!(is_ours || endpoint.dialect == Some(Dialect::Huso), "{}", fault.pointer);
            }
        }
        Outcome::Unconfirmed(_) => {}
    }
}

fn endpoint(choice: u8) -> Endpoint {
    let mut endpoint = Endpoint::huso("https://example.org/r".to_owned());
    let index = usize::from(choice) % DIALECTS.len();
    endpoint.dialect = DIALECTS.get(index).and_then(|name| word(name));
    let settings = usize::from(choice) / DIALECTS.len();
    if settings & 1 != 0 {
        endpoint.key = Some(KeyPlace::Body);
        let name = |ours: &str, theirs: &str| (ours.to_owned(), theirs.to_owned());
        endpoint.fields = Names(vec![name("$submission", "key"), name("name", "full_name"), name("tel", "")]);
    }
    if settings & 2 != 0 {
        let text = |text: &str| Some(text.to_owned());
        endpoint.success = Some(Success { status: Vec::new(), pointer: text("/a/b"), equals: text("ok") });
    }
    if settings & 4 != 0 {
        let text = |text: &str| Some(text.to_owned());
        endpoint.errors = Some(Errors {
            list: text("/e"),
            field: text("f"),
            message: text("m"),
            map: text("/d"),
            text: text("/t"),
        });
    }
    endpoint
}
