//! What the tab keeps until a form is sent (docs/embedding.md).

use super::TabName;
use super::tab_storage::{forget, keep, kept};
use huso_registration::draft::Draft;

const WHAT: &str = "draft";

/// The draft of a form, if there is one that is good.
pub fn kept_draft(name: &TabName) -> Option<Draft> {
    Draft::from_json(&kept(&name.key(WHAT))?, super::now())
}

/// Keeps a draft. Whether that worked.
pub fn keep_draft(name: &TabName, draft: &Draft) -> bool {
    serde_json::to_string(draft).is_ok_and(|text| keep(&name.key(WHAT), &text))
}

/// Forgets the draft of a form.
pub fn forget_draft(name: &TabName) {
    forget(&name.key(WHAT));
}
