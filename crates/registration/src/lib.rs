//! Registration: the form of an event file, what a visitor answers, what is wrong with it, and how it
//! travels to the endpoint.
//!
//! The browser and the receiver run this same code: what one accepts the other does not refuse.

#[cfg_attr(target_arch = "wasm32", path = "compose/browser.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "compose/host.rs")]
mod compose;
pub mod controls;
pub mod country;
pub mod delivery;
pub mod dialect;
pub mod draft;
pub mod event;
pub mod fault;
mod filled;
pub mod form;
pub mod format;
pub mod normalize;
pub mod pattern;
mod preset;
pub mod rank;
pub mod secret;
pub mod sessions;
pub mod validation;
pub mod wire;
pub mod wording;

pub use event::Event;
pub use fault::{Fault, FaultCode, Target};
pub use filled::Filled;
pub use form::Form;
pub use format::FormFile;
pub use wire::{Answer, Receipt, Submission};
