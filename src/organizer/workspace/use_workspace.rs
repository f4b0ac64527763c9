//! The event file that is worked on, from any component.

use crate::workspace::state::Workspace;
use yew::{UseReducerHandle, hook, use_context, use_reducer};

/// The event file that is worked on, and what changes it: `workspace.dispatch(Action::Undo)`.
pub type WorkspaceHandle = UseReducerHandle<Workspace>;

/// The event file that is worked on. Below [`crate::app::App`], which provides it; elsewhere an empty one.
#[hook]
pub fn use_workspace() -> WorkspaceHandle {
    let none = use_reducer(|| Workspace::new(String::new()));
    use_context().unwrap_or(none)
}
