//! Reviewing what was brought.

mod arrived_list;
mod cell_fix;
mod comparing;
mod comparison_list;
mod comparison_row;
mod creating;
mod date_question;
mod elbow;
mod files;
mod finding_block;
mod length_block;
mod mapping_menu;
mod mappings;
mod other_file;
mod paragraph;
#[allow(clippy::module_inception, reason = "the step's own component")]
mod review;
mod reviewed;
mod selection;
mod session_list;
mod session_row;
mod sheet_cell;
mod sheet_view;
mod table_file;
mod text_file;
mod text_pieces;
mod texts_of;
mod use_reviewed;
mod verdict;
mod zone_choice;
mod zone_question;
mod zone_said;

pub use mappings::remembered;
pub use review::Review;
