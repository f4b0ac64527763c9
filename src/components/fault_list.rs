//! The errors in a file, folded away: they are for the organizer.

use huso_agenda::{Diagnostic, Lang, Severity};
use huso_i18n::{Message as _, Texts as _};
use yew::{Html, Properties, component, html};

/// Properties of [`FaultList`].
#[derive(Properties, PartialEq)]
pub struct FaultListProps {
    /// What is wrong with the file; warnings are left out.
    pub faults: Vec<Diagnostic>,
    /// The language to say it in.
    pub lang: Lang,
}

/// The errors in a file.
#[component]
pub fn FaultList(props: &FaultListProps) -> Html {
    let errors = props.faults.iter().filter(|fault| fault.severity() == Severity::Error);
    html! {
        <details>
            <summary>{props.lang.widget().details}</summary>
            <ul class="faults">
                for error in errors { <li class="entry">{error.line(props.lang)}</li> }
            </ul>
        </details>
    }
}
