//! What the tab keeps of a form until it is sent.

use crate::browser::{self, TabName, forget_draft, keep_draft, kept_draft};
use huso_registration::draft::Draft;
use std::rc::Rc;
use yew::{hook, use_effect_with, use_memo, use_mut_ref, use_state_eq};

/// What the tab kept of a form when it was left, read when the component is first drawn. `None` if there is nothing
/// good, or no `name` under which it is kept.
#[hook]
pub fn use_restored_draft(name: Option<&Rc<TabName>>) -> Option<Draft> {
    (*use_memo((), |()| kept_draft(name?))).clone()
}

/// Keeps a form in the tab; `draft` is `None` while there is nothing to lose. What is as it was `restored`
/// keeps its time. Without a `name` nothing is kept. Whether it is kept: browsers may forbid it.
#[hook]
pub fn use_draft(name: Option<&Rc<TabName>>, restored: Option<Draft>, draft: Option<Draft>) -> bool {
    let is_kept = use_state_eq(|| restored.is_some());
    let set_kept = is_kept.setter();
    let stored = use_mut_ref(|| restored.map(|draft| Draft { at: 0, ..draft }));
    use_effect_with((name.cloned(), draft), move |(name, draft)| {
        let Some(name) = name else { return };
        if *stored.borrow() == *draft {
            return;
        }
        stored.replace(draft.clone());
        set_kept.set(match draft {
            Some(draft) => keep_draft(name, &Draft { at: now(), ..draft.clone() }),
            None => {
                forget_draft(name);
                false
            }
        });
    });
    *is_kept
}

/// Seconds since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "until 2106")]
fn now() -> u32 {
    browser::now().timestamp() as u32
}
