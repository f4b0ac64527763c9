//! Whose clocks a file's times are taken to be of.

use crate::frame::{Icon, use_lang};
use crate::review::reviewed::Reviewed;
use crate::review::zone_choice::ZoneChoice;
use crate::review::zone_question::place;
use crate::workspace::{Action, use_workspace};
use huso_agenda::model::reading::default_zones;
use huso_agenda::zone::Database;
use huso_i18n::{Texts as _, fill};
use huso_import::{Answer, Reading};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html, use_state_eq};

/// Properties of [`ZoneSaid`].
#[derive(Properties, PartialEq)]
pub struct ZoneSaidProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
}

/// Whose clocks a file's times are taken to be of, who says so, and the way to others.
#[component]
pub fn ZoneSaid(props: &ZoneSaidProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.review();
    let is_changing = use_state_eq(|| false);
    let Some(file) = props.reviewed.files.get(props.at) else { return Html::default() };
    let Ok(settled) = &file.settled else { return Html::default() };
    let (number, brought) = (file.opened.file, props.reviewed.brought.clone());
    let reading = brought.answers.get(&number).map_or(Reading::Moment, |answer| answer.reading);
    let who = match &settled.claim {
        _ if brought.answers.contains_key(&number) => texts.said_by_you.to_owned(),
        Some(claim) => fill(texts.says, &[("words", claim.words.trim())]),
        None => texts.says_beside.to_owned(),
    };
    let on_choose = {
        let is_changing = is_changing.setter();
        Callback::from(move |(timezone, _): (String, String)| {
            is_changing.set(false);
            let answer = Answer { timezone, reading };
            workspace.dispatch(Action::Bring(brought.answered(number, answer).into()));
        })
    };
    let onchange = {
        let is_changing = is_changing.setter();
        move |_| is_changing.set(true)
    };
    let usual = default_zones(&Database::default());
    let offered: Vec<_> =
        usual.iter().map(|(zone, _)| (zone.name().to_owned(), place(zone.name(), lang))).collect();
    html! {
        <div class="zone-said">
            <p><Icon name="check" />{" "}<b>{fill(texts.zone_is, &[("place", &place(&settled.timezone, lang))])}</b>{" "}
                <span class="faint">{who}</span>{" "}
                <button type="button" class="plain" aria-expanded={is_changing.to_string()} onclick={onchange}>{texts.change}</button></p>
            if *is_changing {
                <ZoneChoice id={format!("other-zone-{}", props.at)} {offered} chosen={Some(settled.timezone.clone())} {on_choose} />
            }
        </div>
    }
}
