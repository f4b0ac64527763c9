//! The languages in which a session is held.

use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_agenda::Lang;
use huso_edit::{Change, session_place};
use huso_i18n::Texts as _;
use huso_i18n::language_names::{language_name, primary};
use serde_json::Value;
use web_sys::{Event, HtmlInputElement};
use yew::{Html, Properties, TargetCast as _, component, html};

/// Properties of [`Languages`].
#[derive(Properties, PartialEq)]
pub struct LanguagesProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
}

/// The languages in which a session is held: those of the event's countries, and what is written besides.
#[component]
pub fn Languages(LanguagesProps { index }: &LanguagesProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let place = session_place(*index).key("languages");
    let written = workspace.document().list(&place);
    let tag = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let is_known = |tag: &str| Lang::ALL.iter().any(|lang| primary(tag).eq_ignore_ascii_case(lang.tag()));
    let others = written.iter().map(tag).filter(|tag| !is_known(tag));
    let all = Lang::ALL.into_iter().map(|lang| lang.tag().to_owned()).chain(others);
    let boxes = all.map(|one| {
        let at = written.iter().position(|value| primary(&tag(value)).eq_ignore_ascii_case(primary(&one)));
        let onchange = {
            let (workspace, place, one) = (workspace.dispatcher(), place.clone(), one.clone());
            let end = written.len();
            move |event: Event| {
                let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
                let change = match at {
                    Some(at) if !is_on => Change::Remove(place.index(at)),
                    None if is_on => Change::Insert(place.index(end), one.as_str().into()),
                    _ => return,
                };
                workspace.dispatch(Action::Change(vec![change]));
            }
        };
        html! {
            <label class="check"><input type="checkbox" checked={at.is_some()} {onchange} />{language_name(&one, lang).to_owned()}</label>
        }
    });
    html! {
        <div class="field" role="group" aria-label={lang.edit().held_in} data-place={place.to_string()} tabindex="-1">
            <div class="field-head"><span class="label">{lang.edit().held_in}</span></div>
            <div class="checks">{for boxes}</div>
        </div>
    }
}
