//! A field that no person sees: whoever fills it is a machine.

use super::reducer::FormAction;
use crate::context::use_locale;
use huso_i18n::Texts as _;
use web_sys::{Element, HtmlInputElement};
use yew::{
    AttrValue, Callback, Html, InputEvent, Properties, TargetCast as _, component, html, use_effect_with,
    use_node_ref,
};

/// Properties of [`Honeypot`].
#[derive(Properties, PartialEq)]
pub struct HoneypotProps {
    /// The name that the receiver gave the field.
    pub name: AttrValue,
    /// What stands in it.
    pub text: AttrValue,
    /// Changes the form.
    pub dispatch: Callback<FormAction>,
}

/// A field that no person sees. Browsers and the password managers that have an attribute for it (1Password,
/// LastPass, Bitwarden, Dashlane, Proton Pass) are told to leave it alone: a person whom they fill it for
/// would be taken for a machine.
#[component]
pub fn Honeypot(props: &HoneypotProps) -> Html {
    let texts = use_locale().lang.form();
    let oninput = props.dispatch.reform(|event: InputEvent| {
        FormAction::FillHoneypot(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let input = use_node_ref();
    use_effect_with(input.clone(), |input| {
        // `html!` knows no names with a digit behind a hyphen.
        if let Some(input) = input.cast::<Element>() {
            // Attributes with plain names can't be refused.
            _ = input.set_attribute("data-1p-ignore", "");
        }
    });
    html! {
        <div class="apart" aria-hidden="true">
            <label>
                {texts.leave_empty}
                <input name={props.name.clone()} tabindex="-1" autocomplete="off"
                    data-lpignore="true" data-bwignore="" data-form-type="other" data-protonpass-ignore="true"
                    value={props.text.clone()} ref={input} {oninput} />
            </label>
        </div>
    }
}
