//! The tab.

use crate::edit::fields::{ChoiceField, LineField, TextField};
use crate::edit::lists::color_field::ColorField;
use crate::edit::lists::entry_form::EntryForm;
use crate::edit::lists::entry_list::EntryList;
use crate::edit::state::use_edit;
use crate::frame::use_lang;
use crate::workspace::use_workspace;
use huso_edit::List;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// Tracks and venues.
#[component]
pub fn TracksTab() -> Html {
    let (texts, workspace, edit) = (use_lang().edit(), use_workspace(), use_edit());
    let count = |list: List| workspace.document().list(&list.place()).len();
    let first = [List::Tracks, List::Venues].into_iter().find(|list| count(*list) > 0).map(|list| (list, 0));
    let chosen =
        edit.entry.filter(|(list, index)| *list != List::Speakers && *index < count(*list)).or(first);
    let chosen_of = |wanted: List| chosen.filter(|(list, _)| *list == wanted).map(|(_, index)| index);
    let kinds = vec![("online".into(), texts.online.into()), ("onsite".into(), texts.onsite.into())];
    html! {
        <div class="table-and-form">
            <div>
                <EntryList list={List::Tracks} title={texts.tracks} empty={texts.no_tracks} add={texts.add_track} chosen={chosen_of(List::Tracks)} />
                <EntryList list={List::Venues} title={texts.venues} empty={texts.no_venues} add={texts.add_venue} chosen={chosen_of(List::Venues)} />
            </div>
            if let Some((list, index)) = chosen {
                if list == List::Tracks {
                    <EntryForm {list} {index} title={texts.track}>
                        <TextField place={list.place().index(index).key("name")} label={texts.name} />
                        <ColorField place={list.place().index(index).key("color")} />
                    </EntryForm>
                } else {
                    <EntryForm {list} {index} title={texts.venue}>
                        <TextField place={list.place().index(index).key("name")} label={texts.name} />
                        <ChoiceField place={list.place().index(index).key("kind")} label={texts.kind} options={kinds} default="online" />
                        <LineField place={list.place().index(index).key("address")} label={texts.address} help={texts.address_help} />
                        <LineField place={list.place().index(index).key("url")} label={texts.link} help={texts.not_shown_yet} />
                    </EntryForm>
                }
            }
        </div>
    }
}
