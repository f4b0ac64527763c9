//! The tab.

use crate::edit::sessions::counts::Counts;
use crate::edit::sessions::day_tabs::DayTabs;
use crate::edit::sessions::empty::{NoResult, NoSessions};
use crate::edit::sessions::rows::{chunks, row_faults};
use crate::edit::sessions::session_form::SessionForm;
use crate::edit::sessions::table::SessionTable;
use crate::edit::sessions::track_mark::tracks;
use crate::edit::state::use_edit;
use crate::edit::strip::DayStrip;
use crate::edit::words::zone_label;
use crate::frame::use_lang;
use crate::workspace::{Checked, use_workspace};
use huso_agenda::chrono::NaiveDate;
use huso_edit::{Place, find};
use huso_i18n::{Texts as _, fill};
use yew::{Html, component, html, use_context, use_memo};

/// Sessions: the strip of a day, all in a table, one in the form.
#[component]
pub fn SessionsTab() -> Html {
    let (lang, workspace, edit) = (use_lang(), use_workspace(), use_edit());
    let checked = use_context::<Checked>();
    let document = workspace.document();
    let faults = use_memo(checked.clone(), |checked| checked.as_ref().map(row_faults).unwrap_or_default());
    let given = (document.clone(), edit.query.clone(), faults.clone(), lang);
    let chunks = use_memo(given, |(document, query, faults, lang)| {
        chunks(document, find(document, query), faults, *lang)
    });
    let tracks = use_memo((document.clone(), lang), |(document, lang)| tracks(document, *lang));
    if document.sessions().is_empty() {
        return html! { <NoSessions /> };
    }
    let chosen = edit.chosen.as_ref().and_then(|chosen| chosen.index_in(document));
    let days: Vec<NaiveDate> = chunks.iter().filter_map(|chunk| chunk.heading.flatten()).collect();
    let day = edit.day.filter(|day| days.contains(day)).or_else(|| days.first().copied());
    let zone = checked.map(|checked| zone_label(&checked, document.str(&Place::parse("timezone")), lang));
    let hour_of = zone.map(|zone| fill(lang.edit().hour_of, &[("place", &zone)])).unwrap_or_default();
    html! {
        <>
            <div class="day-line"><DayTabs {days} {day} /><Counts /></div>
            if let Some(day) = day { <DayStrip {day} {chosen} tracks={(*tracks).clone()} /> }
            <div class="table-and-form">
                <div class="table">
                    if chunks.is_empty() { <NoResult /> } else {
                        <SessionTable chunks={(*chunks).clone()} {chosen} tracks={(*tracks).clone()} {hour_of} />
                    }
                </div>
                if let Some(index) = chosen { <SessionForm {index} tracks={(*tracks).clone()} /> }
            </div>
        </>
    }
}
