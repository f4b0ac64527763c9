//! What is around the steps: header, foot, marks, icons.

mod foot_bar;
mod header;
mod icon;
mod keeping_block;
mod language;
mod mark;
mod saved;
mod step;
mod undo_line;
mod use_in_sight;
mod use_language;
mod use_step;
mod use_step_focus;

pub use foot_bar::FootBar;
pub use header::Header;
pub use icon::Icon;
pub use keeping_block::KeepingBlock;
pub use language::{LanguageContext, use_lang};
pub use mark::{Block, Mark, Tone};
pub use saved::clock;
pub use step::Step;
pub use undo_line::UndoLine;
pub use use_in_sight::use_in_sight;
pub use use_language::use_language;
pub use use_step::{open_step, use_step};
pub use use_step_focus::use_step_focus;
