//! What changed since the visitor looked last.

use super::agenda_head::TITLE_ID;
use super::moment_range::MomentRange;
use super::session_row::title_id;
use super::times::{held_before, now_holds};
use crate::context::{LocaleContext, use_event, use_locale};
use huso_agenda::{Agenda, Change, Changed, Session};
use huso_i18n::{Texts as _, fill, plural};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Most changes that are read out; a longer list is folded.
const FEW: usize = 5;

/// Properties of [`News`].
#[derive(Properties, PartialEq)]
pub struct NewsProps {
    /// What changed.
    pub changed: Rc<Vec<Changed>>,
    /// The visitor has seen it.
    pub on_seen: Callback<()>,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
}

/// What changed: announced politely, and there until the visitor has seen it.
#[component]
pub fn News(props: &NewsProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.live();
    let count = props.changed.len();
    // The button is gone afterwards, and the focus with it.
    let leave = {
        let (go, on_seen) = (props.go.clone(), props.on_seen.clone());
        move |_| {
            go.emit(TITLE_ID.to_owned());
            on_seen.emit(());
        }
    };
    html! {
        <div class="news" role="status" part="changes">
            if count > 0 {
                <details open={count <= FEW}>
                    <summary>{plural(count, texts.changes_one, texts.changes_other)}</summary>
                    <ul class="entries">
                        for changed in props.changed.iter() {
                            <li>{entry(changed, event.agenda(), locale, &props.go)}</li>
                        }
                    </ul>
                </details>
                <button type="button" class="quiet" onclick={leave}>{texts.seen}</button>
            }
        </div>
    }
}

fn entry(changed: &Changed, agenda: &Agenda, locale: LocaleContext, go: &Callback<String>) -> Html {
    let title = locale.text(&changed.title);
    let index = agenda.sessions.iter().position(|session| session.id == changed.id);
    let session = index.and_then(|index| agenda.sessions.get(index));
    html! {
        <>
            if let Some(index) = index {
                <button type="button" class="link" onclick={go.reform(move |_| title_id(index))}>{title}</button>
            } else {
                {title}
            }
            {": "}{what_changed(&changed.change, session, agenda, locale)}
            if let (Change::Time(before), Some(session)) = (&changed.change, session) {
                {", "}
                {now_holds(html! { <MomentRange when={session.when} /> })}
                {held_before(locale, html! { <MomentRange when={*before} /> })}
            }
        </>
    }
}

/// What became of a session, which is here if it still is one of the agenda's.
fn what_changed(
    change: &Change,
    session: Option<&Session>,
    agenda: &Agenda,
    locale: LocaleContext,
) -> String {
    let (texts, live) = (locale.lang.widget(), locale.lang.live());
    match change {
        Change::Added => live.change_added.to_owned(),
        Change::Removed => live.change_removed.to_owned(),
        Change::Cancelled => texts.cancelled.to_owned(),
        Change::Postponed => texts.postponed.to_owned(),
        Change::Restored => live.change_restored.to_owned(),
        Change::Time(_) => live.change_time.to_owned(),
        Change::Venue => {
            let venue = session.and_then(|session| agenda.venue(session.venue.as_deref()?));
            let venue = venue.map_or("", |venue| locale.text(&venue.name));
            fill(live.change_venue, &[("venue", venue)])
        }
        Change::Title(title) => fill(live.change_title, &[("title", locale.text(title))]),
    }
}
