//! How long, how much, and what browsers fill in.

use crate::edit::fields::{LineField, TextField};
use crate::frame::use_lang;
use huso_edit::Place;
use huso_i18n::Texts as _;
use yew::{Html, Properties, component, html};

/// Properties of [`Limits`].
#[derive(Properties, PartialEq)]
pub struct LimitsProps {
    /// The question's place.
    pub place: Place,
    /// Its kind, as in the event file.
    pub kind: String,
}

/// What limits an answer, by the question's kind, and what browsers fill in.
#[component]
pub fn Limits(LimitsProps { place, kind }: &LimitsProps) -> Html {
    let texts = use_lang().builder();
    let number = |key: &str, label: &'static str| html! { <LineField place={place.key(key)} {label} is_number={true} /> };
    let line = |key: &str, label: &'static str| html! { <LineField place={place.key(key)} {label} /> };
    let limits = match kind.as_str() {
        "text" | "textarea" | "organization" => html! {
            <>
                <div class="pair">{number("min_length", texts.min_length)}{number("max_length", texts.max_length)}</div>
                <LineField place={place.key("pattern")} label={texts.pattern} help={texts.pattern_help} />
                <TextField place={place.key("pattern_message")} label={texts.pattern_message} />
            </>
        },
        "number" | "date" => {
            html! { <div class="pair">{line("min", texts.min)}{line("max", texts.max)}</div> }
        }
        "checkboxes" => {
            html! { <div class="pair">{number("min_choices", texts.min_choices)}{number("max_choices", texts.max_choices)}</div> }
        }
        "file" => number("max_bytes", texts.max_bytes),
        "hidden" => {
            html! { <LineField place={place.key("parameter")} label={texts.parameter} help={texts.parameter_help} /> }
        }
        _ => Html::default(),
    };
    let is_filled =
        matches!(kind.as_str(), "text" | "email" | "tel" | "country" | "organization" | "select" | "url");
    html! {
        <>
            {limits}
            if is_filled { <LineField place={place.key("autocomplete")} label={texts.autocomplete} help={texts.autocomplete_help} /> }
        </>
    }
}
