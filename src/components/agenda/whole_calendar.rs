//! Ways of the whole agenda into the visitor's calendar.

use super::copy_address::CopyAddress;
use super::save_calendar::save_calendar;
use crate::context::{use_event, use_locale};
use huso_agenda::Session;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// The whole agenda as a file and, where it is served, as a calendar to subscribe to.
#[component]
pub fn WholeCalendar() -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.widget();
    let address = event.agenda().calendar.as_deref().map(|address| event.address(address));
    let save = {
        let event = event.clone();
        move |_| {
            let sessions: Vec<&Session> = event.agenda().sessions.iter().collect();
            save_calendar(&event, locale.lang, &event.agenda().id, &sessions);
        }
    };
    html! {
        <ul class="links">
            <li><button type="button" class="plain" onclick={save}>{texts.whole_calendar}</button></li>
            if let Some(address) = address {
                <li><a href={webcal(&address)}>{texts.subscribe}</a></li>
                <CopyAddress {address} />
            }
        </ul>
    }
}

/// Calendar programs listen to webcal, and fetch by https. On Android nobody listens.
fn webcal(address: &str) -> String {
    format!("webcal:{}", address.split_once(':').map_or("", |(_, rest)| rest))
}
