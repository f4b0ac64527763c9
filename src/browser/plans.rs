//! The plan of an event, where the visitor wants it remembered on the device (docs/embedding.md).

use super::device_storage::{remember, remembered};

fn key(event: &str) -> String {
    "huso.plan.".to_owned() + event
}

/// The ids of the sessions in an event's plan, if one is remembered.
pub fn remembered_plan(event: &str) -> Option<Vec<String>> {
    serde_json::from_str(&remembered(&key(event))?).ok()
}

/// Remembers the ids of the sessions in an event's plan; `None` forgets it. Whether that worked.
pub fn remember_plan(event: &str, plan: Option<&[String]>) -> bool {
    let text = plan.and_then(|ids| serde_json::to_string(ids).ok());
    remember(&key(event), text.as_deref())
}
