//! Where the answers go.

use crate::edit::fields::{ChoiceField, LineField};
use crate::edit::registration::mapping::Mapping;
use crate::edit::registration::model::registration;
use crate::endpoint_test::EndpointTest;
use crate::frame::use_lang;
use crate::workspace::{Checked, use_workspace};
use huso_agenda::Lang;
use huso_i18n::Texts as _;
use yew::{AttrValue, Html, component, html, use_context};

/// Where the answers go, and how that is spoken to.
#[component]
pub fn Endpoint() -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, place) = (lang.builder(), registration().key("endpoint"));
    let dialect = workspace.document().str(&place.key("dialect")).to_owned();
    let event = use_context::<Checked>().and_then(|checked| checked.event);
    let has_names = !matches!(dialect.as_str(), "" | "huso");
    html! {
        <section class="endpoint">
            <h2>{texts.endpoint}{" "}<span class="hint">{texts.endpoint_help}</span></h2>
            <div class="pair">
                <LineField place={place.key("url")} label={texts.endpoint_url} help={texts.endpoint_url_help} />
                <ChoiceField place={place.key("dialect")} label={texts.dialect} default="huso" options={dialects(lang)} />
            </div>
            if has_names { <Mapping /> }
            if let Some(event) = event { <EndpointTest {event} /> }
        </section>
    }
}

/// Those who may receive the answers, by their words in the event file (docs/endpoints.md).
fn dialects(lang: Lang) -> Vec<(AttrValue, AttrValue)> {
    let texts = lang.builder();
    let names = [
        ("huso", texts.dialect_huso),
        ("json", texts.dialect_json),
        ("form", texts.dialect_form),
        ("webhook", texts.dialect_webhook),
        ("google-apps-script", "Google Apps Script"),
        ("google-forms", "Google Forms"),
        ("formspree", "Formspree"),
        ("netlify", "Netlify Forms"),
        ("hubspot", "HubSpot"),
        ("contact-form-7", "WordPress, Contact Form 7"),
        ("drupal-webform", "Drupal Webform"),
        ("pocketbase", "PocketBase"),
        ("postgrest", "Supabase, PostgREST"),
    ];
    names.into_iter().map(|(word, name)| (word.into(), name.into())).collect()
}
