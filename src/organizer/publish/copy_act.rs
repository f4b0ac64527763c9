//! A button that copies.

use crate::frame::use_lang;
use crate::publish::act::Act;
use crate::publish::done::Deed;
use crate::publish::publishing::use_publishing;
use crate::publish::task::Task;
use huso::browser::copy;
use huso_i18n::Texts as _;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_state};

/// Properties of [`CopyAct`].
#[derive(Properties, PartialEq)]
pub struct CopyActProps {
    /// The step.
    pub task: Task,
    /// Its words.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What is copied; nothing while something is missing.
    pub text: Option<Rc<str>>,
    /// Whether it is the step's first one.
    #[prop_or_default]
    pub is_first: bool,
}

/// A button that copies a text; where the browser forbids that, it says how to do it by hand.
#[component]
pub fn CopyAct(props: &CopyActProps) -> Html {
    let (texts, publishing) = (use_lang().publish(), use_publishing());
    let has_failed = use_state(|| false);
    let onclick = {
        let (text, has_failed, task) = (props.text.clone(), has_failed.setter(), props.task);
        Callback::from(move |()| {
            let (Some(text), Some(publishing)) = (text.clone(), publishing.clone()) else { return };
            let has_failed = has_failed.clone();
            spawn_local(async move {
                let is_copied = copy(&text).await;
                has_failed.set(!is_copied);
                if is_copied {
                    publishing.did(task, Deed::Copied);
                }
            });
        })
    };
    let label = props.label.clone().unwrap_or(AttrValue::Static(texts.copy));
    html! {
        <>
            <Act task={props.task} {label} icon="copy" is_first={props.is_first} is_off={props.text.is_none()} {onclick} />
            if *has_failed { <p role="alert">{texts.copy_failed}</p> }
        </>
    }
}
