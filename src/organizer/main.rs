//! Organizer.
fn main() {}
