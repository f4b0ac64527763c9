//! Whose time stands first, and the way to another zone's.

mod reducer;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod zone_choice;
mod zone_field;
mod zone_list;
mod zone_memory;
mod zone_status;

pub use zone_choice::ZoneChoice;
