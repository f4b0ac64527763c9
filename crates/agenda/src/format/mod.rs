//! Event files: from bytes to text, from text to JSON, from JSON to what stands in the file.

pub mod decode;
pub mod encoding;
pub mod event_file;
pub mod text;
