//! What the checker of announcements says of a text.

use crate::frame::{Icon, use_lang};
use huso::browser::now;
use huso_agenda::chrono::NaiveDate;
use huso_announcement::{Context, FindingKind, Verdict as Said, check};
use huso_i18n::{Texts as _, fill, plural};
use std::rc::Rc;
use yew::{Html, Properties, component, html, use_memo};

/// Properties of [`Verdict`].
#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    /// The text.
    pub text: Rc<str>,
    /// The date of times of which it says none.
    pub context_date: Option<NaiveDate>,
}

/// What the checker says: whether the times of several countries agree, and which don't.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let lang = use_lang();
    let texts = lang.review();
    let report = use_memo((props.text.clone(), props.context_date), |(text, date)| {
        check(text, &Context { date: *date, today: now().date_naive() })
    });
    let wrong: Vec<_> = report.findings.iter().filter(|finding| finding.kind.is_wrong()).collect();
    let is_length = |kind: &FindingKind| matches!(kind, FindingKind::DurationDisagrees { .. });
    let lengths = report.findings.iter().filter(|finding| is_length(&finding.kind)).count();
    let compared = fill(texts.compared_times, &[("n", &report.compared.to_string())]);
    let (icon, verdict) = match report.verdict() {
        Said::Agree => ("check", texts.agree),
        Said::Wrong => ("error", texts.disagree),
        Said::Incomplete if report.compared > 0 => ("note", texts.agree_in_part),
        Said::Incomplete | Said::NoTimes => ("note", texts.no_countries),
    };
    html! {
        <section class="verdict" aria-labelledby="verdict">
            <h3 id="verdict">{texts.announcement}</h3>
            <ul>
                <li><Icon name={icon} /><span><b>{verdict}</b>if report.compared > 0 { {" "}{compared} }</span></li>
                for finding in wrong { <li class="error"><Icon name="error" /><span>{finding.message(lang)}</span></li> }
                if lengths > 0 {
                    <li><Icon name="warning" /><span><b>{plural(lengths, texts.lengths_one, texts.lengths_other)}</b>{" "}{texts.as_above}</span></li>
                }
            </ul>
        </section>
    }
}
