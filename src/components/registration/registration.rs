//! Whether registration is open, and the form if it is.

use super::delivery::{Delivery, DeliveryProps};
use crate::components::tree::Tree;
use crate::platform;
use crate::state::{Choice, ChoiceAction};
use crate::view::ViewRef;
use huso_agenda::i18n::fill;
use huso_registration::Form;
use huso_registration::form::Period;
use web_sys::HtmlElement;
use yew::virtual_dom::VChild;
use yew::{Callback, NodeRef};

/// Whether registration is open, and the form if it is. The agenda leads to `heading`.
pub fn registration(
    tree: &mut Tree,
    view: &ViewRef,
    form: &Form,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    heading: &NodeRef,
    host: &HtmlElement,
) {
    let say = view.lang.form();
    let when = |text, instant| fill(text, &[("when", &view.moment(instant))]);
    let period = form.period(platform::now());
    let note = match period {
        Period::Before(opens) => Some(when(say.opens, opens)),
        Period::After(closes) => Some(when(say.closed, closes)),
        Period::Open => form.closes.map(|closes| when(say.open_until, closes)),
    };
    tree.el("section|class=registration|part=registration", |tree| {
        tree.el("h3|tabindex=-1", |tree| {
            tree.refer(heading);
            tree.text(say.title);
        });
        match &note {
            Some(note) => tree.line("p|class=period", note),
            None => tree.nothing(),
        }
        if period == Period::Open {
            // Another event's form, or another endpoint's, is another form.
            let to = view.endpoint.as_ref().map(|endpoint| endpoint.url.as_str()).unwrap_or_default();
            let key = [&view.agenda().id, " ", to].concat();
            let props = DeliveryProps {
                view: view.clone(),
                choice: choice.clone(),
                on_choice: on_choice.clone(),
                host: host.clone(),
            };
            tree.put(VChild::<Delivery>::new(props, Some(key.into())).into());
        }
    });
}
