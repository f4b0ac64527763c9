//! Fields of the event file: each reads and writes the value at its place, and says what is wrong with it.

mod by_field;
mod choice_field;
mod clock_field;
mod clock_input;
mod field;
mod field_faults;
mod line_field;
mod select;
mod text_field;
mod use_field;

pub use by_field::ByField;
pub use choice_field::ChoiceField;
pub use clock_field::ClockField;
pub use clock_input::ClockInput;
pub use field::Field;
pub use field_faults::FieldFaults;
pub use line_field::LineField;
pub use select::Select;
pub use text_field::TextField;
pub use use_field::use_field;
