//! What all controls are given.

use huso_registration::Answer;
use huso_registration::form::Field;
use yew::{AttrValue, Callback, Properties};

/// The id of the control of a form's field, counted from 0, inside the shadow root.
pub fn input_id(index: usize) -> String {
    format!("field-{index}")
}

/// Properties of a control.
#[derive(Clone, Properties, PartialEq)]
pub struct ControlProps {
    /// What is asked.
    pub field: Field,
    /// The control's id; in a group, that of its first box: faults lead there.
    pub id: AttrValue,
    /// What was answered.
    pub answer: Option<Answer>,
    /// Whether there is something wrong with that.
    pub is_wrong: bool,
    /// Told of each change.
    pub on_answer: Callback<Answer>,
}

impl ControlProps {
    /// The answer as text; empty if it is none.
    pub fn text(&self) -> AttrValue {
        match &self.answer {
            Some(Answer::Text(text)) => text.clone().into(),
            _ => AttrValue::default(),
        }
    }

    /// Whether a value is among those answered.
    pub fn is_chosen(&self, value: &str) -> bool {
        self.answer.iter().any(|answer| answer.values().contains(&value))
    }

    /// The id of the box or button of a group's option, counted from 0.
    pub fn option_id(&self, index: usize) -> AttrValue {
        match index {
            0 => self.id.clone(),
            _ => format!("{}-{index}", self.id).into(),
        }
    }

    /// The id of the field's hint.
    pub fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    /// The id of what says what is wrong.
    pub fn fault_id(&self) -> String {
        format!("{}-fault", self.id)
    }

    /// `aria-describedby`: the ids of hint and fault, where there are any.
    pub fn described_by(&self) -> Option<String> {
        match (self.field.hint.is_some(), self.is_wrong) {
            (true, true) => Some(format!("{} {}", self.hint_id(), self.fault_id())),
            (true, false) => Some(self.hint_id()),
            (false, true) => Some(self.fault_id()),
            (false, false) => None,
        }
    }

    /// `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        self.is_wrong.then_some("true")
    }

    /// `aria-required`.
    pub fn required(&self) -> Option<&'static str> {
        self.field.required.then_some("true")
    }
}
