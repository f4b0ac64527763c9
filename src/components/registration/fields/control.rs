//! What all controls are given.

use huso_registration::form::Field;
use huso_registration::{Answer, controls};
use yew::{AttrValue, Callback, Properties};

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
        controls::option_id(&self.id, index).into()
    }

    /// The id of the field's hint.
    pub fn hint_id(&self) -> String {
        controls::hint_id(&self.id)
    }

    /// The id of what says what is wrong.
    pub fn fault_id(&self) -> String {
        controls::fault_id(&self.id)
    }

    /// `aria-describedby`: the ids of hint and fault, where there are any.
    pub fn described_by(&self) -> Option<String> {
        controls::described_by(&self.id, self.field.hint.is_some(), self.is_wrong)
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
