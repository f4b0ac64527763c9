//! `huso check`, and the forms in which it prints what it finds.

#[allow(clippy::module_inception, reason = "the command is named like its folder")]
mod check;
mod checked;
mod github;
mod json;
mod sarif;

pub use check::check;
