//! What stands between the agenda's head and its sessions: the views, and whose time stands first.

#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod toolbar;
mod view_switch;

pub use toolbar::Toolbar;
