//! Whether registration is open, and the form if it is.

use super::form_context::FormContext;
use super::part;
use super::registration_form::RegistrationFormProps;
use crate::context::{use_event, use_locale, use_zones};
use crate::state::{Choice, ChoiceAction, FormPart};
use huso_agenda::i18n::fill;
use huso_agenda::{Instant, Lang};
use huso_registration::form::{Outline, Period};
use web_sys::{HtmlElement, MouseEvent};
use yew::{Callback, Html, NodeRef, Properties, component, html};

/// Properties of [`Registration`].
#[derive(Properties, PartialEq)]
pub struct RegistrationProps {
    /// What is known of the form before it is read.
    pub outline: Outline,
    /// Whether registration is open then.
    pub now: Instant,
    /// How far the part of the program is that the form is in.
    pub part: FormPart,
    /// The form, once it is read.
    pub form: Option<FormContext>,
    /// Asks for that part again.
    pub on_retry: Callback<MouseEvent>,
    /// The sessions that are chosen.
    pub choice: Choice,
    /// Changes the choice.
    pub on_choice: Callback<ChoiceAction>,
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
    let RegistrationProps { outline, now, part, form, on_retry, .. } = props;
    let when = |text, moment: String| fill(text, &[("when", &moment)]);
    let period = outline.period(*now);
    let note = match period {
        Period::Before(opens) => Some(when(texts.opens, zones.moment(opens, locale))),
        Period::After(closes) => Some(when(texts.closed, zones.deadline(closes, locale))),
        Period::Open => outline.closes.map(|closes| when(texts.open_until, zones.deadline(closes, locale))),
    };
    let content = match (part, form) {
        _ if period != Period::Open => Html::default(),
        (FormPart::Ready, Some(form)) => part::delivery(
            &event.agenda().id,
            RegistrationFormProps {
                form: form.clone(),
                choice: props.choice.clone(),
                on_choice: props.on_choice.clone(),
                now: *now,
                host: props.host.clone(),
            },
        ),
        (FormPart::Failed(details), _) => not_loaded(details, on_retry, locale.lang),
        _ => html! { <p class="notice" role="status">{texts.loading}</p> },
    };
    html! {
        <section class="registration" part="registration">
            <h3 tabindex="-1" ref={props.heading.clone()}>{texts.title}</h3>
            if let Some(note) = note { <p class="period">{note}</p> }
            {content}
        </section>
    }
}

/// That the form didn't come, why, and the way to ask for it again.
fn not_loaded(details: &str, on_retry: &Callback<MouseEvent>, lang: Lang) -> Html {
    let texts = lang.widget();
    html! {
        <div class="notice">
            <p role="alert">{lang.form().not_loaded}</p>
            if !details.is_empty() {
                <details><summary>{texts.details}</summary><p>{details.to_owned()}</p></details>
            }
            <button type="button" class="quiet" onclick={on_retry}>{texts.retry}</button>
        </div>
    }
}
