//! A length that contradicts its times.

use crate::frame::{Block, Tone, use_lang};
use crate::workspace::{Action, Brought, Length, use_workspace};
use huso_agenda::chrono::{NaiveDateTime, TimeDelta};
use huso_i18n::labels::{HourCycle, clock};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`LengthBlock`].
#[derive(Properties, PartialEq)]
pub struct LengthBlockProps {
    /// What was brought.
    pub brought: Rc<Brought>,
    /// The file's number and the session's in it, from 0.
    pub session: (usize, usize),
    /// When it starts, on the clocks it is said for.
    pub start: NaiveDateTime,
    /// Minutes that it is said to be long.
    pub said: i64,
    /// Minutes from its start to its end.
    pub between: i64,
}

/// What it says, and its two mends by what comes of them.
#[component]
pub fn LengthBlock(props: &LengthBlockProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.review();
    let time = |minutes| {
        let time = props.start.checked_add_signed(TimeDelta::minutes(minutes)).unwrap_or(props.start);
        clock(time.time(), HourCycle::H23, lang)
    };
    let (start, end, other) = (time(0), time(props.between), time(props.said));
    let (said, between) = (props.said.to_string(), props.between.to_string());
    let values = [("start", start.as_str()), ("end", &end), ("between", &between), ("said", &said)];
    let decide = |length: Length| {
        let (brought, (file, session), workspace) = (props.brought.clone(), props.session, workspace.clone());
        move |_| workspace.dispatch(Action::Bring(brought.decided(file, session, length).into()))
    };
    html! {
        <Block tone={Tone::Warning} title={fill(texts.length_says, &values)}>
            <div class="buttons">
                <button type="button" onclick={decide(Length::AsTimed)}>{fill(texts.keep_end, &[("end", &end)])}</button>
                <button type="button" onclick={decide(Length::AsSaid)}>{fill(texts.end_at, &[("time", &other)])}</button>
            </div>
        </Block>
    }
}
