//! The ways to help.

use crate::frame::use_lang;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// The ways to help, for newcomers, and to the check of an announcement.
#[component]
pub fn Newcomers() -> Html {
    let texts = use_lang().bring();
    let links = [
        ("#guide/steps", texts.guide_steps),
        ("#guide/data", texts.guide_data),
        ("#guide/keys", texts.guide_keys),
        ("#announcement", texts.check_announcement),
    ];
    html! {
        <section class="newcomers" aria-labelledby="newcomers">
            <h2 id="newcomers">{texts.first_time}</h2>
            <ul>for (href, text) in links { <li><a {href}>{text}</a></li> }</ul>
        </section>
    }
}
