//! What is understood, with an example of each.

use crate::frame::{Icon, use_lang};
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// The templates that come with the page.
const TEMPLATES: [&str; 2] = ["examples/import/template.xlsx", "examples/import/template.csv"];

/// Properties of [`Kinds`].
#[derive(Properties, PartialEq)]
pub struct KindsProps {
    /// Opens an example that comes with the page.
    pub on_example: Callback<String>,
}

/// What is understood, with an example of each, and templates for who has nothing yet.
#[component]
pub fn Kinds(props: &KindsProps) -> Html {
    let texts = use_lang().bring();
    let kinds = [
        ("text", texts.text, texts.text_what, texts.text_more, "examples/import/announcement.txt"),
        ("table", texts.table, texts.table_what, texts.table_more, "examples/import/program.xlsx"),
        (
            "calendar",
            texts.calendar,
            texts.calendar_what,
            texts.calendar_more,
            "examples/import/calendar.ics",
        ),
        ("box", texts.program, texts.program_what, texts.program_more, "examples/import/schedule.json"),
        ("swap", texts.event, texts.event_what, texts.event_more, "examples/pacific-alliance-2027.json"),
    ];
    let kinds = kinds.into_iter().map(|(icon, name, what, more, example)| {
        let onclick = props.on_example.reform(move |_| example.to_owned());
        html! {
            <li>
                <Icon name={icon} />
                <strong>{name}</strong>
                <p>{what}<span class="faint">{more}</span></p>
                <button type="button" class="plain" aria-label={format!("{}: {name}", texts.example)} {onclick}>{texts.example}</button>
            </li>
        }
    });
    let [xlsx, csv] = TEMPLATES;
    html! {
        <section class="kinds" aria-labelledby="kinds">
            <h2 id="kinds">{texts.kinds}{" "}<small>{texts.kinds_help}</small></h2>
            <ul>{for kinds}</ul>
            <p class="templates">
                <span class="faint">{texts.nothing_yet}</span>
                <a href={xlsx} download="">{texts.template_xlsx}</a>
                <a href={csv} download="">{texts.template_csv}</a>
            </p>
        </section>
    }
}
