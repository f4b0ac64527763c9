//! What somebody else's endpoint calls the answers.

use crate::edit::fields::LineField;
use crate::edit::registration::model::{fields, registration};
use crate::edit::words::name_of;
use crate::frame::use_lang;
use crate::workspace::use_workspace;
use huso_i18n::Texts as _;
use serde_json::Value;
use yew::{Html, component, html};

/// A field for each question, for the name by which the endpoint knows it.
#[component]
pub fn Mapping() -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, document) = (lang.builder(), workspace.document());
    let names = registration().key("endpoint").key("fields");
    let question = |question: &Value| {
        let id = question.get("id").and_then(Value::as_str)?;
        let label = name_of(document, question, "label", lang);
        Some(
            html! { <LineField key={id.to_owned()} place={names.key(id)} label={if label.is_empty() { id.to_owned() } else { label }} /> },
        )
    };
    html! {
        <details class="mapping">
            <summary>{texts.mapping}</summary>
            <p class="hint">{texts.mapping_help}</p>
            <div class="pair">{for document.list(&fields()).iter().filter_map(question)}</div>
        </details>
    }
}
