//! How many there are of each kind, and which of them are shown.

use crate::frame::use_lang;
use crate::workspace::Checked;
use huso_agenda::Severity;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`Filters`].
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
    /// What is shown; all of it unless something is chosen.
    pub severity: Option<Severity>,
    /// Shows something else.
    pub on_severity: Callback<Option<Severity>>,
}

/// One button for all, and one for each severity, with their numbers.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let texts = use_lang().advice();
    let count = |severity: Option<Severity>| match severity {
        Some(severity) => props.checked.count(severity),
        None => props.checked.faults.len(),
    };
    let choices = [
        (None, texts.all),
        (Some(Severity::Error), texts.errors),
        (Some(Severity::Warning), texts.warnings),
        (Some(Severity::Note), texts.notes),
    ];
    html! {
        <div class="segments" role="group" aria-label={texts.filter}>
            for (severity, name) in choices {
                <button type="button" aria-pressed={(props.severity == severity).to_string()}
                    onclick={props.on_severity.reform(move |_| severity)}>
                    {name}{" "}<span class="count">{format!("({})", count(severity))}</span>
                </button>
            }
        </div>
    }
}
