//! That two sessions of the plan overlap, and one offer.

use super::super::icon::{WARNING, icon};
use super::clash_drawing::{Bar, clash_drawing};
use crate::choice::{Choice, ChoiceAction};
use crate::context::{LocaleContext, use_event, use_locale, use_zones};
use huso_agenda::{Instant, Session};
use huso_i18n::{Texts as _, fill, labels};
use huso_registration::sessions::{Clash, clashes};
use yew::{Callback, Html, Properties, component, html};

/// Letters of a title in the drawing.
const LETTERS: usize = 18;

/// Properties of [`ClashNotes`].
#[derive(Properties, PartialEq)]
pub struct ClashNotesProps {
    /// What the visitor means to attend.
    pub choice: Choice,
    /// Changes that.
    pub on_choose: Callback<ChoiceAction>,
}

/// What of the plan overlaps, two by two. It warns, and forbids nothing.
#[component]
pub fn ClashNotes(props: &ClashNotesProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let clock = |instant: Instant| {
        let time = zones.viewer.zone.wall_time(instant).time();
        labels::clock(time, locale.hour_cycle, locale.locale)
    };
    let plan = props.choice.plan();
    html! {
        <div role="status">
            for clash in clashes(event.agenda(), &plan) {
                {note(&clash, props, locale, &clock)}
            }
        </div>
    }
}

fn note(
    clash: &Clash,
    props: &ClashNotesProps,
    locale: LocaleContext,
    clock: &dyn Fn(Instant) -> String,
) -> Html {
    let texts = locale.lang.find();
    let minutes = clash.to.signed_duration_since(clash.from).num_minutes();
    let (first, second) = (locale.text(&clash.first.title), locale.text(&clash.second.title));
    // Where an end is not known, the overlap is no length.
    let drawn = bar(clash.first, locale).zip(bar(clash.second, locale)).filter(|_| minutes > 0);
    let ends = (clash.first.end().unwrap_or(clash.to), clash.second.start().unwrap_or(clash.from));
    let (end, start) = (clock(ends.0), clock(ends.1));
    let words = [("first", first), ("second", second), ("end", end.as_str()), ("start", start.as_str())];
    let removal = removal(clash.second, &props.choice);
    html! {
        <div class="clash-note">
            <p class="clash-title">{icon(WARNING)}{fill(texts.clash_title, &[("time", &labels::length(minutes))])}</p>
            if let Some((first, second)) = drawn {
                {clash_drawing(&first, &second, (clash.from, &clock(clash.from)), (clash.to, &clock(clash.to)))}
            }
            <p>{fill(texts.clash_text, &words)}</p>
            if let Some(removal) = removal {
                <button type="button" class="plain" onclick={props.on_choose.reform(move |_| removal())}>
                    {fill(texts.clash_remove, &[("title", second)])}
                </button>
            }
        </div>
    }
}

fn bar(session: &Session, locale: LocaleContext) -> Option<Bar> {
    let title = locale.text(&session.title);
    let mut short: String = title.chars().take(LETTERS).collect();
    if short.len() < title.len() {
        short = format!("{}…", short.trim_end());
    }
    Some(Bar { start: session.start()?, end: session.end()?, title: short })
}

/// What takes a session out of the plan; a registration, nothing here does.
fn removal(session: &Session, choice: &Choice) -> Option<impl Fn() -> ChoiceAction + 'static> {
    let id = session.id.clone();
    let is_chosen = choice.ids.contains(&id);
    let is_registered = choice.registered.contains(&id);
    (!is_registered).then_some(move || {
        if is_chosen { ChoiceAction::Toggle(id.clone()) } else { ChoiceAction::Star(id.clone()) }
    })
}
