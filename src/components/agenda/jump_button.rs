//! The way to what is under way, else to what is next today.

use super::session_row::title_id;
use crate::context::{use_event, use_locale, use_zones};
use huso_agenda::{Phase, Session};
use huso_i18n::{Texts as _, fill, labels};
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`JumpButton`].
#[derive(Properties, PartialEq)]
pub struct JumpButtonProps {
    /// Which of the agenda's sessions it leads to, from 0.
    pub index: usize,
    /// Where that session stands.
    pub phase: Option<Phase>,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
}

/// Leads to a session of today.
#[component]
pub fn JumpButton(props: &JumpButtonProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let texts = locale.lang.live();
    let start = event.agenda().sessions.get(props.index).and_then(Session::start);
    let words = match (props.phase, start) {
        (Some(Phase::Upcoming | Phase::Soon(_)), Some(start)) => {
            let time = zones.viewer.zone.wall_time(start).time();
            let time = labels::clock(time, locale.hour_cycle, locale.locale);
            fill(texts.jump_next, &[("time", &time)])
        }
        _ => texts.jump_now.to_owned(),
    };
    let index = props.index;
    let onclick = props.go.reform(move |_| title_id(index));
    html! { <button type="button" class="quiet jump" {onclick}>{words}</button> }
}
