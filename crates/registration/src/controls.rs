//! A form's controls, the same in the widget and on the receiver's page: their ids and kinds, and what marks them.

use crate::form::Field;
use crate::format::FieldType;

/// The id of the group of sessions.
pub const SESSIONS_ID: &str = "choice";

/// The id of the control of a form's field, counted from 0; in a group, of its first box.
pub fn field_id(index: usize) -> String {
    format!("field-{index}")
}

/// The id of the box of a form's consent, counted from 0.
pub fn consent_id(index: usize) -> String {
    format!("consent-{index}")
}

/// The id of a group's box, counted from 0. Links to the group lead to the first.
///
/// ```
/// use huso_registration::controls::{field_id, option_id};
/// assert_eq!(option_id(&field_id(3), 0), "field-3");
/// assert_eq!(option_id(&field_id(3), 1), "field-3-1");
/// ```
pub fn option_id(id: &str, index: usize) -> String {
    match index {
        0 => id.to_owned(),
        _ => format!("{id}-{index}"),
    }
}

/// The id of a control's hint.
pub fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

/// The id of what is wrong with a control's answer.
pub fn fault_id(id: &str) -> String {
    format!("{id}-fault")
}

/// `aria-describedby` of a control: the ids of its hint and its fault, where there are any.
///
/// ```
/// use huso_registration::controls::described_by;
/// assert_eq!(described_by("field-3", true, true).as_deref(), Some("field-3-hint field-3-fault"));
/// assert_eq!(described_by("field-3", false, false), None);
/// ```
pub fn described_by(id: &str, has_hint: bool, is_wrong: bool) -> Option<String> {
    match (has_hint, is_wrong) {
        (true, true) => Some(format!("{} {}", hint_id(id), fault_id(id))),
        (true, false) => Some(hint_id(id)),
        (false, true) => Some(fault_id(id)),
        (false, false) => None,
    }
}

/// `type` of the input of a field with one line. Numbers are text: browsers drop what they can't read in
/// `type=number`, and it could not be corrected.
pub fn input_type(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Email | FieldType::Tel | FieldType::Url | FieldType::Date => kind.word(),
        _ => "text",
    }
}

/// `inputmode` of the same.
pub fn input_mode(kind: FieldType) -> Option<&'static str> {
    (kind == FieldType::Number).then_some("decimal")
}

/// Whether "optional" stands behind the question. That a box may stay empty needs no words.
pub fn is_marked_optional(field: &Field) -> bool {
    !field.required && field.kind != FieldType::Checkbox
}
