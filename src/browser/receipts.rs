//! What the tab keeps of a registration (docs/embedding.md): its receipt, with which sessions are added.

use super::tab_storage::{forget, keep, kept};
use huso_registration::Receipt;

fn key(event: &str) -> String {
    "huso.receipt.".to_owned() + event
}

/// The receipt of the tab's registration for an event.
pub fn kept_receipt(event: &str) -> Option<Receipt> {
    serde_json::from_str(&kept(&key(event))?).ok()
}

/// Keeps a receipt. Whether that worked.
pub fn keep_receipt(event: &str, receipt: &Receipt) -> bool {
    serde_json::to_string(receipt).is_ok_and(|text| keep(&key(event), &text))
}

/// Forgets the receipt of an event.
pub fn forget_receipt(event: &str) {
    forget(&key(event));
}
