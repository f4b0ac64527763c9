//! What the visitor sees.

mod agenda;
mod basket;
mod event_view;
mod failure;
mod loading;
mod prose;
mod registration;
mod tree;

pub use event_view::EventView;
pub use failure::failure;
pub use loading::Loading;
pub use tree::Tree;
