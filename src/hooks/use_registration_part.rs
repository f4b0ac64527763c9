//! The part of the program that the form is in.

use huso_agenda::Lang;
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::{Callback, hook, use_callback, use_state};

/// How far the part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistrationPart {
    /// Nobody needed it yet.
    Unasked,
    /// On its way.
    Loading,
    /// It didn't come; which file was looked for where, for whoever runs the page.
    Failed(Rc<str>),
    /// Here.
    Ready,
}

/// The part, and what can be done about it.
pub struct UseRegistrationPart {
    /// How far it is.
    pub part: RegistrationPart,
    /// Loads it, unless that was done.
    pub load: Callback<()>,
    /// After a failure, it may be loaded again.
    pub retry: Callback<()>,
}

/// The part of the program that the form is in. `fetch` is the page's way to it; without one the program is
/// whole.
#[hook]
pub fn use_registration_part(fetch: Option<&Function>, lang: Lang) -> UseRegistrationPart {
    let part = use_state(|| match fetch {
        Some(_) => RegistrationPart::Unasked,
        None => RegistrationPart::Ready,
    });
    let load = use_callback((fetch.cloned(), lang), {
        let part = part.clone();
        move |(), (fetch, lang)| {
            let part = part.clone();
            let (Some(fetch), RegistrationPart::Unasked, lang) = (fetch.clone(), &*part, *lang) else {
                return;
            };
            part.set(RegistrationPart::Loading);
            let set = part.setter();
            spawn_local(async move {
                set.set(match call(&fetch, lang).await {
                    Ok(()) => RegistrationPart::Ready,
                    Err(details) => RegistrationPart::Failed(details),
                });
            });
        }
    });
    let retry = use_callback((), {
        let part = part.clone();
        move |(), ()| {
            let part = part.clone();
            if matches!(*part, RegistrationPart::Failed(_)) {
                part.set(RegistrationPart::Unasked);
            }
        }
    });
    UseRegistrationPart { part: (*part).clone(), load, retry }
}

/// Has embed/huso.js load the part.
///
/// # Errors
/// Which file was looked for where, in a language.
async fn call(fetch: &Function, lang: Lang) -> Result<(), Rc<str>> {
    let loading = fetch.call1(&JsValue::UNDEFINED, &lang.tag().into()).and_then(JsCast::dyn_into::<Promise>);
    let loaded = match loading {
        Ok(loading) => JsFuture::from(loading).await,
        Err(reason) => Err(reason),
    };
    loaded.map(|_| ()).map_err(|reason| reason.as_string().unwrap_or_default().into())
}
