//! What a column is.

use crate::frame::use_lang;
use crate::review::mappings::FIELDS;
use crate::review::texts_of::field_name;
use huso_i18n::{Texts as _, fill};
use huso_import::table::Field;
use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast as _, component, html};

/// Properties of [`MappingMenu`].
#[derive(Properties, PartialEq)]
pub struct MappingMenuProps {
    /// The column's letters.
    pub name: AttrValue,
    /// What it is.
    pub field: Field,
    /// Makes it something else.
    pub on_field: Callback<Field>,
}

/// The menu over a column that says what it is.
#[component]
pub fn MappingMenu(props: &MappingMenuProps) -> Html {
    let lang = use_lang();
    let onchange = props.on_field.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        FIELDS.iter().find(|(_, word)| *word == value).map_or(Field::Ignored, |(field, _)| *field)
    });
    let class = if props.field == Field::Ignored { "column unused" } else { "column" };
    html! {
        <select {class} aria-label={fill(lang.review().column, &[("column", &props.name)])} {onchange}>
            for (field, word) in FIELDS {
                <option value={word} selected={field == props.field}>{field_name(field, lang)}</option>
            }
        </select>
    }
}
