//! What is tried on arbitrary bytes. Each function takes any, and panics where a promise is broken:
//! libFuzzer looks for such bytes (fuzz/), and `cargo test` runs each that is kept (fuzz/corpus).

#![allow(clippy::panic, clippy::unwrap_used, reason = "a panic is how a broken promise is told")]

mod answers;
mod dialect_response;
mod form_schema;
mod import;
mod multipart;
mod rich;

pub use answers::answers;
pub use dialect_response::dialect_response;
pub use form_schema::form_schema;
pub use import::{import_any, import_calendar, import_prose, import_schedule, import_table, import_workbook};
pub use multipart::multipart;

/// A target's name, and what it does with some bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 10] = [
    ("form_schema", form_schema),
    ("answers", answers),
    ("dialect_response", dialect_response),
    ("multipart", multipart),
    ("import_any", import_any),
    ("import_calendar", import_calendar),
    ("import_prose", import_prose),
    ("import_schedule", import_schedule),
    ("import_table", import_table),
    ("import_workbook", import_workbook),
];
