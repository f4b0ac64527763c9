//! The tab.

use crate::edit::event::event_zone::EventZone;
use crate::edit::event::organizers::Organizers;
use crate::edit::event::shown_zones::ShownZones;
use crate::edit::fields::{ChoiceField, LineField, TextField};
use crate::frame::use_lang;
use huso_agenda::Lang;
use huso_edit::Place;
use huso_i18n::Texts as _;
use huso_i18n::language_names::language_name;
use yew::{AttrValue, Html, component, html};

/// The event itself, and whose times are shown.
#[component]
pub fn EventTab() -> Html {
    let lang = use_lang();
    let texts = lang.edit();
    let languages = Lang::ALL
        .into_iter()
        .map(|one| (AttrValue::from(one.tag()), AttrValue::from(language_name(one.tag(), lang).to_owned())));
    html! {
        <div class="event-and-zones">
            <section class="form" aria-label={texts.event}>
                <h2>{texts.event}</h2>
                <TextField place={Place::parse("title")} label={texts.name} />
                <TextField place={Place::parse("summary")} label={texts.summary} help={texts.event_summary_help} rows={3} />
                <LineField place={Place::parse("url")} label={texts.page} help={texts.event_page_help} />
                <ChoiceField place={Place::parse("language")} label={texts.own_language} help={texts.own_language_help} options={languages.collect::<Vec<_>>()} default="es" />
                <Organizers />
            </section>
            <section class="form" aria-label={texts.times}>
                <h2>{texts.times}</h2>
                <EventZone />
                <ShownZones />
            </section>
        </div>
    }
}
