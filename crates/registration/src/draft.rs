//! What a tab keeps of a form until it is sent, so that a reload loses nothing.

use crate::form::Form;
use crate::format::FieldType;
use crate::normalize;
use crate::wire::{Answer, Answers};
use huso_agenda::Instant;
use serde::{Deserialize, Serialize};

/// Seconds that a draft is good for.
pub const LIFETIME: u32 = 24 * 60 * 60;

/// A form as it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// When it was kept: seconds since 1970.
    pub at: u32,
    /// The submission's id.
    pub submission: String,
    /// Whether it was sent under this id.
    pub was_sent: Option<bool>,
    /// Whether it was sent and nobody knows what became of it.
    pub in_doubt: Option<bool>,
    /// Answers by field id, without files and without what is not to be kept.
    #[serde(default)]
    pub answers: Answers,
    /// Ids of the consents given.
    #[serde(default)]
    pub consents: Vec<String>,
    /// Ids of the chosen sessions.
    #[serde(default)]
    pub sessions: Vec<String>,
}

impl Draft {
    /// Reads one that was kept; `None` if it isn't one, or is too old.
    pub fn from_json(text: &str, now: Instant) -> Option<Self> {
        let draft: Self = serde_json::from_str(text).ok()?;
        let age = now.timestamp() - i64::from(draft.at);
        (0..=i64::from(LIFETIME)).contains(&age).then_some(draft)
    }

    /// Makes the answers uniform, and leaves out what is not to be kept: files, which can't be, and the
    /// answers to fields that say so.
    pub fn tidied(mut self, form: &Form) -> Self {
        normalize::answers(form, &mut self.answers);
        self.answers.retain(|id, answer| {
            let field = form.fields.iter().find(|field| field.id == id);
            field.is_some_and(|field| field.draft) && !matches!(answer, Answer::File(_))
        });
        self
    }

    /// Whether nothing is lost without it: the visitor entered nothing, and nothing may have arrived.
    pub fn is_needless(&self, form: &Form) -> bool {
        self.is_empty(form) && self.in_doubt != Some(true)
    }

    /// Whether the visitor entered nothing of it.
    pub fn is_empty(&self, form: &Form) -> bool {
        let blank = |answer: &Answer| {
            *answer == Answer::Checked(false) || answer.values().iter().all(|value| value.is_empty())
        };
        let is_hidden =
            |id| form.fields.iter().any(|field| field.id == id && field.kind == FieldType::Hidden);
        self.consents.is_empty()
            && self.sessions.is_empty()
            && self.answers.iter().all(|(id, answer)| blank(answer) || is_hidden(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Event;
    use crate::wire::FileInfo;
    use huso_agenda::chrono::DateTime;

    fn now(seconds: i64) -> Instant {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn draft() -> Draft {
        let mut answers = Answers::default();
        answers.set("name".into(), Answer::Text("Ana \"Ñ\"".into()));
        answers.set("areas".into(), Answer::Many(vec!["a".into(), "b".into()]));
        answers.set("rut".into(), Answer::Text("12345678-5".into()));
        let file = FileInfo { name: "cv.pdf".into(), size: 9, r#type: None };
        answers.set("cv".into(), Answer::File(file));
        Draft {
            at: 1_000_000,
            submission: "0b6b1c1e".into(),
            was_sent: Some(true),
            in_doubt: Some(true),
            answers,
            consents: vec!["data".into()],
            sessions: vec!["s1".into()],
        }
    }

    #[test]
    fn it_comes_back_as_it_was_for_a_day() {
        let text = serde_json::to_string(&draft()).unwrap();
        assert_eq!(Draft::from_json(&text, now(1_000_000)), Some(draft()));
        assert_eq!(Draft::from_json(&text, now(1_086_400)), Some(draft()));
        assert_eq!(Draft::from_json(&text, now(1_086_401)), None);
        assert_eq!(Draft::from_json(&text, now(999_999)), None, "a clock that was set back");
        for broken in ["", "{", "[]", "{\"at\":\"x\"}", "{\"at\":1000000}"] {
            assert_eq!(Draft::from_json(broken, now(1_000_000)), None, "{broken}");
        }
    }

    fn form() -> Form {
        let file = r#"{"huso":1,"id":"fair","title":"Fair","timezone":"America/Lima",
            "sessions":[{"id":"s1","title":"S","start":"2027-08-11T09:00"}],
            "registration":{"endpoint":{"url":"/r","dialect":"form","encoding":"multipart"},"fields":[
              {"id":"name","type":"text","label":"Name"},
              {"id":"rut","type":"text","label":"RUT","draft":false},
              {"id":"source","type":"hidden","parameter":"utm_source","label":"Source"},
              {"id":"cv","type":"file","label":"CV"}]}}"#;
        Event::parse(file).0.unwrap().form.unwrap()
    }

    #[test]
    fn files_and_what_is_not_to_be_kept_are_left_out() {
        let draft = draft().tidied(&form());
        assert_eq!(draft.answers.iter().map(|(id, _)| id).collect::<Vec<_>>(), ["name"]);
    }

    #[test]
    fn blanks_are_nothing() {
        let mut draft = draft();
        assert!(!draft.is_empty(&form()));
        draft.consents.clear();
        draft.sessions.clear();
        draft.answers = Answers::default();
        draft.answers.set("name".into(), Answer::Text("  ".into()));
        draft.answers.set("news".into(), Answer::Checked(false));
        draft.answers.set("areas".into(), Answer::Many(Vec::new()));
        draft.answers.set("source".into(), Answer::Text("newsletter".into()));
        assert!(draft.is_empty(&form()));
    }
}
