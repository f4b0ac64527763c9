//! What the tab keeps of a registration (docs/embedding.md): its receipt, with which sessions are added.

use super::TabName;
use super::tab_storage::{forget, keep, kept};
use huso_registration::Receipt;

const WHAT: &str = "receipt";

/// The receipt of a registration.
pub fn kept_receipt(name: &TabName) -> Option<Receipt> {
    serde_json::from_str(&kept(&name.key(WHAT))?).ok()
}

/// Keeps a receipt. Whether that worked.
pub fn keep_receipt(name: &TabName, receipt: &Receipt) -> bool {
    serde_json::to_string(receipt).is_ok_and(|text| keep(&name.key(WHAT), &text))
}

/// Forgets a receipt.
pub fn forget_receipt(name: &TabName) {
    forget(&name.key(WHAT));
}
