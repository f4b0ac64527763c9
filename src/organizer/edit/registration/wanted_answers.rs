//! After which answers something is asked.

use crate::edit::fields::Select;
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::{Change, Place};
use huso_i18n::Texts as _;
use serde_json::Value;
use web_sys::{Event, HtmlInputElement};
use yew::{AttrValue, Html, Properties, TargetCast as _, component, html};

/// More answers than this are chosen from a list.
const MOST_BOXES: usize = 20;

/// Properties of [`WantedAnswers`].
#[derive(Properties, PartialEq)]
pub struct WantedAnswersProps {
    /// The place of the wanted ones.
    pub place: Place,
    /// All that there are: what is stored, and what is read.
    pub answers: Vec<(String, String)>,
}

/// A box for each answer; of many, a box for each that is wanted, and a list of the others.
#[component]
pub fn WantedAnswers(WantedAnswersProps { place, answers }: &WantedAnswersProps) -> Html {
    let (texts, workspace) = (use_lang().builder(), use_workspace());
    let wanted = workspace.document().list(place).to_vec();
    let is_wanted = |value: &str| wanted.iter().any(|one| *one == *value);
    let want = {
        let (workspace, place, wanted) = (workspace.clone(), place.clone(), wanted.clone());
        move |value: &str, is_on: bool| {
            let rest = wanted.iter().filter(|one| **one != *value).cloned();
            let all: Vec<Value> = rest.chain(is_on.then(|| value.into())).collect();
            workspace.dispatch(Action::Change(vec![Change::Set(place.clone(), all.into())]));
        }
    };
    let is_long = answers.len() > MOST_BOXES;
    let (boxes, others): (Vec<_>, Vec<_>) =
        answers.iter().partition(|(value, _)| !is_long || is_wanted(value));
    let answer = |(value, label): &(String, String)| {
        let (want, value, is_on) = (want.clone(), value.clone(), is_wanted(value));
        let onchange =
            move |event: Event| want(&value, event.target_unchecked_into::<HtmlInputElement>().checked());
        html! { <label class="check"><input type="checkbox" checked={is_on} {onchange} />{label}</label> }
    };
    let add = {
        let want = want.clone();
        move |value: String| want(&value, true)
    };
    let first = (AttrValue::default(), AttrValue::from(texts.add_answer));
    let other = |(value, label): &(String, String)| (value.clone().into(), label.clone().into());
    let options = std::iter::once(first).chain(others.into_iter().map(other)).collect::<Vec<_>>();
    html! {
        <fieldset class="field" data-place={place.to_string()} tabindex="-1">
            <legend class="label">{texts.is_one_of}</legend>
            <div class="checks">{for boxes.into_iter().map(answer)}</div>
            if is_long { <Select name={texts.add_answer} value="" {options} onchange={add} /> }
        </fieldset>
    }
}
