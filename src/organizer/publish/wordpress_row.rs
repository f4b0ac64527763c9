//! The shortcode for WordPress.

use crate::frame::use_lang;
use crate::publish::copy_act::CopyAct;
use crate::publish::row::Row;
use crate::publish::state::State;
use crate::publish::task::Task;
use huso_i18n::Texts as _;
use huso_publish::snippet::shortcode;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast as _, component, html, use_state};

/// Copies the shortcode, once it is known which file it is of.
#[component]
pub fn WordPressRow() -> Html {
    let texts = use_lang().publish();
    let file = use_state(String::new);
    let code: Option<Rc<str>> = shortcode(&file).map(Rc::from);
    let oninput = {
        let file = file.setter();
        Callback::from(move |event: InputEvent| {
            file.set(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    let state = code.is_none().then_some(State::NeedsAddress);
    let copy = html! { <CopyAct task={Task::WordPress} text={code.clone()} /> };
    html! {
        <Row task={Task::WordPress} title={texts.wordpress_title} about={html! { {texts.wordpress_about} }} {state} actions={copy}>
            <div class="field">
                <label for="wordpress-file">{texts.wordpress_file}</label>
                <input type="text" id="wordpress-file" value={(*file).clone()} {oninput} />
                if let Some(code) = code { <code>{code.to_string()}</code> }
            </div>
        </Row>
    }
}
