//! What is so of an announcement, in a few words.

use crate::frame::{Icon, Mark, Tone, use_lang};
use huso_agenda::Severity;
use huso_announcement::{Report, Verdict};
use huso_i18n::{Texts as _, plural};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`VerdictLine`].
#[derive(Properties, PartialEq)]
pub struct VerdictLineProps {
    /// What is so of it.
    pub report: Rc<Report>,
}

/// What is so of an announcement, in a few words.
#[component]
pub fn VerdictLine(props: &VerdictLineProps) -> Html {
    let texts = use_lang().checker();
    let report = &props.report;
    let words = match report.verdict() {
        Verdict::Agree => {
            let agree = plural(report.compared, texts.agree_one, texts.agree_other);
            return html! { <span class="mark"><Icon name="check" />{agree}</span> };
        }
        Verdict::NoTimes => return html! { <Mark tone={Tone::Note} words={texts.no_times} /> },
        Verdict::Wrong => {
            let errors =
                report.findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
            return html! { <Mark tone={Tone::Error} words={plural(errors, texts.wrong_one, texts.wrong_other)} /> };
        }
        Verdict::Incomplete => plural(report.not_compared, texts.incomplete_one, texts.incomplete_other),
    };
    html! { <Mark tone={Tone::Warning} {words} /> }
}
