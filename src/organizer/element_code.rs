//! The code of the element, alone or with the agenda in it as HTML.

use crate::snippet_code::SnippetCode;
use huso::prerender::{Surroundings, render, render_bare};
use huso_agenda::Lang;
use huso_registration::Event;
use std::rc::Rc;
use yew::suspense::use_future_with;
use yew::{AttrValue, HtmlResult, Properties, component, html};

/// Properties of [`ElementCode`].
#[derive(Properties, PartialEq)]
pub struct ElementCodeProps {
    /// The page's language.
    pub lang: Lang,
    /// The lines by which a page has the program.
    pub script: AttrValue,
    /// The file's name.
    pub name: AttrValue,
    /// What is in the file.
    pub event: Rc<Event>,
    /// Whether the agenda is in it.
    pub is_prerendered: bool,
}

/// The element's code, once it is written.
#[component]
pub fn ElementCode(props: &ElementCodeProps) -> HtmlResult {
    let given = (props.event.clone(), props.name.clone(), props.is_prerendered);
    let element = use_future_with(given, |given| async move {
        let (event, name, is_prerendered) = &*given;
        let surroundings = Surroundings { src: Some(name.to_string()), ..Surroundings::default() };
        if *is_prerendered {
            render((**event).clone(), surroundings).await
        } else {
            render_bare((**event).clone(), surroundings).await
        }
    })?;
    let code = format!("{}{}\n", props.script, *element);
    Ok(html! { <SnippetCode lang={props.lang} {code} /> })
}
