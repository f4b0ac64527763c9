//! The event file that is worked on, from any component.

use crate::workspace::state::Workspace;
use yew::{UseReducerDispatcher, UseReducerHandle, hook, use_context, use_reducer};

/// The event file that is worked on, and what changes it: `workspace.dispatch(Action::Undo)`.
pub type WorkspaceHandle = UseReducerHandle<Workspace>;

/// The event file that is worked on. Below [`crate::app::App`], which provides it; elsewhere an empty one.
#[hook]
pub fn use_workspace() -> WorkspaceHandle {
    let none = use_reducer(|| Workspace::new(String::new()));
    use_context().unwrap_or(none)
}

/// What changes the event file.
pub type WorkspaceDispatcher = UseReducerDispatcher<Workspace>;

/// What changes the event file, for components that show nothing of it: they aren't drawn again with each letter. Below
/// [`crate::app::App`], which provides it; elsewhere that of an empty one.
#[hook]
pub fn use_dispatcher() -> WorkspaceDispatcher {
    let none = use_reducer(|| Workspace::new(String::new()));
    use_context().unwrap_or_else(|| none.dispatcher())
}
