//! Whether registration is open, and the form if it is.

use super::delivery::DeliveryProps;
use super::part;
use crate::components::tree::Tree;
use crate::platform;
use crate::state::{Choice, ChoiceAction, FormPart};
use crate::view::ViewRef;
use huso_i18n::{Texts as _, fill};
use huso_registration::form::{Outline, Period};
use web_sys::{HtmlElement, MouseEvent};
use yew::{Callback, NodeRef};

/// Whether registration is open, and the form if it is; `retry` asks for the program's part for it
/// again. The agenda leads to `heading`.
#[allow(clippy::too_many_arguments, reason = "one call, and each is something else")]
pub fn registration(
    tree: &mut Tree,
    view: &ViewRef,
    outline: &Outline,
    part: &FormPart,
    retry: Callback<MouseEvent>,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    heading: &NodeRef,
    host: &HtmlElement,
) {
    let say = view.lang.form();
    let when = |text, moment: String| fill(text, &[("when", &moment)]);
    let period = outline.period(platform::now());
    let note = match period {
        Period::Before(opens) => Some(when(say.opens, view.moment(opens))),
        Period::After(closes) => Some(when(say.closed, view.deadline(closes))),
        Period::Open => outline.closes.map(|closes| when(say.open_until, view.deadline(closes))),
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
        match part {
            _ if period != Period::Open => {}
            FormPart::Ready => {
                let props = DeliveryProps {
                    view: view.clone(),
                    choice: choice.clone(),
                    on_choice: on_choice.clone(),
                    host: host.clone(),
                };
                tree.put(part::delivery(props));
            }
            FormPart::Failed(details) => tree.el("div|class=notice", |tree| {
                tree.line("p|role=alert", say.not_loaded);
                if !details.is_empty() {
                    tree.el("details", |tree| {
                        tree.line("summary", view.lang.widget().details);
                        tree.line("p", details);
                    });
                }
                tree.button("quiet", view.lang.widget().retry, retry);
            }),
            FormPart::Unasked | FormPart::Pending => tree.line("p|class=notice|role=status", say.loading),
        }
    });
}
