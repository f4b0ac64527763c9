//! The agenda as static HTML, from the components of the widget by Yew's server renderer: the first paint, and all
//! that there is without JavaScript. Nothing in it depends on the clock or on who reads it.

mod addresses;
mod page;
mod registration_link;
mod render;
mod style_sheet;

pub use page::Surroundings;
pub use render::{render, render_bare};
pub use style_sheet::{style_sheet, style_sheet_name};
