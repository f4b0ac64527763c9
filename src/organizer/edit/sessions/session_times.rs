//! How long a session is, and what the other countries' clocks show then.

use crate::edit::words::{elsewhere, session_zone, zone_label};
use crate::frame::use_lang;
use crate::workspace::{Checked, use_workspace};
use huso_edit::When;
use huso_i18n::labels::length;
use huso_i18n::{Texts as _, fill};
use yew::{Html, Properties, component, html, use_context};

/// Properties of [`SessionTimes`].
#[derive(Properties, PartialEq)]
pub struct SessionTimesProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
}

/// `Hora de Colombia · 65 min`, and `10:30 – 11:35 Chile · 08:30 – 09:35 México`.
#[component]
pub fn SessionTimes(SessionTimesProps { index }: &SessionTimesProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let document = workspace.document();
    let zone = session_zone(document, *index);
    let Some((checked, zone)) = use_context::<Checked>().zip(zone) else { return Html::default() };
    let when =
        document.sessions().get(*index).map(|session| When::of(session, Some(&zone))).unwrap_or_default();
    let (Some(start), end) = when.instants(&zone) else { return Html::default() };
    let end = end.filter(|end| *end > start);
    let place = fill(lang.edit().hour_of, &[("place", &zone_label(&checked, zone.name(), lang))]);
    let minutes = end.map(|end| length(end.signed_duration_since(start).num_minutes()));
    let own: Vec<String> = [Some(place), minutes].into_iter().flatten().collect();
    html! {
        <p class="hint times">
            <span>{own.join(" · ")}</span><br />
            <span>{elsewhere(&checked, &zone, start, end, lang).join(" · ")}</span>
        </p>
    }
}
