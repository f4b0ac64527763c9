//! What stays when the event's zone changes.

use crate::edit::words::zone_label;
use crate::frame::{Block, Tone, use_lang};
use crate::workspace::{Action, Checked, use_workspace};
use huso_agenda::Zone;
use huso_edit::{
    Document, Keep, change_zone, same_moment, sessions_in_event_zone, written_clock, written_date,
};
use huso_i18n::{Texts as _, fill, labels, plural, zone_names};
use yew::{Callback, Html, Properties, component, html, use_context, use_state};

/// Properties of [`ZoneQuestion`].
#[derive(Properties, PartialEq)]
pub struct ZoneQuestionProps {
    /// The zone that is.
    pub from: Zone,
    /// The zone that is wanted.
    pub to: Zone,
    /// It was answered, or left.
    pub done: Callback<()>,
}

/// Asks whether clock or moment stays, with what follows from each for a real session.
#[component]
pub fn ZoneQuestion(ZoneQuestionProps { from, to, done }: &ZoneQuestionProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.edit();
    let keep = use_state(|| Keep::Clock);
    let checked = use_context::<Checked>();
    let name = |zone: &Zone| {
        checked.as_ref().map_or_else(
            || zone_names::place(zone.name(), lang),
            |checked| zone_label(checked, zone.name(), lang),
        )
    };
    let (from_name, to_name) = (name(from), name(to));
    let document = workspace.document();
    let count = sessions_in_event_zone(document).len();
    let (time, other) = example(document, from, to, lang);
    let values = [
        ("from", from_name.as_str()),
        ("to", to_name.as_str()),
        ("time", time.as_str()),
        ("other", other.as_str()),
    ];
    let choice = |one: Keep, words: &str| {
        let set = keep.setter();
        html! {
            <label class="check"><input type="radio" name="keep" checked={*keep == one} onchange={move |_| set.set(one)} />{fill(words, &values)}</label>
        }
    };
    let change = {
        let (workspace, from, to, done, keep) =
            (workspace.dispatcher(), from.clone(), to.clone(), done.clone(), *keep);
        move |_| {
            let (from, to) = (from.clone(), to.clone());
            workspace.dispatch(Action::by(move |document| change_zone(document, &from, &to, keep)));
            done.emit(());
        }
    };
    html! {
        <Block tone={Tone::Question} title={fill(texts.zone_question, &values)}>
            <div class="answers" role="radiogroup" aria-label={fill(texts.zone_question, &values)}>
                {choice(Keep::Clock, texts.keep_clock)}
                {choice(Keep::Moment, texts.keep_moment)}
            </div>
            <div class="buttons">
                <button type="button" class="filled" onclick={change}>{plural(count, texts.change_one, texts.change_all)}</button>
                <button type="button" class="neutral" onclick={done.reform(|_| ())}>{texts.leave_it}</button>
            </div>
        </Block>
    }
}

/// What the clocks of both zones show when the first session starts; with the date where it is another.
fn example(document: &Document, from: &Zone, to: &Zone, lang: huso_agenda::Lang) -> (String, String) {
    let starts = sessions_in_event_zone(document).into_iter().filter_map(|index| {
        let start = document.sessions().get(index)?.get("start")?.as_str()?;
        Some((start.to_owned(), same_moment(start, from, to)?))
    });
    let Some((start, other)) = starts.min() else { return ("09:00".to_owned(), "09:00".to_owned()) };
    let is_other_day = written_date(&start) != written_date(&other);
    let date = huso_agenda::wall_time::date(written_date(&other)).ok().filter(|_| is_other_day);
    let other = match date {
        Some(date) => format!("{} ({})", written_clock(&other), labels::short_date(date, lang)),
        None => written_clock(&other).to_owned(),
    };
    (written_clock(&start).to_owned(), other)
}
