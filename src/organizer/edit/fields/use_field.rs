//! A field of the event file: its value, and what is wrong with it.

use crate::frame::{Tone, use_lang};
use crate::workspace::{Checked, WorkspaceHandle, use_workspace};
use huso_edit::Place;
use huso_explain::Explanation;
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
    /// What is wrong with it, in words.
    pub faults: Rc<[(Tone, String)]>,
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
        self.faults.iter().any(|(tone, _)| *tone == Tone::Error).then_some("true")
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

/// How bad a fault is.
pub fn tone(fault: &Explanation) -> Tone {
    match fault.severity() {
        huso_agenda::Severity::Error => Tone::Error,
        huso_agenda::Severity::Warning => Tone::Warning,
        huso_agenda::Severity::Note => Tone::Note,
    }
}

/// The field of a place, and the event file to change it in.
#[hook]
pub fn use_field(place: &Place) -> (FieldState, WorkspaceHandle) {
    let (lang, workspace) = (use_lang(), use_workspace());
    let checked = use_context::<Checked>();
    let value = workspace.document().get(place).cloned().unwrap_or_default();
    let is_here = |fault: &&Explanation| Place::parse(&fault.path).is_in(place);
    let faults = checked.iter().flat_map(|checked| checked.faults.iter()).filter(is_here);
    let faults = faults.map(|fault| (tone(fault), fault.message(lang))).collect();
    (FieldState { place: place.clone(), value, id: place.to_string().into(), faults }, workspace)
}
