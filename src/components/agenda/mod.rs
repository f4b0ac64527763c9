//! The agenda.

#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod agenda;
mod agenda_head;
mod calendar_links;
mod calendar_menu;
mod choose_button;
mod copy_address;
mod day;
mod day_labels;
mod day_list;
mod gap_row;
mod icon;
mod jump_button;
mod link_name;
mod moment_range;
mod news;
mod other_rules;
mod plan;
mod row_action;
mod row_column;
mod row_state;
mod save_calendar;
mod session_action;
mod session_details;
mod session_facts;
mod session_links;
mod session_progress;
mod session_row;
mod session_times;
mod session_when;
mod star_button;
mod times;
mod toolbar;
mod track_mark;
mod use_rows;
mod use_star;
mod view_props;
mod whole_calendar;
mod zone_choice;

pub use agenda::{Agenda, LIST_ID};
#[cfg(feature = "ssr")]
pub use agenda_head::dates;
pub use moment_range::MomentRange;
pub use news::News;
pub use plan::PLAN_ID;
pub use row_action::{Action, action};
pub use row_state::RowState;
pub use save_calendar::save_calendar;
pub use session_action::SessionAction;
pub use session_facts::facts;
pub use session_row::title_id;
pub use session_when::SessionWhen;
pub use star_button::StarButton;
pub use track_mark::TrackMark;
pub use use_star::use_star;
pub use view_props::ViewProps;
