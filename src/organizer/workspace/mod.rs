//! What the page works on: the event file with its history, what was brought, what is wrong with it, and what is kept in
//! the browser.

mod arrived;
mod brought;
mod checked;
mod kept;
mod state;
mod use_checked;
mod use_keeping;
mod use_object_url;
mod use_undo_keys;
mod use_workspace;

pub use arrived::Found;
pub use brought::{Brought, Length};
pub use checked::Checked;
pub use kept::{Kept, forget, kept, keys};
pub use state::{Action, Spot, Workspace};
pub use use_checked::use_checked;
pub use use_keeping::{Keeping, use_keeping};
pub use use_object_url::{use_object_url, use_object_url_of};
pub use use_undo_keys::use_undo_keys;
pub use use_workspace::{WorkspaceDispatcher, WorkspaceHandle, use_dispatcher, use_workspace};
