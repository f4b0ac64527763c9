//! A track's colour.

use crate::edit::fields::{Field, use_field};
use crate::frame::use_lang;
use crate::workspace::Action;
use huso_edit::{Change, Place};
use huso_i18n::Texts as _;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Html, Properties, TargetCast as _, component, html};

/// Properties of [`ColorField`].
#[derive(Properties, PartialEq)]
pub struct ColorFieldProps {
    /// Its value's place.
    pub place: Place,
}

/// A track's colour, chosen or written.
#[component]
pub fn ColorField(ColorFieldProps { place }: &ColorFieldProps) -> Html {
    let texts = use_lang().edit();
    let (field, workspace) = use_field(place);
    let oninput = {
        let (workspace, place) = (workspace.dispatcher(), place.clone());
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            workspace.dispatch(Action::Type(Change::text(place.clone(), &typed)));
        }
    };
    let written = field.typed();
    let chosen = if is_long_hex(&written) { written.clone() } else { "#808080".to_owned() };
    html! {
        <Field field={field.clone()} label={texts.color} help={texts.color_help}>
            <div class="color">
                <input type="color" aria-label={texts.color} value={chosen} oninput={oninput.clone()} />
                <input id={field.id.clone()} data-place={field.id.clone()} value={written} {oninput} spellcheck="false" autocomplete="off"
                    aria-invalid={field.invalid()} aria-describedby={field.described_by()} />
            </div>
        </Field>
    }
}

/// `#0066cc`: what the browser's chooser takes.
fn is_long_hex(color: &str) -> bool {
    color
        .strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
