//! What the element's attributes and its surroundings ask for.

use huso_agenda::{Instant, Locale};
use huso_i18n::labels::HourCycle;

/// Where the event comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The `src` attribute, resolved against the page's base address.
    Address(String),
    /// The text of a `<script type="application/json">` inside the element.
    Inline(String),
    /// Neither was given.
    #[default]
    None,
}

/// The element's attributes, read once for each change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// Where the event comes from.
    pub source: Source,
    /// Relative addresses in the event file start here.
    pub base: String,
    /// The element's language, else the page's; the event's own if neither is one of ours.
    pub locale: Option<Locale>,
    /// Overrides the file's endpoint.
    pub endpoint: Option<String>,
    /// Overrides the file's zones: IANA names.
    pub zones: Vec<String>,
    /// 12 or 24 hours.
    pub cycle: HourCycle,
    /// Shows the event as somebody in this zone sees it: for previews.
    pub viewer: Option<String>,
    /// What somebody looks at stands in the page's address.
    pub link: bool,
    /// Nothing is sent.
    pub preview: bool,
    /// Shows the event as it is at this moment, on a clock that stands still: for previews, and nothing is sent.
    pub moment: Option<Instant>,
    /// In a preview, how many seats are left.
    pub seats: Option<PreviewSeats>,
    /// In a preview, the form as somebody has filled it: JSON ([`huso_registration::Filled`]).
    pub filled: Option<String>,
}

/// How many seats are left in a preview, wherever they are limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewSeats {
    /// Few.
    Few,
    /// None: whoever registers waits for one.
    NoneLeft,
}
