//! The tab.

use crate::edit::fields::{LineField, TextField};
use crate::edit::lists::entry_form::EntryForm;
use crate::edit::lists::entry_list::EntryList;
use crate::edit::state::use_edit;
use crate::frame::use_lang;
use crate::workspace::use_workspace;
use huso_edit::List;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// Speakers.
#[component]
pub fn SpeakersTab() -> Html {
    let (texts, workspace, edit) = (use_lang().edit(), use_workspace(), use_edit());
    let count = workspace.document().list(&List::Speakers.place()).len();
    let index = edit.entry.filter(|(list, _)| *list == List::Speakers).map_or(0, |(_, index)| index);
    let index = (count > 0).then(|| index.min(count - 1));
    html! {
        <div class="table-and-form">
            <EntryList list={List::Speakers} title={texts.tab_speakers} empty={texts.no_speakers} add={texts.add_speaker} chosen={index} />
            if let Some(index) = index {
                <EntryForm list={List::Speakers} {index} title={texts.speaker}>
                    <LineField place={List::Speakers.place().index(index).key("name")} label={texts.name} />
                    <TextField place={List::Speakers.place().index(index).key("role")} label={texts.role} help={texts.role_help} />
                    <LineField place={List::Speakers.place().index(index).key("organization")} label={texts.organization} />
                    <LineField place={List::Speakers.place().index(index).key("url")} label={texts.page} help={texts.not_shown_yet} />
                    <LineField place={List::Speakers.place().index(index).key("photo")} label={texts.photo} help={texts.not_shown_yet} />
                </EntryForm>
            }
        </div>
    }
}
