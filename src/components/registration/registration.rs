//! Whether registration is open, and the form if it is.

use super::form_context::FormContext;
use super::lazy::FormPart;
use super::registration_form::RegistrationFormProps;
use crate::choice::{Choice, ChoiceAction};
use crate::components::part_failure::PartFailure;
use crate::context::{use_event, use_locale, use_zones};
use crate::lazy_part::LazyPart;
use huso_agenda::Instant;
use huso_i18n::{Texts as _, fill};
use huso_registration::form::{Outline, Period};
use huso_registration::wire::Seats;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::{Callback, Html, HtmlResult, NodeRef, Properties, Suspense, component, html};

/// The id of the heading, to which others lead.
pub const REGISTRATION_ID: &str = "registration";

/// Properties of [`Registration`].
#[derive(Clone, Properties, PartialEq)]
pub struct RegistrationProps {
    /// What is known of the form before it is read.
    pub outline: Outline,
    /// Whether registration is open then.
    pub now: Instant,
    /// The part of the program that the form is in.
    pub part: LazyPart<FormPart>,
    /// The form, once it is read.
    pub form: Option<FormContext>,
    /// Asks for that part again.
    pub on_retry: Callback<()>,
    /// The sessions that are chosen.
    pub choice: Choice,
    /// Changes the choice.
    pub on_choice: Callback<ChoiceAction>,
    /// How many seats are left.
    pub seats: Rc<Seats>,
    /// Seats were taken.
    pub on_taken: Callback<()>,
    /// The agenda leads here.
    pub heading: NodeRef,
    /// The custom element.
    pub host: HtmlElement,
}

/// Whether registration is open, and the form if it is.
#[component]
pub fn Registration(props: &RegistrationProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let texts = locale.lang.form();
    let when = |text, moment: String| fill(text, &[("when", &moment)]);
    let period = props.outline.period(props.now);
    let note = match period {
        Period::Before(opens) => Some(when(texts.opens, zones.moment(opens, locale))),
        Period::After(closes) => Some(when(texts.closed, zones.deadline(closes, locale))),
        Period::Open => {
            props.outline.closes.map(|closes| when(texts.open_until, zones.deadline(closes, locale)))
        }
    };
    let fallback = html! { <p class="notice" role="status">{texts.loading}</p> };
    // Landmarks have to be told apart: of previews there are several.
    let landmark = (!event.is_preview).then_some(REGISTRATION_ID);
    html! {
        <section class="registration" part="registration" aria-labelledby={landmark}>
            <h3 id={REGISTRATION_ID} tabindex="-1" ref={props.heading.clone()}>{texts.title}</h3>
            if let Some(note) = note { <p class="period">{note}</p> }
            if period == Period::Open {
                <Suspense {fallback}><LazyForm ..props.clone() /></Suspense>
            }
        </section>
    }
}

/// The form, once its part of the program is here.
#[component]
fn LazyForm(props: &RegistrationProps) -> HtmlResult {
    let (event, locale) = (use_event(), use_locale());
    let part = match props.part.get()? {
        Ok(part) => part,
        Err(details) => {
            let message = locale.lang.form().not_loaded;
            let (details, on_retry) = (details.clone(), props.on_retry.clone());
            return Ok(html! { <PartFailure {message} {details} {on_retry} /> });
        }
    };
    let Some(form) = props.form.clone() else { return Ok(Html::default()) };
    let RegistrationProps { choice, on_choice, now, seats, on_taken, host, .. } = props.clone();
    let props = RegistrationFormProps { form, choice, on_choice, now, seats, on_taken, host };
    Ok((part.view)(&event.agenda().id, props))
}
