//! The snippet with the agenda in it as HTML.

use crate::snippet_code::SnippetCode;
use huso::prerender::{Surroundings, render};
use huso_agenda::Lang;
use huso_registration::Event;
use std::rc::Rc;
use yew::suspense::use_future_with;
use yew::{AttrValue, HtmlResult, Properties, component, html};

/// Properties of [`PrerenderedCode`].
#[derive(Properties, PartialEq)]
pub struct PrerenderedCodeProps {
    /// The page's language.
    pub lang: Lang,
    /// The lines by which a page has the program.
    pub script: AttrValue,
    /// The file's name.
    pub name: AttrValue,
    /// What is in the file.
    pub event: Rc<Event>,
}

/// The snippet with the agenda in it as HTML, once that is written.
#[component]
pub fn PrerenderedCode(props: &PrerenderedCodeProps) -> HtmlResult {
    let rendered = use_future_with((props.event.clone(), props.name.clone()), |given| {
        let (event, name) = (*given).clone();
        render((*event).clone(), Surroundings { src: Some(name.to_string()), ..Surroundings::default() })
    })?;
    let code = format!("{}{}\n", props.script, *rendered);
    Ok(html! { <SnippetCode lang={props.lang} {code} /> })
}
