//! Ways to look at the agenda besides the list: a part of the program of its own, which who switches to one
//! downloads.

mod day_picker;
mod day_view;
mod grid;
mod lazy;
mod other_view;
mod place;
mod ruler;
mod session_words;
mod strand_name;
mod strand_picker;
mod untimed;

pub use other_view::OtherView;
