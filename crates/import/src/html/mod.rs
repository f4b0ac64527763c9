//! HTML: web pages, and what clipboards have of documents, spreadsheets and pages.
//!
//! It is read tag by tag and not as a tree, in the browser and in the command alike: pages are cut off and wrong in many
//! ways, and lines and tables are all that is wanted of them.

mod lines;
mod page;
mod tables;

pub(crate) use page::read;
