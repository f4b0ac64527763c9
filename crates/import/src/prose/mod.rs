//! Press releases and e-mails in running text, in Spanish, English or Portuguese.
//!
//! Times, dates and places are read by `huso-announcement`, which says where each stands. Here the text is cut into
//! [`lines`]; a line that has a time and is no sentence is one of an agenda ([`slots`]), and the paragraph below it says
//! what it is about ([`blocks`]). What follows under a heading that names a session again is of that session
//! ([`details`]).

mod blocks;
mod builder;
mod compared;
mod details;
mod faults;
mod labels;
mod language;
mod lines;
mod mail;
mod people;
mod read;
mod repeated;
mod segments;
mod sessions;
mod shape;
mod slots;
mod source;
mod table;
mod times;
mod understood;
mod when;
mod words;

pub use read::{Prose, read};
pub use understood::{Understood, Value};
