//! The step.

use crate::frame::{Step, open_step, use_lang};
use crate::review::comparing::Comparing;
use crate::review::creating::Creating;
use crate::review::files::Files;
use crate::review::use_reviewed::use_reviewed;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// Reviewing what was brought.
#[component]
pub fn Review() -> Html {
    let texts = use_lang().review();
    let Some(reviewed) = use_reviewed() else {
        return html! {
            <div class="reviewing nothing">
                <h1>{texts.nothing}</h1>
                <p class="faint">{texts.nothing_help}</p>
                <button type="button" class="filled" onclick={|_| open_step(Step::Bring)}>{texts.bring}</button>
            </div>
        };
    };
    html! {
        <div class="reviewing">
            <h1 class="spoken">{texts.title}</h1>
            <Files reviewed={reviewed.clone()} />
            if reviewed.comparison.is_some() {
                <Comparing {reviewed} />
            } else {
                <Creating {reviewed} />
            }
        </div>
    }
}
