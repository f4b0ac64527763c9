//! A file that programs write for programs.

use crate::frame::use_lang;
use huso_i18n::Texts as _;
use huso_import::Kind;
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`OtherFile`].
#[derive(Properties, PartialEq)]
pub struct OtherFileProps {
    /// Its name.
    pub name: AttrValue,
    /// What it is.
    pub kind: Kind,
}

/// Its name and what it is: nobody has to look at what programs write.
#[component]
pub fn OtherFile(props: &OtherFileProps) -> Html {
    let texts = use_lang().bring();
    let kind = match props.kind {
        Kind::EventFile => texts.event,
        Kind::Calendar => texts.calendar,
        Kind::ScheduleXml | Kind::ScheduleJson | Kind::Sessionize(_) => texts.program,
        _ => "",
    };
    html! { <h2 class="file">{&props.name}{" "}<small>{kind}</small></h2> }
}
