//! The ruler: each country a scale, sessions as bars, and one cursor that tells one instant in all of them.

mod bars;
mod buttons;
mod cursor;
mod day;
mod head;
mod hours;
mod layout;
mod legend;
mod place_labels;
mod pointer;
mod reducer;
#[allow(clippy::module_inception, reason = "the component is named like its folder")]
mod ruler;
mod scales;
mod slider;
mod use_ruler_day;
mod words;

pub use buttons::XHTML;
pub use ruler::Ruler;
pub use scales::px;
