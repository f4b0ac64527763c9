//! Where everything is on the drawing, in px where the page's text has 16.

mod arrange;
#[allow(clippy::module_inception, reason = "the type is named like its folder")]
mod layout;
mod level;
mod lines;
mod upright;

pub use arrange::{LEAST, arrange, is_upright};
pub use layout::{Layout, Rect, SessionBox};
