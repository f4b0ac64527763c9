//! A form as a preview shows it.

use crate::wire::Answers;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A form as somebody has filled it, for previews: the element's attribute `filled` (docs/embedding.md).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filled {
    /// Answers by field id.
    pub answers: Answers,
    /// Ids of the consents given.
    pub consents: Vec<String>,
    /// Ids of the chosen sessions.
    pub sessions: Vec<String>,
    /// Whether the form says what is wrong with that.
    pub checked: bool,
    /// Id of the field that is marked.
    pub marked: Option<String>,
}

impl Filled {
    /// Reads one; `None` if it isn't one.
    pub fn from_json(text: &str) -> Option<Self> {
        // A list is no form, though one could be read of it.
        let object: Map<String, Value> = serde_json::from_str(text).ok()?;
        serde_json::from_value(Value::Object(object)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Answer;

    #[test]
    fn what_is_not_said_is_empty() {
        let filled = Filled::from_json(r#"{"answers":{"role":"sells"},"marked":"offer"}"#).unwrap();
        assert_eq!(filled.answers.get("role"), Some(&Answer::Text("sells".into())));
        assert_eq!(filled.marked.as_deref(), Some("offer"));
        assert!(filled.consents.is_empty() && filled.sessions.is_empty() && !filled.checked);
        assert_eq!(Filled::from_json("{}"), Some(Filled::default()));
        for other in ["", "[]", "sells", r#"{"answers":"sells"}"#] {
            assert_eq!(Filled::from_json(other), None, "{other}");
        }
    }
}
