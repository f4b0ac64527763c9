//! What changed since the visitor looked last.

use super::agenda_view::{Live, TITLE_ID};
use super::session_row::title_id;
use super::zone_time::{now_and_before, when};
use crate::components::parts::{block, button, el, text};
use crate::view::View;
use huso_agenda::i18n::{fill, plural};
use huso_agenda::{Change, Changed};
use yew::{Callback, Html};

/// Most changes that are read out; a longer list is folded.
const FEW: usize = 5;

/// What changed: announced politely, and there until the visitor has `seen` it.
pub fn news(view: &View, live: &Live<'_>, seen: Callback<()>) -> Html {
    let say = view.lang.live();
    let mut parts = Vec::new();
    if !live.changed.is_empty() {
        let count = live.changed.len();
        let summary = vec![text(&plural(count, say.changes_one, say.changes_other))];
        let entries = live.changed.iter().map(|changed| entry(view, live, changed)).collect();
        let list = vec![el("summary", &[], Vec::new(), summary), block("ul", "entries", entries)];
        let keys: &[&str] = if count > FEW { &[] } else { &["open"] };
        parts.push(el("details", keys, vec!["".into()], list));
        // The button is gone afterwards, and the focus with it.
        let go = live.go.clone();
        let leave = move |_| {
            go.emit(TITLE_ID.to_owned());
            seen.emit(());
        };
        parts.push(button("quiet", say.seen, Callback::from(leave)));
    }
    el("div", &["class", "role", "part"], vec!["news".into(), "status".into(), "changes".into()], parts)
}

fn entry(view: &View, live: &Live<'_>, changed: &Changed) -> Html {
    let (say, agenda) = (view.lang.live(), view.agenda());
    let title = view.text(&changed.title);
    let place = agenda.sessions.iter().position(|session| session.id == changed.id);
    let mut parts = vec![match place {
        Some(index) => button("link", title, live.go.reform(move |_| title_id(index))),
        None => text(title),
    }];
    let session = place.and_then(|index| agenda.sessions.get(index));
    let venue = session.and_then(|session| agenda.venue(session.venue.as_deref()?));
    let venue = venue.map_or("", |venue| view.text(&venue.name));
    let words = match &changed.change {
        Change::Added => say.change_added.to_owned(),
        Change::Removed => say.change_removed.to_owned(),
        Change::Cancelled => view.lang.widget().cancelled.to_owned(),
        Change::Postponed => view.lang.widget().postponed.to_owned(),
        Change::Restored => say.change_restored.to_owned(),
        Change::Time(_) => say.change_time.to_owned(),
        Change::Venue => fill(say.change_venue, &[("venue", venue)]),
        Change::Title(title) => fill(say.change_title, &[("title", view.text(title))]),
    };
    parts.push(text(&(": ".to_owned() + &words)));
    if let (Change::Time(before), Some(session)) = (&changed.change, session) {
        parts.push(text(", "));
        parts.extend(now_and_before(view, when(view, session.when), when(view, *before)));
    }
    el("li", &[], Vec::new(), parts)
}
