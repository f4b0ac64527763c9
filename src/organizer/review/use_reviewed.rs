//! What was brought, with all that follows from it.

use crate::review::reviewed::Reviewed;
use crate::workspace::use_workspace;
use std::rc::Rc;
use yew::{hook, use_memo};

/// What was brought, with all that follows from it; nothing where nothing was.
#[hook]
pub fn use_reviewed() -> Option<Rc<Reviewed>> {
    let workspace = use_workspace();
    let all = (workspace.brought.clone(), workspace.document().clone(), workspace.base.clone());
    let reviewed = use_memo(all, |(brought, current, base)| {
        brought.clone().map(|brought| Rc::new(Reviewed::new(brought, current, base.as_deref())))
    });
    (*reviewed).clone()
}
