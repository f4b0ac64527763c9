//! Which track is shown where there is room for one.

use super::super::strand_name::StrandName;
use super::day::GridDay;
use crate::context::use_locale;
use huso_agenda::strands::By;
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`StrandPicker`].
#[derive(Properties, PartialEq)]
pub struct StrandPickerProps {
    /// What is on the grid.
    pub day: Rc<GridDay>,
    /// The strand that is shown: which of the day's it is, from 0.
    pub picked: usize,
    /// Shows another.
    pub on_pick: Callback<usize>,
}

/// Radio buttons, so that all tracks are one stop of the keyboard.
#[component]
pub fn StrandPicker(props: &StrandPickerProps) -> Html {
    let texts = use_locale().lang.views();
    let StrandPickerProps { day, picked, on_pick } = props;
    let option = |(strand, name, _): (usize, &StrandName, usize)| {
        html! {
            <label>
                <input type="radio" name="strand" checked={strand == *picked}
                    onchange={on_pick.reform(move |_| strand)} />
                <span>{name.mark()}{&name.name}</span>
            </label>
        }
    };
    html! {
        <fieldset class="views picker strands">
            <legend class="spoken">{if day.by == By::Track { texts.tracks } else { texts.venues }}</legend>
            {for day.columns_of_strands().map(option)}
        </fieldset>
    }
}
