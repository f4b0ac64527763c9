//! The tool.

use crate::checker::times::Times;
use crate::checker::{CheckedText, FindingLine, VerdictLine, today, use_kept_text};
use crate::frame::use_lang;
use huso_agenda::chrono::NaiveDate;
use huso_announcement::{Context, Finding, check};
use huso_i18n::Texts as _;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast as _, component, html, use_memo, use_state};

/// Checks an announcement while somebody writes it. Nothing has to be imported for it, and the text stays in the browser.
#[component]
pub fn Checker() -> Html {
    let texts = use_lang().checker();
    let (kept, keep) = use_kept_text("checker");
    let date = use_state(|| None::<NaiveDate>);
    let text = kept.unwrap_or_default();
    let context = Context { date: *date, today: today() };
    let report = use_memo((text.clone(), context), |(text, context)| check(text, context));
    let on_text = Callback::from(move |text: String| keep.emit(Some(text).filter(|text| !text.is_empty())));
    let on_date = {
        let date = date.setter();
        move |event: InputEvent| {
            date.set(event.target_unchecked_into::<HtmlInputElement>().value().parse().ok())
        }
    };
    let on_example = on_text.reform(|_| texts.example_text.to_owned());
    let line = |finding: &Finding| {
        let (text, report, on_text) = (text.clone(), report.clone(), on_text.clone());
        html! { <li><FindingLine {text} {report} finding={finding.clone()} {context} {on_text} /></li> }
    };
    html! {
        <div class="checker">
            <h1>{texts.title}</h1>
            <p class="faint">{texts.intro}</p>
            <div class="beside">
                <CheckedText id="announcement" label={texts.text} text={text.clone()} report={report.clone()}
                    placeholder={texts.placeholder} on_text={on_text.clone()} />
                <section class="found" aria-label={texts.found}>
                    <p role="status">if !text.trim().is_empty() { <VerdictLine report={report.clone()} /> }</p>
                    if text.trim().is_empty() {
                        <p>{texts.nothing}</p>
                        <div class="buttons"><button type="button" class="neutral" onclick={on_example}>{texts.example}</button></div>
                    }
                    <ul>{for report.findings.iter().map(line)}</ul>
                    <Times report={report.clone()} />
                    <div class="field">
                        <label for="announcement-date">{texts.date}</label>
                        <input type="date" id="announcement-date" oninput={on_date} aria-describedby="announcement-date-help" />
                        <p class="hint" id="announcement-date-help">{texts.date_help}</p>
                    </div>
                </section>
            </div>
        </div>
    }
}
