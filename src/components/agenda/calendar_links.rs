//! What puts a session into a calendar.

use super::save_calendar::save_calendar;
use crate::context::{use_event, use_locale, use_zones};
use huso_agenda::calendar::CalendarExport;
use huso_i18n::{Texts as _, calendar_words};
use yew::{Html, Properties, component, html};

/// Properties of [`CalendarLinks`].
#[derive(Properties, PartialEq)]
pub struct CalendarLinksProps {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
}

/// A file of the session, and the web calendars that take it from an address.
#[component]
pub fn CalendarLinks(props: &CalendarLinksProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let Some(session) = event.agenda().sessions.get(props.index) else { return Html::default() };
    let address = |address: &str| Some(event.address(address));
    let calendar = CalendarExport {
        agenda: event.agenda(),
        lang: locale.lang,
        words: calendar_words(locale.lang),
        address: &address,
    };
    let save = {
        let (event, index) = (event.clone(), props.index);
        move |_| {
            let session = event.agenda().sessions.get(index);
            if let Some(session) = session {
                save_calendar(&event, locale.lang, &session.id, &[session]);
            }
        }
    };
    html! {
        <ul class="links">
            <li><button type="button" class="plain" onclick={save}>{locale.lang.widget().calendar_file}</button></li>
            for (name, address) in calendar.links(session, zones.device.as_ref()) {
                <li><a href={address} target="_blank" rel="noopener noreferrer">{name}</a></li>
            }
        </ul>
    }
}
