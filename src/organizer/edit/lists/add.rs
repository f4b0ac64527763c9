//! A new entry.

use crate::workspace::{Action, WorkspaceHandle};
use huso_edit::{Change, List, fresh_id};
use serde_json::json;

/// Adds an entry to a list, and goes to its name.
pub fn add_entry(workspace: &WorkspaceHandle, list: List) {
    let document = workspace.document();
    let kind = match list {
        List::Speakers => "speaker",
        List::Tracks => "track",
        List::Venues => "venue",
    };
    let place = list.place().index(document.list(&list.place()).len());
    let entry = json!({ "id": fresh_id(document, list.key(), kind), "name": "" });
    workspace.dispatch(Action::Change(vec![Change::Insert(place.clone(), entry)]));
    workspace.dispatch(Action::GoTo(place.key("name")));
}
