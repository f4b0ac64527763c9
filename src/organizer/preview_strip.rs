//! The real element, once for each country that reads it.

use huso::browser::Viewer;
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill};
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast as _, component, html, use_state};

/// Properties of [`PreviewStrip`].
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The page's language.
    pub lang: Lang,
    /// The file's address.
    pub src: AttrValue,
}

/// The real element, once for each country that reads it.
#[component]
pub fn PreviewStrip(props: &PreviewProps) -> Html {
    let texts = props.lang.organizer();
    let language = use_state(|| props.lang.tag().to_owned());
    let width = use_state(|| "phone".to_owned());
    let own = Viewer::detect(None, &Default::default()).place(props.lang).unwrap_or_default();
    let seen_from = |place: &str| fill(texts.seen_from, &[("place", place)]);
    let previews = [
        (seen_from("Santiago"), Some("America/Santiago")),
        (seen_from("Bogotá / Lima"), Some("America/Bogota")),
        (seen_from(texts.mexico_city), Some("America/Mexico_City")),
        (seen_from(&fill(texts.own_zone, &[("place", &own)])), None),
    ];
    let languages = [("es", "Español"), ("en", "English"), ("pt", "Português")];
    let widths = [("phone", texts.phone), ("desktop", texts.desktop)];
    let pick = |state: &yew::UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value| state.set(value))
    };
    html! {
        <section class="previews">
            <h2 id="previews">{texts.previews}</h2>
            <div class="controls">
                {choices("language", texts.language, &languages, &language, pick(&language))}
                {choices("width", texts.width, &widths, &width, pick(&width))}
            </div>
            <div class={format!("strip {}", *width)} tabindex="0" role="region" aria-labelledby="previews">
                for (title, zone) in previews {
                    <figure>
                        <figcaption>{title}</figcaption>
                        <div class="frame">
                            <huso-event src={props.src.clone()} lang={(*language).clone()} viewer-timezone={zone}
                                preview="" />
                        </div>
                    </figure>
                }
            </div>
        </section>
    }
}

/// One of a few: radio buttons.
fn choices(
    name: &'static str,
    title: &'static str,
    all: &[(&'static str, &'static str)],
    chosen: &str,
    pick: Callback<String>,
) -> Html {
    let onchange = pick.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <fieldset>
            <legend>{title}</legend>
            for (value, label) in all.iter().copied() {
                <label>
                    <input type="radio" {name} {value} checked={value == chosen} onchange={onchange.clone()} />
                    {label}
                </label>
            }
        </fieldset>
    }
}
