//! What changed since the visitor looked last.

use super::agenda_view::{Live, TITLE_ID};
use super::session_row::title_id;
use super::zone_time::{now_and_before, when};
use crate::components::tree::Tree;
use crate::view::View;
use huso_agenda::{Change, Changed};
use huso_i18n::{Texts as _, fill, plural};
use yew::Callback;

/// Most changes that are read out; a longer list is folded.
const FEW: usize = 5;

/// What changed: announced politely, and there until the visitor has `seen` it.
pub fn news(tree: &mut Tree, view: &View, live: &Live<'_>, seen: Callback<()>) {
    let say = view.lang.live();
    tree.el("div|class=news|role=status|part=changes", |tree| {
        if live.changed.is_empty() {
            return;
        }
        let count = live.changed.len();
        tree.el(if count > FEW { "details" } else { "details|open=" }, |tree| {
            tree.line("summary", &plural(count, say.changes_one, say.changes_other));
            tree.el("ul|class=entries", |tree| {
                for changed in live.changed {
                    tree.el("li", |tree| entry(tree, view, live, changed));
                }
            });
        });
        // The button is gone afterwards, and the focus with it.
        let go = live.go.clone();
        let leave = move |_| {
            go.emit(TITLE_ID.to_owned());
            seen.emit(());
        };
        tree.button("quiet", say.seen, Callback::from(leave));
    });
}

fn entry(tree: &mut Tree, view: &View, live: &Live<'_>, changed: &Changed) {
    let (say, agenda) = (view.lang.live(), view.agenda());
    let title = view.text(&changed.title);
    let place = agenda.sessions.iter().position(|session| session.id == changed.id);
    match place {
        Some(index) => tree.button("link", title, live.go.reform(move |_| title_id(index))),
        None => tree.text(title),
    }
    let session = place.and_then(|index| agenda.sessions.get(index));
    let (text, value) = match &changed.change {
        Change::Added => (say.change_added, ""),
        Change::Removed => (say.change_removed, ""),
        Change::Cancelled => (view.lang.widget().cancelled, ""),
        Change::Postponed => (view.lang.widget().postponed, ""),
        Change::Restored => (say.change_restored, ""),
        Change::Time(_) => (say.change_time, ""),
        Change::Venue => {
            let venue = session.and_then(|session| agenda.venue(session.venue.as_deref()?));
            (say.change_venue, venue.map_or("", |venue| view.text(&venue.name)))
        }
        Change::Title(title) => (say.change_title, view.text(title)),
    };
    tree.text(&[": ", &fill(text, &[("venue", value), ("title", value)])].concat());
    if let (Change::Time(before), Some(session)) = (&changed.change, session) {
        tree.text(", ");
        let now = &mut |tree: &mut Tree| when(tree, view, session.when);
        now_and_before(tree, view, now, &mut |tree| when(tree, view, *before));
    }
}
