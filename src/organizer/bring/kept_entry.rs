//! One event file that this browser keeps.

use crate::frame::{Step, open_step, use_lang};
use crate::workspace::{Action, Kept, use_workspace};
use huso::browser::download;
use huso_agenda::Lang;
use huso_agenda::chrono::NaiveDate;
use huso_edit::Place;
use huso_i18n::labels::day_month;
use huso_i18n::{Texts as _, fill, plural};
use js_sys::Date;
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html};

/// Properties of [`KeptEntry`].
#[derive(Properties, PartialEq)]
pub struct KeptEntryProps {
    /// Under which key it is kept.
    pub id: AttrValue,
    /// The event file.
    pub kept: Kept,
    /// Deletes it: its key, it, and what it is called.
    pub on_forget: Callback<(String, Kept, String)>,
}

/// One event file that this browser keeps, and what can be done with it.
#[component]
pub fn KeptEntry(props: &KeptEntryProps) -> Html {
    let lang = use_lang();
    let (texts, workspace) = (lang.bring(), use_workspace());
    let kept = &props.kept;
    let title = title(kept, lang);
    let on_continue = {
        let (key, kept, workspace) = (props.id.to_string(), kept.clone(), workspace.clone());
        move |_| {
            if workspace.key != key {
                let (document, base) = (kept.document.clone(), kept.base.clone());
                workspace.dispatch(Action::Open { key: key.clone(), document, base });
            }
            open_step(Step::Edit);
        }
    };
    let on_copy = {
        let document = kept.document.clone();
        move |_| {
            let id = document.str(&Place::parse("id")).to_owned();
            download(&format!("{id}.json"), &document.text(), "application/json");
        }
    };
    let on_delete = props.on_forget.reform({
        let (key, kept, title) = (props.id.to_string(), kept.clone(), title.clone());
        move |_: MouseEvent| (key.clone(), kept.clone(), title.clone())
    });
    let sessions = plural(kept.document.sessions().len(), texts.sessions_one, texts.sessions_other);
    html! {
        <li>
            <h3>{&title}</h3>
            <p class="faint">{sessions}{". "}{edited(texts.edited, &kept.at, lang)}</p>
            <p class="actions">
                <button type="button" class="plain" onclick={on_continue}>{texts.go_on}</button>
                <button type="button" class="plain" onclick={on_copy}>{texts.save_copy}</button>
                <button type="button" class="plain" onclick={on_delete}>{texts.forget}</button>
            </p>
        </li>
    }
}

fn title(kept: &Kept, lang: Lang) -> String {
    let title = kept.document.get(&Place::parse("title"));
    let own = title.and_then(|title| title.as_str().or_else(|| title.get(lang.tag())?.as_str()));
    let any = || title?.as_object()?.values().find_map(|text| text.as_str());
    own.or_else(any).filter(|title| !title.is_empty()).unwrap_or(lang.bring().untitled).to_owned()
}

/// Day and time on the reader's own clock.
fn edited(text: &str, at: &str, lang: Lang) -> String {
    let date = Date::new(&at.into());
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    let day = NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()).unwrap_or_default();
    let time = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    fill(text, &[("date", &day_month(day, lang)), ("time", &time)])
}
