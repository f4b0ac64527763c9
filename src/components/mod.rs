//! What the visitor sees.

mod agenda;
mod basket;
mod event_view;
mod failure;
mod fault_list;
mod loading;
mod prose;
mod registration;
mod tree;

<<<<<<< HEAD
pub use event_view::EventView;
pub use failure::Failure;
pub use loading::Loading;
=======
pub use app::{App, AppProps};
pub use registration::FormContext;
>>>>>>> registration-components
