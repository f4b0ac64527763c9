//! The event's days, one of which is picked.

use crate::context::use_locale;
use huso_agenda::chrono::NaiveDate;
use huso_i18n::{Texts as _, labels};
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`DayPicker`].
#[derive(Properties, PartialEq)]
pub struct DayPickerProps {
    /// The days.
    pub days: Vec<NaiveDate>,
    /// The one that is shown.
    pub picked: NaiveDate,
    /// Picks another.
    pub on_pick: Callback<NaiveDate>,
}

/// Radio buttons, so that all days are one stop of the keyboard.
#[component]
pub fn DayPicker(props: &DayPickerProps) -> Html {
    let locale = use_locale();
    html! {
        <fieldset class="views picker">
            <legend class="spoken">{locale.lang.views().days}</legend>
            for day in props.days.iter().copied() {
                <label>
                    <input type="radio" name="day" checked={day == props.picked}
                        onchange={props.on_pick.reform(move |_| day)} />
                    <span>{labels::short_date(day, locale.locale)}</span>
                </label>
            }
        </fieldset>
    }
}
