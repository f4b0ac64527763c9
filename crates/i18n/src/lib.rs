//! What people read, in Spanish, English and Portuguese: the texts of `locales/`, times and dates, names of zones'
//! places, and the texts of problems.

mod calendar;
mod catalogue;
mod fill;
pub mod labels;
pub mod language_names;
mod problem;
mod texts;
pub mod zone_names;

pub use calendar::calendar_words;
pub use catalogue::{
    Advice, Announcement, Bring, Builder, Catalogue, Checker, DatePatterns, Dates, Diagnostics, Edit,
    Explanations, FindTexts, Findings, FormTexts, Frame, Guide, Languages, LiveTexts, Page, Places, Preview,
    Problems, Publish, Review, Validation, ViewTexts, Widget,
};
pub use fill::{fill, plural};
pub use problem::Message;
pub use texts::Texts;
