//! Filled forms.

use crate::rich::{at, rich, word};
use huso_agenda::Lang;
use huso_registration::format::FieldType;
use huso_registration::validation::{normalize, validate};
use huso_registration::{Answer, Form, Submission, Target, dialect};

/// Any bytes as the body of a submission: it is read or refused; what is read comes back from its JSON as it
/// was; to make it uniform twice is to do it once, and leaves nothing unseen in what is one line; and each
/// fault has a place and words.
pub fn answers(bytes: &[u8]) {
    let Ok(sent) = Submission::from_json(bytes) else { return };
    let event = rich();
    let form = event.form.as_ref().unwrap();
    assert_eq!(Submission::from_json(&serde_json::to_vec(&sent).unwrap()), Ok(sent.clone()));
    let mut once = sent;
    normalize(form, &mut once);
    let mut twice = once.clone();
    normalize(form, &mut twice);
    assert_eq!(once, twice, "not uniform after the first time");
    clean(form, &once);
    let faults = validate(form, &event.agenda, &once, at());
    for fault in &faults {
        let pointer = fault.target.pointer();
        assert_eq!(Target::from_pointer(&pointer).as_ref(), Some(&fault.target));
        assert!(Lang::ALL.iter().all(|lang| !fault.code.message(*lang).is_empty()));
    }
    let mut endpoint = form.endpoint.clone().unwrap();
    for encoding in ["json", "urlencoded", "multipart", "text"] {
        endpoint.encoding = word(encoding);
        for name in crate::dialect_response::DIALECTS {
            endpoint.dialect = word(name);
            let _ = dialect::request(&endpoint, form, &once, &[("token", "t")]);
        }
    }
}

/// No control character, line break or bidi mark is in an answer of one line, and none of several lines has
/// another control character than these.
pub(crate) fn clean(form: &Form, submission: &Submission) {
    for (id, answer) in submission.answers.iter() {
        let field = form.fields.iter().find(|field| field.id == id).unwrap();
        let is_several = field.kind == FieldType::Textarea;
        let is_wrong = |c: char| match c {
            '\n' | '\t' => !is_several,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
            '\u{2028}' | '\u{2029}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => true,
            c => c.is_control(),
        };
        let texts = match answer {
            Answer::Checked(_) => continue,
            _ => answer.values(),
        };
        assert!(!texts.iter().any(|text| text.contains(is_wrong)), "{id}: {texts:?}");
    }
}
