//! By what a Huso receiver tells people from machines.

use crate::browser::form_token;
use huso_registration::format::Endpoint;
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, hook, use_effect_with, use_state};

/// What a Huso receiver says of a form that is being filled.
#[derive(Clone, Debug, PartialEq)]
pub struct FormToken {
    /// Goes with the answers; it holds when it was given out.
    pub token: AttrValue,
    /// The name of the field that no person sees.
    pub honeypot: AttrValue,
}

/// The token for a form, asked for once something `is_entered`: the receiver's clock starts then, not when
/// the page is opened. `None` until it is there, and of other endpoints.
#[hook]
pub fn use_form_token(endpoint: Option<&Endpoint>, is_entered: bool) -> Option<FormToken> {
    let token = use_state(|| None);
    let setter = token.setter();
    let is_wanted = is_entered && token.is_none();
    use_effect_with((endpoint.cloned(), is_entered), move |(endpoint, _)| {
        let Some(endpoint) = endpoint.clone().filter(|_| is_wanted) else { return };
        spawn_local(async move {
            if let Some((token, honeypot)) = form_token(&endpoint).await {
                setter.set(Some(FormToken { token: token.into(), honeypot: honeypot.into() }));
            }
        });
    });
    (*token).clone()
}
