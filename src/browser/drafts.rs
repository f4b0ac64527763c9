//! What the tab keeps until a form is sent (docs/embedding.md).

use super::tab_storage::{forget, keep, kept};
use huso_registration::draft::Draft;

fn key(event: &str) -> String {
    "huso.draft.".to_owned() + event
}

/// The draft of an event's form, if there is one that is good.
pub fn kept_draft(event: &str) -> Option<Draft> {
    Draft::from_json(&kept(&key(event))?, super::now())
}

/// Keeps a draft. Whether that worked.
pub fn keep_draft(event: &str, draft: &Draft) -> bool {
    serde_json::to_string(draft).is_ok_and(|text| keep(&key(event), &text))
}

/// Forgets the draft of an event's form.
pub fn forget_draft(event: &str) {
    forget(&key(event));
}
