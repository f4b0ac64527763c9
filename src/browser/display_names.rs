//! Names of countries and languages, as the browser knows them.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast as _;

/// What names are of.
#[derive(Clone, Copy)]
pub enum NameOf {
    /// A country's code.
    Region,
    /// A language's tag.
    Language,
}

/// The names in a language, by their codes: `Intl.DisplayNames`.
pub fn display_names(lang: &str, of: NameOf) -> impl Fn(&str) -> Option<String> + use<> {
    let kind = match of {
        NameOf::Region => "region",
        NameOf::Language => "language",
    };
    let names = (|| {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
        Reflect::construct(&class, &Array::of2(&lang.into(), &options)).ok()
    })();
    move |code| {
        let names = names.as_ref()?;
        let of: Function = Reflect::get(names, &"of".into()).ok()?.dyn_into().ok()?;
        of.call1(names, &code.into()).ok()?.as_string()
    }
}
