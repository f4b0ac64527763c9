//! The way to the form before the program is there, and without it.

use crate::context::{use_event, use_locale};
use huso_agenda::Instant;
use huso_i18n::{Texts as _, fill, labels};
use yew::{AttrValue, Html, Properties, component, html};

/// Properties of [`RegistrationLink`].
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct RegistrationLinkProps {
    /// Where the form is a page, if it is one anywhere.
    pub page: Option<AttrValue>,
    /// When registration ends.
    pub closes: Option<Instant>,
}

/// A link to the form's page. It has the height of what the program shows there at first; until when one can register
/// depends on the visitor's clocks, and only has its room.
#[component]
pub fn RegistrationLink(props: &RegistrationLinkProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.form();
    let until = props.closes.map(|closes| {
        let deadline = labels::deadline(closes, &event.agenda().zone, locale.hour_cycle, locale.locale);
        fill(texts.open_until, &[("when", &deadline)])
    });
    html! {
        <section class="registration" part="registration">
            <h3>{texts.title}</h3>
            if let Some(until) = until {
                <p class="period room" aria-hidden="true">{until}</p>
            }
            <p class="notice">
                if let Some(page) = &props.page {
                    <a href={page}>{locale.lang.widget().go_to_form}</a>
                } else {
                    // A line's height, for what is only seen where no script runs.
                    {"\u{a0}"}<span class="without-script">{texts.needs_script}</span>
                }
            </p>
        </section>
    }
}
