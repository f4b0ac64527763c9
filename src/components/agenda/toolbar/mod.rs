//! What stands between the agenda's head and its sessions: the views, search, filters, and whose time stands first.

mod awake_box;
mod awake_hours;
mod facet_field;
mod facet_names;
mod filter_button;
mod filter_chips;
mod filter_panel;
mod filters_in_force;
mod print_button;
mod search_field;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod toolbar;
mod use_shown;
mod view_switch;

pub use filter_chips::{FilterChips, FilterChipsProps};
pub use filter_panel::{FilterPanel, FilterPanelProps};
pub use toolbar::Toolbar;
pub use use_shown::use_shown;
