//! What somebody has to know of what was read.

use crate::frame::{Block, Tone, use_lang};
use crate::review::reviewed::Reviewed;
use huso_agenda::Severity;
use huso_import::Finding;
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`FindingBlock`].
#[derive(Properties, PartialEq)]
pub struct FindingBlockProps {
    /// What it is.
    pub finding: Finding,
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files it is in, from 0.
    pub at: usize,
}

/// What somebody has to know, and where it stands.
#[component]
pub fn FindingBlock(props: &FindingBlockProps) -> Html {
    let lang = use_lang();
    let Some(file) = props.reviewed.files.get(props.at) else { return Html::default() };
    let tone = match props.finding.severity() {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        _ => Tone::Note,
    };
    let place = file.opened.place(&props.finding.origin.place, lang);
    let message = props.finding.message(lang);
    let title = if place.is_empty() { message } else { format!("{place}: {message}") };
    html! { <Block {tone} {title} /> }
}
