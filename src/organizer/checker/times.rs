//! The times that an announcement has, each with what is so of it.

use crate::frame::{Icon, use_lang};
use huso_announcement::{Group, Report, StatedTime};
use huso_i18n::{Texts as _, labels, zone_names};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// Properties of [`Times`].
#[derive(Properties, PartialEq)]
pub struct TimesProps {
    /// What is so of the announcement.
    pub report: Rc<Report>,
}

/// The times by the moment that they are said to be.
#[component]
pub fn Times(props: &TimesProps) -> Html {
    let (lang, texts) = (use_lang(), use_lang().checker());
    let heading = |group: &Group| match group.date {
        Some(date) => labels::full_date(date, lang),
        None => texts.no_date.to_owned(),
    };
    let time = |time: &StatedTime| {
        let (icon, words) = match time.right {
            Some(true) => ("check", texts.is_right),
            Some(false) => ("cross", texts.is_wrong),
            None => ("question", texts.is_open),
        };
        html! {
            <li class={(time.right == Some(false)).then_some("wrong")}>
                <Icon name={icon} /><span class="spoken">{words}{": "}</span>
                <strong>{time.time.clone()}</strong>{" "}{time.place.clone()}{" "}
                <span class="faint">{zone_names::place(&time.zone, lang)}</span>
            </li>
        }
    };
    html! {
        for group in &props.report.groups {
            <div class="moment">
                <h2>{heading(group)}</h2>
                <ul>{for group.times.iter().map(time)}</ul>
            </div>
        }
    }
}
