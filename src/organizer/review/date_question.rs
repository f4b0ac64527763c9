//! On which day the event begins.

use crate::frame::{Mark, Tone, use_lang};
use crate::review::reviewed::Reviewed;
use crate::workspace::{Action, use_workspace};
use huso_agenda::wall_time;
use huso_i18n::Texts as _;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Html, Properties, SubmitEvent, component, html, use_node_ref};

/// Properties of [`DateQuestion`].
#[derive(Properties, PartialEq)]
pub struct DateQuestionProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
}

/// On which day the event begins, where days without a year have to be counted from it.
#[component]
pub fn DateQuestion(props: &DateQuestionProps) -> Html {
    let (texts, workspace) = (use_lang().review(), use_workspace());
    let field = use_node_ref();
    if !props.reviewed.needs_date() {
        return Html::default();
    }
    let onsubmit = {
        let (field, brought) = (field.clone(), props.reviewed.brought.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let written = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            if let Ok(date) = wall_time::date(&written) {
                workspace.dispatch(Action::Bring(brought.dated(date).into()));
            }
        }
    };
    html! {
        <form class="block question date-question" {onsubmit}>
            <p><Mark tone={Tone::Question} words={texts.open_answer} /></p>
            <h2>{texts.first_day}</h2>
            <p class="faint">{texts.first_day_help}</p>
            <div class="buttons">
                <input type="date" aria-label={texts.first_day} required=true ref={field} />
                <button type="submit">{texts.count_from}</button>
            </div>
        </form>
    }
}
