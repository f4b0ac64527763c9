//! The page.

use crate::frame::use_lang;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// From a press release to an agenda, what a registration needs, and the keys.
#[component]
pub fn Guide() -> Html {
    let texts = use_lang().guide();
    let steps = [
        texts.step_bring,
        texts.step_zone,
        texts.step_review,
        texts.step_edit,
        texts.step_look,
        texts.step_publish,
    ];
    let data = [
        (texts.data_fields, texts.data_fields_help),
        (texts.data_consent, texts.data_consent_help),
        (texts.data_endpoint, texts.data_endpoint_help),
        (texts.data_times, texts.data_times_help),
        (texts.data_capacity, texts.data_capacity_help),
    ];
    let keys = [
        ("Ctrl V", texts.key_paste),
        ("Ctrl Z", texts.key_undo),
        ("Ctrl Shift Z", texts.key_redo),
        ("F8", texts.key_next),
        ("Shift F8", texts.key_previous),
        ("Tab", texts.key_tab),
        ("← → ↑ ↓", texts.key_arrows),
        ("Esc", texts.key_escape),
    ];
    html! {
        <div class="guide">
            <h1>{texts.title}</h1>
            <section aria-labelledby="guide-steps">
                <h2 id="guide-steps">{texts.steps}</h2>
                <ol>for step in steps { <li>{step}</li> }</ol>
            </section>
            <section aria-labelledby="guide-data">
                <h2 id="guide-data">{texts.data}</h2>
                <dl>for (name, help) in data { <dt>{name}</dt><dd>{help}</dd> }</dl>
            </section>
            <section aria-labelledby="guide-keys">
                <h2 id="guide-keys">{texts.keys}</h2>
                <dl class="keys">for (key, does) in keys { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> }</dl>
            </section>
        </div>
    }
}
