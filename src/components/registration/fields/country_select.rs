//! A country.

use super::ControlProps;
use super::select::select;
use crate::browser;
use crate::context::use_locale;
use huso_i18n::Texts as _;
use yew::{Html, component, use_memo};

/// A country, in the order of their names in the reader's language.
#[component]
pub fn CountrySelect(props: &ControlProps) -> Html {
    let lang = use_locale().lang;
    let countries = use_memo(lang, |lang| browser::countries(lang.tag()));
    let options = countries.iter().map(|(code, name)| (code.as_str(), name.as_str()));
    select(props, lang.form().pick, options)
}
