//! A question.

use crate::format::FieldType;
use crate::pattern::Pattern;
use huso_agenda::Text;

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Names the answer.
    pub id: String,
    /// What kind of answer.
    pub kind: FieldType,
    /// The question.
    pub label: Text,
    /// Help.
    pub hint: Option<Text>,
    /// Whether it must be answered.
    pub required: bool,
    /// HTML autofill token.
    pub autocomplete: Option<String>,
    /// Value and label of what can be chosen.
    pub options: Vec<(String, Text)>,
    /// Id and answers of the field on which it depends.
    pub show_if: Option<(String, Vec<String>)>,
    /// Audiences that are asked; everybody when empty.
    pub audience: Vec<String>,
    /// Fewest characters.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
    /// Least number or first date, as written.
    pub min: Option<String>,
    /// Greatest number or last date, as written.
    pub max: Option<String>,
    /// Fewest boxes to tick in a group.
    pub min_choices: u32,
    /// Most boxes to tick in a group.
    pub max_choices: u32,
    /// What the answer must match, and what to say if it doesn't.
    pub pattern: Option<(Pattern, Option<Text>)>,
    /// URL parameter that a hidden field takes its answer from.
    pub parameter: Option<String>,
    /// Most bytes of a file.
    pub max_bytes: u32,
    /// Kinds of file that are taken; all when empty.
    pub accept: Vec<String>,
    /// Whether the tab keeps the answer until the form is sent.
    pub draft: bool,
}
