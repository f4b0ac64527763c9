//! When a session takes place: date, start, end, and under them how long it is and what the other countries' clocks show.

use crate::edit::fields::{ClockField, Field, Select, use_field};
use crate::edit::sessions::session_times::SessionTimes;
use crate::edit::words::date_value;
use crate::frame::use_lang;
use crate::workspace::Action;
use huso_agenda::chrono::NaiveDate;
use huso_agenda::wall_time;
use huso_edit::{Change, Document, When, move_to_day, session_place, set_end, set_start, written_clock};
use huso_i18n::Texts as _;
use web_sys::{Event, HtmlInputElement};
use yew::{AttrValue, Html, Properties, TargetCast as _, component, html};

/// Properties of [`WhenFields`].
#[derive(Properties, PartialEq)]
pub struct WhenFieldsProps {
    /// Which of the file's sessions it is, from 0.
    pub index: usize,
}

/// When a session takes place.
#[component]
pub fn WhenFields(props: &WhenFieldsProps) -> Html {
    let (texts, index) = (use_lang().edit(), props.index);
    let place = session_place(index);
    // What is wrong with the date is said under the start, which it is part of.
    let (date_field, workspace) = use_field(&place.key("date"));
    let session = workspace.document().get(&place).cloned().unwrap_or_default();
    let text = |key: &str| session.get(key).and_then(|text| text.as_str()).unwrap_or_default();
    let when = When::of(&session, None);
    let onchange = {
        let workspace = workspace.dispatcher();
        move |event: Event| {
            // While a part of the date is missing there is none.
            if let Ok(day) = wall_time::date(&event.target_unchecked_into::<HtmlInputElement>().value()) {
                workspace.dispatch(Action::by(move |document| move_to_day(document, index, day)));
            }
        }
    };
    let day = when.day.unwrap_or_default();
    let onstart = {
        let workspace = workspace.dispatcher();
        move |typed: String| {
            workspace.dispatch(Action::by(move |document| set_start(document, index, &typed, day)))
        }
    };
    let onend = {
        let workspace = workspace.dispatcher();
        move |typed: String| workspace.dispatch(Action::by(move |document| set_end(document, index, &typed)))
    };
    let onform = {
        let workspace = workspace.dispatcher();
        move |form: String| {
            workspace.dispatch(Action::by(move |document| in_form(document, index, &form, day)))
        }
    };
    let has_clock = session.get("start").is_some();
    let form = if has_clock {
        "clock"
    } else if session.get("date").is_some() {
        "day"
    } else {
        "open"
    };
    let forms = [("clock", texts.with_clock), ("day", texts.all_day), ("open", texts.to_be_confirmed)];
    let forms: Vec<(AttrValue, AttrValue)> =
        forms.into_iter().map(|(form, words)| (form.into(), words.into())).collect();
    let end = match written_clock(text("end")) {
        "" => when.end.map(|end| end.format("%H:%M").to_string()).unwrap_or_default(),
        written => written.to_owned(),
    };
    html! {
        <>
            <div class="pair">
                if form != "open" {
                    <Field field={date_field.clone()} label={texts.date}>
                        <input type="date" id={date_field.id.clone()} data-place={date_field.id.clone()} value={date_value(when.day)} {onchange}
                            aria-describedby={date_field.described_by()} />
                    </Field>
                }
                <div class="field">
                    <div class="field-head"><span class="label">{texts.when}</span></div>
                    <Select name={texts.when} value={form} options={forms} onchange={onform} />
                </div>
            </div>
            if has_clock {
                <div class="pair">
                    <ClockField place={place.key("start")} label={texts.start} value={written_clock(text("start")).to_owned()} onclock={onstart} />
                    <ClockField place={place.key("end")} label={texts.end} value={end} onclock={onend} />
                </div>
                <SessionTimes {index} />
            }
        </>
    }
}

/// A session with a clock, all day, or to be confirmed.
fn in_form(document: &Document, index: usize, form: &str, day: NaiveDate) -> Vec<Change> {
    let place = session_place(index);
    let without = |keys: &[&str]| keys.iter().map(|key| Change::Remove(place.key(key))).collect::<Vec<_>>();
    match form {
        "clock" => set_start(document, index, "09:00", day),
        "day" => {
            let day = Change::Set(place.key("date"), day.to_string().into());
            [without(&["start", "end", "duration", "utc_offset"]), vec![day]].concat()
        }
        _ => without(&["start", "end", "duration", "utc_offset", "date"]),
    }
}
