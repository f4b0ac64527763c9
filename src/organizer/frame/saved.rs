//! Whether the browser keeps the event file, in a few words.

use crate::frame::{Icon, use_lang};
use crate::workspace::Keeping;
use huso_i18n::{Texts as _, fill};
use js_sys::Date;
use yew::{Html, Properties, component, html};

/// Properties of [`Saved`].
#[derive(Properties, PartialEq)]
pub struct SavedProps {
    /// Whether it does.
    pub keeping: Keeping,
}

/// Whether the browser keeps the event file, in a few words.
#[component]
pub fn Saved(props: &SavedProps) -> Html {
    let texts = use_lang().frame();
    let words = match &props.keeping {
        Keeping::Nothing => return html! { <p class="saved" role="status" /> },
        Keeping::Kept(at) => fill(texts.saved_here, &[("time", &clock(at))]),
        Keeping::Refused => texts.not_saved.to_owned(),
        Keeping::Elsewhere(_) => texts.saved_elsewhere.to_owned(),
    };
    html! { <p class="saved" role="status"><Icon name="lock" />{words}</p> }
}

/// Hours and minutes on the reader's own clock.
pub fn clock(at: &str) -> String {
    let date = Date::new(&at.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
