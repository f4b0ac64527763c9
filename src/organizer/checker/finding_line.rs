//! Something that is wrong with an announcement, and what mends it.

use crate::frame::{Block, Tone, use_lang};
use huso_agenda::Severity;
use huso_announcement::{Context, Finding, Mend, Report, mends};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`FindingLine`].
#[derive(Properties, PartialEq)]
pub struct FindingLineProps {
    /// The text.
    pub text: Rc<str>,
    /// All that is so of it.
    pub report: Rc<Report>,
    /// The finding.
    pub finding: Finding,
    /// By what it was checked.
    pub context: Context,
    /// The text with a mend.
    pub on_text: Callback<String>,
}

/// What is wrong, and a button for each way to mend it, whose words are the result.
#[component]
pub fn FindingLine(props: &FindingLineProps) -> Html {
    let lang = use_lang();
    let texts = lang.checker();
    let (text, finding) = (&props.text, &props.finding);
    let (tone, word) = match finding.severity() {
        Severity::Error => (Tone::Error, lang.frame().error),
        Severity::Warning => (Tone::Warning, lang.frame().warning),
        Severity::Note => (Tone::Note, lang.frame().note),
    };
    let all = mends(text, &props.report, finding, &props.context, lang);
    let button = |mend: &Mend| {
        let result = mend.applied(text);
        let onclick = props.on_text.reform(move |_| result.clone());
        html! { <button type="button" {onclick}>{fill(texts.mend, &[("text", &mend.text)])}</button> }
    };
    let title = fill(texts.in_line, &[("word", word), ("line", &finding.line.to_string())]);
    html! {
        <Block {tone} {title}>
            <p class="sentence">{finding.message(lang)}</p>
            if !all.is_empty() { <div class="buttons">{for all.iter().map(button)}</div> }
        </Block>
    }
}
