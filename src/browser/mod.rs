//! The only use of the browser's network, clock, time zone, random numbers, storage, files and focus.

mod addresses;
mod clipboard;
mod clock;
mod country_names;
mod drafts;
mod event_file;
mod events;
mod fetch;
mod files;
mod focus;
mod page;
mod random;
mod receipts;
mod seats;
mod submit;
mod tab_storage;
mod upload;
mod viewer;

pub use addresses::resolve;
pub use clipboard::copy;
pub use clock::{now, timestamp};
pub use country_names::countries;
pub use drafts::{forget_draft, keep_draft, kept_draft};
pub use event_file::{Answer, LoadFailure, LoadedEvent, load};
pub use events::notify;
pub use fetch::{FetchFailure, Post, Reply, Started, fetch, finish};
pub use files::{download, free_object_url, object_url};
pub use focus::{focus, go_to, is_in_hidden};
pub use page::{is_hidden, is_long, is_online, parameter, share_of, width_in_ems};
pub use random::{random_below, uuid};
pub use receipts::{forget_receipt, keep_receipt, kept_receipt};
pub use seats::{SeatsAnswer, seats};
pub use submit::{Answered, form_token, submit};
pub use viewer::{Viewer, choosable_zones, clocks_of, remember_zone, remembered_zone};
