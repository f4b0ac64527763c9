//! Who keeps the answers and what for, before the button.

use crate::view::View;
use huso_registration::form_file::Privacy;
use yew::{Html, html};

/// The first layer of the notice, with the way to the second.
pub fn privacy_note(view: &View, privacy: Option<&Privacy>) -> Html {
    let Some(privacy) = privacy else { return Html::default() };
    let say = view.lang.form();
    let text = |text: &Option<huso_agenda::Text>| text.as_ref().map(|text| view.text(text).to_owned());
    let facts = [
        (say.controller, text(&privacy.controller)),
        (say.purpose, text(&privacy.purpose)),
        (say.retention, text(&privacy.retention)),
        (say.contact, privacy.contact.clone()),
    ];
    html! {
        <div class="privacy">
            <h4>{say.privacy}</h4>
            <dl>
                for (name, fact) in facts {
                    if let Some(fact) = fact {
                        <div><dt>{name}</dt><dd>{fact}</dd></div>
                    }
                }
            </dl>
            if let Some(notice) = &privacy.notice {
                <p>
                    <a href={view.address(notice)} target="_blank" rel="noopener noreferrer">{say.notice}</a>
                </p>
            }
        </div>
    }
}
