//! Names of countries, as the browser knows them.

use super::display_names::{NameOf, display_names};
use huso_registration::country;
use js_sys::{Array, JsString, Object};

/// Codes and names of all countries, in the order of their names in a language. A browser that doesn't
/// know the names shows the codes.
pub fn countries(lang: &str) -> Vec<(String, String)> {
    let name = display_names(lang, NameOf::Region);
    let mut all: Vec<_> = country::codes()
        .map(|code| (code.to_owned(), name(code).unwrap_or_else(|| code.to_owned())))
        .collect();
    let by_name = |one: &(String, String), other: &(String, String)| {
        JsString::from(one.1.as_str())
            .locale_compare(&other.1, &Array::of1(&lang.into()), &Object::new())
            .cmp(&0)
    };
    all.sort_by(by_name);
    all
}
