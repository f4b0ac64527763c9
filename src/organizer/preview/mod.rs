//! The preview: the real element, as somebody in a place sees it, at any moment.

mod controls;
mod form_moment;
mod form_shown;
mod jump;
mod missing;
mod moment_slider;
mod moments;
mod pane;
mod pane_head;
mod place_choice;
mod place_search;
mod places;
#[allow(clippy::module_inception, reason = "the pane itself")]
mod preview;
mod several_caption;
mod shown_page;
mod state;
mod toggle;
mod use_in_turn;
mod use_jump;

pub use preview::Preview;
