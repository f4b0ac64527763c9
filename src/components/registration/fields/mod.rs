//! A form's questions: one control a file, chosen in [`Field`].

mod checkbox;
mod checkbox_group;
mod control;
mod country_select;
mod field;
mod file_input;
mod heading;
mod radio_group;
mod select;
mod text_input;
mod textarea;

pub use control::ControlProps;
pub use field::Field;
pub use file_input::chosen_file;
