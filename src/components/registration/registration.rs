//! Whether registration is open, and the form if it is.

use super::form_view::FormView;
use crate::components::parts::line;
use crate::platform;
use crate::state::{Choice, ChoiceAction};
use crate::view::ViewRef;
use huso_agenda::i18n::fill;
use huso_registration::Form;
use huso_registration::form::Period;
use web_sys::HtmlElement;
use yew::{Callback, Html, NodeRef, html};

/// Whether registration is open, and the form if it is. The agenda leads to `heading`.
pub fn registration(
    view: &ViewRef,
    form: &Form,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    heading: &NodeRef,
    host: &HtmlElement,
) -> Html {
    let say = view.lang.form();
    let when = |text, instant| fill(text, &[("when", &view.moment(instant))]);
    let period = form.period(platform::now());
    let note = match period {
        Period::Before(opens) => Some(when(say.opens, opens)),
        Period::After(closes) => Some(when(say.closed, closes)),
        Period::Open => form.closes.map(|closes| when(say.open_until, closes)),
    };
    // Another event's form, or another endpoint's, is another form.
    let to = view.endpoint.as_ref().map(|endpoint| endpoint.url.as_str()).unwrap_or_default();
    let key = [&view.agenda().id, " ", to].concat();
    html! {
        <section class="registration" part="registration">
            <h3 tabindex="-1" ref={heading.clone()}>{say.title}</h3>
            {note.map(|note| line("p", "period", &note))}
            if period == Period::Open {
                <FormView
                    {key}
                    view={view.clone()}
                    choice={choice.clone()}
                    on_choice={on_choice.clone()}
                    host={host.clone()}
                />
            }
        </section>
    }
}
