//! What kinds of question there are.

use huso_agenda::Lang;
use huso_i18n::Texts as _;
use yew::AttrValue;

/// Every kind by its word in the event file, with its name.
fn types(lang: Lang) -> [(&'static str, &'static str); 16] {
    let texts = lang.builder();
    [
        ("text", texts.type_text),
        ("textarea", texts.type_textarea),
        ("email", texts.type_email),
        ("tel", texts.type_tel),
        ("country", texts.type_country),
        ("organization", texts.type_organization),
        ("select", texts.type_select),
        ("radio", texts.type_radio),
        ("checkboxes", texts.type_checkboxes),
        ("checkbox", texts.type_checkbox),
        ("number", texts.type_number),
        ("date", texts.type_date),
        ("url", texts.type_url),
        ("file", texts.type_file),
        ("hidden", texts.type_hidden),
        ("heading", texts.type_heading),
    ]
}

/// A kind's name; of one that there is not, its word.
pub fn type_name(kind: &str, lang: Lang) -> String {
    let name = types(lang).into_iter().find(|(word, _)| *word == kind).map(|(_, name)| name);
    name.unwrap_or(kind).to_owned()
}

/// All of them, to be chosen from.
pub fn type_options(lang: Lang) -> Vec<(AttrValue, AttrValue)> {
    types(lang).into_iter().map(|(word, name)| (word.into(), name.into())).collect()
}

/// Whether a kind has options to choose from.
pub fn has_options(kind: &str) -> bool {
    matches!(kind, "select" | "radio" | "checkboxes")
}
