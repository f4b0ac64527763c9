//! Something to agree to: one box, never ticked beforehand.

use crate::components::tree::Tree;
use crate::state::{FormAction, FormState};
use crate::view::View;
use huso_i18n::Texts as _;
use huso_registration::Target;
use huso_registration::form::Consent;
use yew::Callback;

/// The id of a consent's box, inside the shadow root.
pub fn box_id(index: usize) -> String {
    "consent-".to_owned() + &index.to_string()
}

/// Something to agree to; `index` says which of the form's consents it is, from 0.
pub fn consent_box(
    tree: &mut Tree,
    view: &View,
    consent: &Consent,
    index: usize,
    state: &FormState,
    act: &Callback<FormAction>,
) {
    let say = view.lang.form();
    let id = box_id(index);
    let fault_id = [&id, "-fault"].concat();
    let fault = state.fault(&Target::Consent(consent.id.clone()));
    let class = if fault.is_some() { "field wrong" } else { "field" };
    tree.with("div|class", &[class], |tree| {
        tree.el("div|class=check", |tree| {
            let name = ["consent-", &consent.id].concat();
            tree.with("input|type=checkbox|id|name", &[&id, &name], |tree| {
                tree.set("aria-invalid", fault.map(|_| "true"));
                tree.set("aria-describedby", fault.map(|_| fault_id.as_str()));
                tree.set("aria-required", consent.required.then_some("true"));
                tree.check(state.consents.contains(&consent.id));
                let name = consent.id.clone();
                tree.on_change(act.reform(move |_| FormAction::Consent(name.clone())));
            });
            tree.with("label|for", &[&id], |tree| {
                tree.text(view.text(&consent.text));
                if !consent.required {
                    tree.line("span|class=optional", &[" (", say.optional, ")"].concat());
                }
            });
        });
        match &consent.url {
            Some(url) => tree.el("p|class=hint", |tree| tree.link(&view.address(url), say.read_more)),
            None => tree.nothing(),
        }
        match fault {
            Some(fault) => tree.with("p|class=fault|id", &[&fault_id], |tree| tree.text(fault)),
            None => tree.nothing(),
        }
    });
}
