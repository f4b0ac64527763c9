//! Which track is shown where there is room for one.

use super::strand_name::StrandName;
use crate::context::use_locale;
use huso_agenda::strands::By;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`StrandPicker`].
#[derive(Properties, PartialEq)]
pub struct StrandPickerProps {
    /// Those that can be shown, each with which of the day's it is, from 0.
    pub strands: Vec<(usize, StrandName)>,
    /// Whether they are tracks or venues.
    pub by: By,
    /// The one that is shown: which of the day's it is, from 0.
    pub picked: usize,
    /// Shows another.
    pub on_pick: Callback<usize>,
}

/// Radio buttons, so that all tracks are one stop of the keyboard.
#[component]
pub fn StrandPicker(props: &StrandPickerProps) -> Html {
    let texts = use_locale().lang.views();
    let StrandPickerProps { strands, by, picked, on_pick } = props;
    html! {
        <fieldset class="views picker strands">
            <legend class="spoken">{if *by == By::Track { texts.tracks } else { texts.venues }}</legend>
            for (strand, name) in strands.clone() {
                <label>
                    <input type="radio" name="strand" checked={strand == *picked}
                        onchange={on_pick.reform(move |_| strand)} />
                    <span>{name.mark()}{name.name}</span>
                </label>
            }
        </fieldset>
    }
}
