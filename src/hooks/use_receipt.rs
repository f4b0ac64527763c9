//! What the tab keeps of a registration.

use crate::browser::{forget_receipt, keep_receipt, kept_receipt};
use huso_registration::Receipt;
use yew::{hook, use_effect_with, use_memo, use_mut_ref};

/// The receipt that the tab kept of an event's registration, read when the component is first drawn. `None` if there
/// is none, or no `event` whose receipts are kept.
#[hook]
pub fn use_restored_receipt(event: Option<&str>) -> Option<Receipt> {
    let event = event.map(str::to_owned);
    (*use_memo((), |()| kept_receipt(&event?))).clone()
}

/// Keeps a receipt in the tab, after what was `restored`; `None` forgets it. Without an `event` nothing is kept.
#[hook]
pub fn use_receipt(event: Option<&str>, restored: Option<Receipt>, receipt: Option<Receipt>) {
    let event = event.map(str::to_owned);
    let stored = use_mut_ref(|| restored);
    use_effect_with((event, receipt), move |(event, receipt)| {
        let Some(event) = event else { return };
        if *stored.borrow() == *receipt {
            return;
        }
        stored.replace(receipt.clone());
        // Where nothing can be kept, the page is all there is.
        match receipt {
            Some(receipt) => _ = keep_receipt(event, receipt),
            None => forget_receipt(event),
        }
    });
}
