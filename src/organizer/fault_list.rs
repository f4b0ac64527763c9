//! What is wrong with the file, each fault with its place.

use crate::opened::Opened;
use huso_agenda::{Lang, Severity};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`FaultList`].
#[derive(Properties, PartialEq)]
pub struct FaultListProps {
    /// The page's language.
    pub lang: Lang,
    /// The file.
    pub file: Rc<Opened>,
}

/// What is wrong with the file.
#[component]
pub fn FaultList(props: &FaultListProps) -> Html {
    let say = props.lang.organizer();
    let faults = &props.file.faults;
    html! {
        <section class="faults" role="status">
            <h2>{props.file.name.clone()}</h2>
            if faults.is_empty() {
                <p>{say.no_faults}</p>
            } else {
                <h3>{format!("{} ({})", say.faults, faults.len())}</h3>
                <ul>
                    for fault in faults {
                        <li>
                            {severity(props.lang, fault.severity())}{" "}
                            <code>{if fault.place.is_empty() { say.whole_file } else { &fault.place }.to_owned()}</code>
                            {": "}{fault.message(props.lang)}
                        </li>
                    }
                </ul>
            }
        </section>
    }
}

fn severity(lang: Lang, severity: Severity) -> Html {
    let say = lang.organizer();
    match severity {
        Severity::Error => html! { <strong class="error">{say.error}</strong> },
        Severity::Warning => html! { <strong class="warning">{say.warning}</strong> },
    }
}
