//! The agenda.

#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod agenda;
mod agenda_head;
mod calendar_links;
mod calendar_menu;
mod choose_button;
mod copy_address;
mod day;
mod day_list;
mod jump_button;
mod moment_range;
mod news;
mod other_rules;
mod row_state;
mod save_calendar;
mod session_facts;
mod session_links;
mod session_row;
mod session_times;
mod session_when;
mod times;
mod toolbar;
mod use_rows;
mod view_props;
mod whole_calendar;
mod zone_choice;

pub use agenda::Agenda;
#[cfg(feature = "ssr")]
pub use agenda_head::dates;
pub use choose_button::ChooseButton;
pub use moment_range::MomentRange;
pub use news::News;
pub use row_state::RowState;
pub use save_calendar::save_calendar;
pub use session_row::title_id;
pub use session_when::SessionWhen;
pub use view_props::ViewProps;
