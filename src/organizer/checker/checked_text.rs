//! A text in which the times are underlined while somebody writes.

use crate::checker::pieces::pieces;
use huso_announcement::Report;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast as _, component, html};

/// Properties of [`CheckedText`].
#[derive(Properties, PartialEq)]
pub struct CheckedTextProps {
    /// Its id.
    pub id: AttrValue,
    /// What it is called, for screen readers.
    pub label: AttrValue,
    /// The language of the text, if that is known.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// The text.
    pub text: Rc<str>,
    /// What is so of its times.
    pub report: Rc<Report>,
    /// What is written in its place.
    pub on_text: Callback<String>,
    /// What stands there while it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
}

/// A field for a text, as high as the text is. The underlines are those of the same text below it: a field has none.
#[component]
pub fn CheckedText(props: &CheckedTextProps) -> Html {
    let oninput = props
        .on_text
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <div class="checked-text" lang={props.lang.clone()}>
            <div class="underlines" aria-hidden="true">
                for (piece, standing) in pieces(&props.text, &props.report) {
                    <span class={standing.map(|standing| standing.class())}>{piece.to_owned()}</span>
                }
                // A line that is begun has its room.
                {"\u{200b}"}
            </div>
            <textarea id={props.id.clone()} aria-label={props.label.clone()} spellcheck="true"
                value={props.text.to_string()} placeholder={props.placeholder.clone()} {oninput} />
        </div>
    }
}
