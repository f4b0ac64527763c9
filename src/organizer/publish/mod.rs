//! Publishing: one list that is done step by step. What is published is made by `huso-publish`.

mod act;
mod announcement_card;
mod announcements_row;
mod archive_row;
mod code_row;
mod copy_act;
mod done;
mod file_row;
mod files;
mod link_row;
mod others_row;
#[allow(clippy::module_inception, reason = "the step's own component")]
mod publish;
mod publishing;
mod row;
mod sheets_row;
mod snippet_code;
mod snippet_row;
mod state;
mod stops;
mod task;
mod use_announcement;
mod use_package;
mod wordpress_row;

pub use done::Done;
pub use publish::Publish;
