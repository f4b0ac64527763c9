//! Moving a session to another day, or with all after it.

use crate::edit::words::{date_value, title_of};
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_agenda::wall_time;
use huso_edit::{When, later_of_day, move_to_day, shift_with_later};
use huso_i18n::labels::{length, long_date};
use huso_i18n::{Texts as _, fill};
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Html, Properties, TargetCast as _, component, html, use_state};

/// Properties of [`MoveTools`].
#[derive(Properties, PartialEq)]
pub struct MoveToolsProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Tool {
    Day,
    Shift,
}

/// Moving a session to another day, or with all after it by some minutes: the words of each button are its result.
#[component]
pub fn MoveTools(MoveToolsProps { index }: &MoveToolsProps) -> Html {
    let (lang, workspace, index) = (use_lang(), use_workspace(), *index);
    let texts = lang.edit();
    let open = use_state(|| None::<Tool>);
    let (day, minutes) = (use_state(|| None::<String>), use_state(|| "15".to_owned()));
    let document = workspace.document();
    let when = document.sessions().get(index).map(|session| When::of(session, None)).unwrap_or_default();
    let toggle = |tool: Tool, words: &'static str| {
        let (is_open, open) = (*open == Some(tool), open.setter());
        html! {
            <button type="button" class="plain" aria-expanded={is_open.to_string()} onclick={move |_| open.set((!is_open).then_some(tool))}>{words}</button>
        }
    };
    let write = |set: yew::UseStateSetter<String>| {
        move |event: InputEvent| set.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let day_value = (*day).clone().unwrap_or_else(|| date_value(when.day));
    let to = wall_time::date(&day_value).ok().filter(|to| Some(*to) != when.day);
    let by = minutes.trim().parse::<i64>().ok().filter(|by| *by != 0 && by.abs() <= 24 * 60);
    let later = later_of_day(document, index).len();
    let go = |action: Box<dyn Fn() -> Action>| {
        let (workspace, open) = (workspace.dispatcher(), open.setter());
        move |_| {
            workspace.dispatch(action());
            open.set(None);
        }
    };
    html! {
        <div class="move-tools">
            <p>{toggle(Tool::Day, texts.move_day)}{toggle(Tool::Shift, texts.shift)}</p>
            if *open == Some(Tool::Day) {
                <div class="tool">
                    <label for="move-day">{fill(texts.move_title, &[("title", &title_of(document, index, lang))])}</label>
                    <input id="move-day" type="date" value={day_value} oninput={
                        let day = day.setter();
                        move |event: InputEvent| day.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()))
                    } />
                    if let Some(to) = to {
                        <button type="button" onclick={go(Box::new(move || Action::by(move |document| move_to_day(document, index, to))))}>
                            {fill(texts.move_to, &[("day", &long_date(to, lang))])}
                        </button>
                    }
                </div>
            }
            if *open == Some(Tool::Shift) {
                <div class="tool">
                    <label for="shift-by">{texts.shift_minutes}</label>
                    <input id="shift-by" inputmode="numeric" value={(*minutes).clone()} oninput={write(minutes.setter())} aria-describedby="shift-help" />
                    <p class="hint" id="shift-help">{texts.shift_help}</p>
                    if let Some(by) = by {
                        <button type="button" onclick={go(Box::new(move || Action::by(move |document| shift_with_later(document, index, by))))}>
                            {fill(if by > 0 { texts.shift_later } else { texts.shift_earlier }, &[("count", &later.to_string()), ("length", &length(by.abs()))])}
                        </button>
                    }
                </div>
            }
        </div>
    }
}
