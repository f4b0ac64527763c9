//! What the visitor sees.

mod agenda;
mod app;
mod failure;
mod fault_list;
mod prose;
mod registration;
mod tree;

pub use app::{App, AppProps};
pub use registration::FormContext;
