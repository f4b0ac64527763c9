//! What the tab keeps of a registration.

use crate::browser::{TabName, forget_receipt, keep_receipt, kept_receipt};
use huso_registration::Receipt;
use std::rc::Rc;
use yew::{hook, use_effect_with, use_memo, use_mut_ref, use_state_eq};

/// The receipt that the tab kept of a registration, read when the component is first drawn. `None` if there is none, or
/// no `name` under which it is kept.
#[hook]
pub fn use_restored_receipt(name: Option<&Rc<TabName>>) -> Option<Receipt> {
    (*use_memo((), |()| kept_receipt(name?))).clone()
}

/// Keeps a receipt in the tab, after what was `restored`; `None` forgets it. Without a `name` nothing is kept. Whether it
/// is kept: browsers may forbid it.
#[hook]
pub fn use_receipt(name: Option<&Rc<TabName>>, restored: Option<Receipt>, receipt: Option<Receipt>) -> bool {
    let is_kept = use_state_eq(|| restored.is_some());
    let set_kept = is_kept.setter();
    let stored = use_mut_ref(|| restored);
    use_effect_with((name.cloned(), receipt), move |(name, receipt)| {
        let Some(name) = name else { return };
        if *stored.borrow() == *receipt {
            return;
        }
        stored.replace(receipt.clone());
        set_kept.set(match receipt {
            Some(receipt) => keep_receipt(name, receipt),
            None => {
                forget_receipt(name);
                false
            }
        });
    });
    *is_kept
}
