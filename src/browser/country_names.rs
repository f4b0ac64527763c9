//! Names of countries, as the browser knows them.

use huso_registration::country;
use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::JsCast as _;

/// Codes and names of all countries, in the order of their names in a language. A browser that doesn't
/// know the names shows the codes.
pub fn countries(lang: &str) -> Vec<(String, String)> {
    let name = country_names(lang);
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

/// `Intl.DisplayNames` of regions.
fn country_names(lang: &str) -> impl Fn(&str) -> Option<String> {
    let names = (|| {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
        Reflect::construct(&class, &Array::of2(&lang.into(), &options)).ok()
    })();
    move |code| {
        let names = names.as_ref()?;
        let of: Function = Reflect::get(names, &"of".into()).ok()?.dyn_into().ok()?;
        of.call1(names, &code.into()).ok()?.as_string()
    }
}
