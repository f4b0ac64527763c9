//! What the tab keeps of a form until it is sent.

use crate::browser::{self, forget_draft, keep_draft, kept_draft};
use huso_registration::draft::Draft;
use yew::{hook, use_effect_with, use_memo, use_mut_ref};

/// What the tab kept of an event's form when it was left, read when the component is first drawn. `None` if
/// there is nothing good, or no `event` whose form is kept.
#[hook]
pub fn use_restored_draft(event: Option<&str>) -> Option<Draft> {
    let event = event.map(str::to_owned);
    (*use_memo((), |()| kept_draft(&event?))).clone()
}

/// Keeps a form in the tab; `draft` is `None` while there is nothing to lose. What is as it was `restored`
/// keeps its time. Without an `event` nothing is kept.
#[hook]
pub fn use_draft(event: Option<&str>, restored: Option<Draft>, draft: Option<Draft>) {
    let event = event.map(str::to_owned);
    let stored = use_mut_ref(|| restored.map(|draft| Draft { at: 0, ..draft }));
    use_effect_with((event, draft), move |(event, draft)| {
        let Some(event) = event else { return };
        if *stored.borrow() == *draft {
            return;
        }
        stored.replace(draft.clone());
        // Where nothing can be kept, the page is all there is.
        match draft {
            Some(draft) => _ = keep_draft(event, &Draft { at: now(), ..draft.clone() }),
            None => forget_draft(event),
        }
    });
}

/// Seconds since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "until 2106")]
fn now() -> u32 {
    browser::now().timestamp() as u32
}
