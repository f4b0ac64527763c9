//! A text in one language or in several.

use crate::edit::fields::field::Field;
use crate::edit::fields::use_field::use_field;
use crate::frame::use_lang;
use crate::workspace::Action;
use huso_agenda::Lang;
use huso_edit::{Change, Place, Step, languages, own_language, text_in, with_text};
use huso_i18n::Texts as _;
use serde_json::Value;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::{AttrValue, Html, Properties, TargetCast as _, component, html, use_effect_with, use_state};

/// Properties of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// Its value's place.
    pub place: Place,
    /// What it asks for.
    pub label: AttrValue,
    /// What to write.
    #[prop_or_default]
    pub help: AttrValue,
    /// How many lines it has.
    #[prop_or(1)]
    pub rows: u32,
}

/// A text in each of the languages, one at a time.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let (lang, (field, workspace)) = (use_lang(), use_field(&props.place));
    let document = workspace.document();
    let own = own_language(document);
    let shown = use_state(|| None::<Lang>);
    // A fault that is in one of the languages leads to that.
    let wanted =
        workspace.spot.clone().and_then(|spot| Some((language_of(&spot.place, &props.place)?, spot.wish)));
    use_effect_with(wanted, {
        let shown = shown.setter();
        move |wanted| {
            if let Some((lang, _)) = wanted {
                shown.set(Some(*lang));
            }
        }
    });
    let shown_lang = shown.unwrap_or(own);
    let used = languages(document);
    let tabs = Lang::ALL.into_iter().map(|one| {
        let shown = shown.setter();
        let state = state_of(&field.value, one, own, used.contains(&one), lang);
        html! {
            <button type="button" aria-pressed={(one == shown_lang).to_string()} onclick={move |_| shown.set(Some(one))}>
                <span lang={one.tag()}>{one.tag().to_uppercase()}</span>{state}
            </button>
        }
    });
    let aside = html! { <span class="segments tags" role="group" aria-label={lang.edit().languages}>{for tabs}</span> };
    let oninput = {
        let (place, value, workspace) = (props.place.clone(), field.value.clone(), workspace.clone());
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let text = with_text(&value, shown_lang, own, &typed);
            workspace.dispatch(Action::Type(Change::Set(place.clone(), text)));
        }
    };
    let typed = text_in(&field.value, shown_lang, own).unwrap_or_default().to_owned();
    html! {
        <Field field={field.clone()} label={props.label.clone()} help={props.help.clone()} {aside}>
            <textarea id={field.id.clone()} data-place={field.id.clone()} rows={props.rows.to_string()} lang={shown_lang.tag()} value={typed}
                {oninput} aria-invalid={field.invalid()} aria-describedby={field.described_by()} />
        </Field>
    }
}

/// `✓`, or that it lacks in a language that the event is written in.
fn state_of(written: &Value, one: Lang, own: Lang, is_used: bool, lang: Lang) -> Html {
    let is_there = text_in(written, one, own).is_some_and(|text| !text.trim().is_empty());
    let is_any = written.as_object().is_some_and(|texts| !texts.is_empty())
        || written.as_str().is_some_and(|text| !text.is_empty());
    match (is_there, is_used && is_any) {
        (true, _) => {
            html! { <><span aria-hidden="true">{" ✓"}</span><span class="spoken">{lang.edit().written}</span></> }
        }
        (false, true) => html! { <>{" "}{lang.edit().lacks}</> },
        (false, false) => Html::default(),
    }
}

/// The language that a place in a text names.
fn language_of(place: &Place, text: &Place) -> Option<Lang> {
    match place.parent()? {
        (parent, Step::Key(tag)) if parent == *text => Lang::from_tag(tag),
        _ => None,
    }
}
