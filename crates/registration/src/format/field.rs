//! Questions.

use huso_agenda::decode::{Decode, Decoder, List, Value, whole_number};
use huso_agenda::{Problem, Text, keywords, record};

record! {
    /// A question.
    pub struct FieldEntry {
        /// Names the answer.
        id: String,
        /// What kind of answer.
        r#type: FieldType,
        /// The question.
        label: Text,
        ;
        /// Help, below the label.
        hint: Option<Text>,
        /// Whether it must be answered; `false` unless given.
        required: Option<bool>,
        /// HTML autofill token, such as `email` (WHATWG HTML, "autofill"); that of the type unless given.
        autocomplete: Option<String>,
        /// What can be chosen, for `select`, `radio` and `checkboxes`.
        options: Vec<FieldOption>,
        /// The field is asked only when another has one of some answers.
        show_if: Option<ShowIf>,
        /// Audiences that are asked, answers of `audience_field`; everybody when empty.
        audience: List<String>,
        /// Fewest characters.
        min_length: Option<u32>,
        /// Most characters; 200, or 4,000 in a textarea, unless given.
        max_length: Option<u32>,
        /// Least number, or first date.
        min: Option<Limit>,
        /// Greatest number, or last date.
        max: Option<Limit>,
        /// Fewest boxes to tick, for `checkboxes`.
        min_choices: Option<u32>,
        /// Most boxes to tick, for `checkboxes`.
        max_choices: Option<u32>,
        /// What the whole answer must match: a small part of the language of HTML's `pattern`
        /// (docs/event-file.md).
        pattern: Option<String>,
        /// What to say of an answer that doesn't match.
        pattern_message: Option<Text>,
        /// The page's URL parameter that a `hidden` field takes its answer from: `utm_source`.
        parameter: Option<String>,
        /// Most bytes of a file; 5,000,000 unless given.
        max_bytes: Option<u32>,
        /// Kinds of file that are taken, as in HTML's `accept`: `.pdf`, `image/*`; all when empty.
        accept: Vec<String>,
        /// Whether the browser's tab keeps the answer until the form is sent; `true` unless given.
        /// `false` for numbers of identity papers.
        draft: Option<bool>,
    }
}

record! {
    /// One thing to choose.
    pub struct FieldOption {
        /// Stored.
        value: String,
        /// Read.
        label: Text,
        ;
    }
}

record! {
    /// Asks a field only when another has one of some answers.
    pub struct ShowIf {
        /// Id of the other field.
        field: String,
        ;
        /// Its answers; a ticked checkbox answers `true`, a group each of its ticked ones.
        is: Vec<String>,
    }
}

keywords! {
    /// Kinds of answer.
    pub enum FieldType {
        /// One line.
        #[default]
        Text = "text",
        /// An e-mail address.
        Email = "email",
        /// A telephone number, of any country.
        Tel = "tel",
        /// The address of a page.
        Url = "url",
        /// A number, in decimals.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of some options, in a list that opens.
        Select = "select",
        /// One of some options, all in sight.
        Radio = "radio",
        /// Yes or no.
        Checkbox = "checkbox",
        /// Any of some options.
        Checkboxes = "checkboxes",
        /// Several lines.
        Textarea = "textarea",
        /// A country, by its ISO 3166-1 alpha-2 code.
        Country = "country",
        /// A company or institution.
        Organization = "organization",
        /// Not shown: the answer is a parameter of the page's URL.
        Hidden = "hidden",
        /// A file; for endpoints that take `multipart`.
        File = "file",
        /// No question: the heading of those that follow.
        Heading = "heading",
    }
}

/// The least or the greatest answer: a whole number, or a string with a number or a date in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit(pub String);

impl Decode for Limit {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let text = value.as_str().map(str::to_owned);
        let text = text.or_else(|| whole_number(value).map(|number| number.to_string()));
        if text.is_none() {
            decoder.report(Problem::BadLimit);
        }
        text.map(Self)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::Limit;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    impl JsonSchema for Limit {
        fn schema_name() -> Cow<'static, str> {
            "Limit".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A whole number, or a string with a number or a date in it: 18, \"-1.5\", \"2027-08-11\".",
                "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string"}]
            })
        }
    }
}
