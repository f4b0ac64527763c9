//! What is wrong with the file, each fault with its place.

use crate::frame::{Mark, Tone};
use huso_agenda::Lang;
use huso_explain::{Excerpt, Explanation};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`FaultList`].
#[derive(Properties, PartialEq)]
pub struct FaultListProps {
    /// The page's language.
    pub lang: Lang,
    /// The file's name.
    pub name: AttrValue,
    /// What is wrong with it.
    pub faults: Rc<[Explanation]>,
}

/// What is wrong with the file.
#[component]
pub fn FaultList(props: &FaultListProps) -> Html {
    let texts = props.lang.bring();
    let faults = &props.faults;
    html! {
        <section class="faults" role="status">
            <h2>{&props.name}</h2>
            if faults.is_empty() {
                <p>{texts.no_faults}</p>
            } else {
                <h3>{format!("{} ({})", texts.faults, faults.len())}</h3>
                <ul>
                    for fault in faults.iter() {
                        <li>
                            <Mark tone={Tone::from(fault.severity())} />{" "}
                            {place(props.lang, fault)}{": "}{fault.message(props.lang)}
                            for excerpt in &fault.excerpt { {marked(excerpt)} }
                        </li>
                    }
                </ul>
            }
        </section>
    }
}

/// The line, and whose fault it is.
fn place(lang: Lang, fault: &Explanation) -> Html {
    let texts = lang.bring();
    let line = fault.position.map(|at| fill(texts.in_line, &[("line", &at.line.to_string())]));
    let (place, subject) = (&fault.path, fault.subject(lang));
    let has_place = !place.is_empty() || line.is_none();
    html! {
        <>
            {line.clone()}
            if line.is_some() && has_place { {", "} }
            if has_place {
                <code>{if place.is_empty() { texts.whole_file } else { place }.to_owned()}</code>
            }
            if !subject.is_empty() { {" ("}{subject}{")"} }
        </>
    }
}

/// The line itself, with its place marked.
fn marked(excerpt: &Excerpt) -> Html {
    // At the end of a line there is a blank to mark.
    let marked = if excerpt.marked.is_empty() { " " } else { &excerpt.marked }.to_owned();
    html! { <pre class="excerpt">{excerpt.before.clone()}<mark>{marked}</mark>{excerpt.after.clone()}</pre> }
}
