//! A field of the event file: its value, and what is wrong with it.

use crate::edit::diagnostics::Entry;
use crate::edit::fields::by_field::ByField;
use crate::workspace::{WorkspaceHandle, use_workspace};
use huso_agenda::Severity;
use huso_edit::Place;
use serde_json::Value;
use std::rc::Rc;
use yew::{AttrValue, hook, use_context};

/// A field of the event file.
#[derive(Clone, PartialEq)]
pub struct FieldState {
    /// Its value's place.
    pub place: Place,
    /// What stands there.
    pub value: Value,
    /// Its element's id, which is the place too.
    pub id: AttrValue,
    /// What is wrong with it, and what one click does about it.
    pub faults: Rc<[Entry]>,
}

impl FieldState {
    /// Its value as a text that can be typed.
    pub fn typed(&self) -> String {
        match &self.value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// For `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        let is_error = |fault: &Entry| fault.explanation.severity() == Severity::Error;
        self.faults.iter().any(is_error).then_some("true")
    }

    /// For `aria-describedby`.
    pub fn described_by(&self) -> AttrValue {
        description_id(&self.id)
    }
}

/// The id of what stands under a field.
pub fn description_id(id: &str) -> AttrValue {
    format!("{id}-about").into()
}

/// The field of a place, and the event file to change it in.
#[hook]
pub fn use_field(place: &Place) -> (FieldState, WorkspaceHandle) {
    let workspace = use_workspace();
    let by_field = use_context::<ByField>();
    let value = workspace.document().get(place).cloned().unwrap_or_default();
    let faults = by_field.map_or_else(|| Rc::from([]), |by_field| by_field.at(place));
    (FieldState { place: place.clone(), value, id: place.to_string().into(), faults }, workspace)
}
