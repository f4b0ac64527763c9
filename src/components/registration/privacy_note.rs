//! Who keeps the answers and what for, before the button.

use super::form_context::use_form;
use crate::context::{use_event, use_locale};
use huso_agenda::Text;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// The first layer of the notice, with the way to the second.
#[component]
pub fn PrivacyNote() -> Html {
    let (event, locale, form) = (use_event(), use_locale(), use_form());
    let texts = locale.lang.form();
    let Some(privacy) = &form.privacy else { return Html::default() };
    let text = |text: &Option<Text>| text.as_ref().map(|text| locale.text(text).to_owned());
    // Uses that rest on no consent, one sentence after the other.
    let purposes: Vec<&str> = form.purposes.iter().map(|purpose| locale.text(&purpose.text)).collect();
    let facts = [
        (texts.controller, text(&privacy.controller)),
        (texts.address, text(&privacy.address)),
        (texts.purpose, text(&privacy.purpose)),
        (texts.purposes, (!purposes.is_empty()).then(|| purposes.join(" "))),
        (texts.retention, text(&privacy.retention)),
        (texts.recipients, text(&privacy.recipients)),
        (texts.transfers, text(&privacy.transfers)),
        (texts.contact, privacy.contact.clone()),
        (texts.rights, privacy.rights.clone()),
    ];
    html! {
        <div class="privacy">
            <h4>{texts.privacy}</h4>
            <dl>
                for (name, fact) in facts {
                    if let Some(fact) = fact {
                        <div class="fact"><dt>{name}</dt><dd>{fact}</dd></div>
                    }
                }
            </dl>
            if let Some(notice) = &privacy.notice {
                <p class="notice-link">
                    <a href={event.address(notice)} target="_blank" rel="noopener noreferrer">{texts.notice}</a>
                </p>
            }
        </div>
    }
}
