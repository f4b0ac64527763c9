//! A gap between sessions.

use crate::context::use_locale;
use huso_i18n::{Texts as _, fill, labels};
use yew::{Html, Properties, component, html};

/// Properties of [`GapRow`].
#[derive(Properties, PartialEq)]
pub struct GapRowProps {
    /// How long it is.
    pub minutes: i64,
}

/// A dotted line that says for how long nothing takes place.
#[component]
pub fn GapRow(props: &GapRowProps) -> Html {
    let locale = use_locale();
    let words = fill(locale.lang.widget().nothing_for, &[("time", &labels::length(props.minutes))]);
    html! { <li class="gap"><span>{words}</span></li> }
}
