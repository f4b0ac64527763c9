//! `huso convert`

mod question;
mod run;
mod say;

pub use run::convert;
