//! From what stands in an event file to the form that it means.

mod condition;
mod consents;
mod fields;
mod form;
mod limits;
