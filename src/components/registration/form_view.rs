//! The form: one column, what is optional says so, one button.

use super::consent_box::consent_box;
use super::delivery::{DeliveryProps, Message};
use super::done::done;
use super::field_input::field_input;
use super::privacy_note::privacy_note;
use super::session_choice::session_choice;
use super::trouble::trouble;
use crate::components::tree::Tree;
use crate::state::{FormAction, FormState};
use crate::view::ViewRef;
use huso_agenda::Text;
use huso_i18n::{Texts as _, fill};
use huso_registration::Form;
use huso_registration::delivery::State;
use huso_registration::form::{Consent, MINIMUM_AGE};
use huso_registration::form_file::Choose;
use web_sys::SubmitEvent;
use yew::{Callback, NodeRef};

/// The field that no person sees. Browsers and the password managers that have an attribute for it
/// (1Password, LastPass, Bitwarden, Dashlane, Proton Pass) are told to leave it alone: a person whom they
/// fill it for would be taken for a machine.
const TRAP: &str = "input|name|tabindex=-1|autocomplete=off|data-1p-ignore=|data-lpignore=true|data-bwignore=|\
                    data-form-type=other|data-protonpass-ignore=true";

/// The form, or what became of it. `node` is the form's element, `news` takes the focus.
pub fn form_view(
    tree: &mut Tree,
    props: &DeliveryProps,
    state: &FormState,
    act: &Callback<FormAction>,
    tell: &Callback<Message>,
    node: &NodeRef,
    news: &NodeRef,
) {
    let view = &props.view;
    let say = view.lang.form();
    let Some(form) = view.form() else { return };
    if let State::Confirmed(receipt) = &state.delivery.state {
        let restart = act.reform(|_| FormAction::Restart);
        done(tree, view, form, receipt.as_ref(), &state.registered, news, restart);
        return;
    }
    tree.el("form|novalidate=", |tree| {
        tree.refer(node);
        tree.on_submit(tell.reform(|event: SubmitEvent| {
            event.prevent_default();
            Message::Send
        }));
        trouble(tree, view, form, state, tell, news);
        let delivery = &state.delivery;
        match state.restored {
            true if delivery.may_be_twice() => tree.line("p|class=back", say.draft_doubt),
            true if delivery.in_doubt => tree.line("p|class=back", say.draft_sent),
            true => tree.line("p|class=back", say.draft_back),
            false => tree.nothing(),
        }
        // What travels is what is shown. Another form has inputs of its own.
        tree.el("fieldset|class=answers", |tree| {
            tree.key(&state.round.to_string());
            tree.set("disabled", state.is_locked().then_some(""));
            questions(tree, props, form, state, act);
        });
        end(tree, view, state);
        // Below what is filled: nothing moves when it appears.
        draft_note(tree, view, form, state, tell);
    });
}

/// Sessions, questions, what is agreed to, and what becomes of it all.
fn questions(
    tree: &mut Tree,
    props: &DeliveryProps,
    form: &Form,
    state: &FormState,
    act: &Callback<FormAction>,
) {
    let view = &props.view;
    let say = view.lang.form();
    if form.outline.choose == Choose::Sessions {
        session_choice(tree, view, form, &props.choice, &props.on_choice, state);
    }
    let answers = state.normalized(form);
    for (index, field) in form.fields.iter().enumerate() {
        match form.asks(field, &answers) {
            true => field_input(tree, view, field, index, state, act),
            false => tree.nothing(),
        }
    }
    let age = form.minimum_age().map(|age| Consent {
        id: MINIMUM_AGE.to_owned(),
        text: Text::Plain(fill(say.minimum_age, &[("age", &age.to_string())])),
        required: true,
        url: None,
    });
    if !form.consents.is_empty() || age.is_some() {
        tree.el("fieldset|class=consents", |tree| {
            tree.line("legend", say.consents);
            for (index, consent) in form.consents.iter().chain(&age).enumerate() {
                consent_box(tree, view, consent, index, state, act);
            }
        });
    }
    if let Some(privacy) = &form.privacy {
        privacy_note(tree, view, privacy, &form.purposes);
    }
    // A field that no person sees: whoever fills it is a machine.
    match &state.trap {
        None => tree.nothing(),
        Some((_, name, _)) => tree.el("div|class=apart|aria-hidden=true", |tree| {
            tree.el("label", |tree| {
                tree.text(say.leave_empty);
                tree.with(TRAP, &[name], |tree| {
                    tree.on_input(
                        act.reform(|input: web_sys::HtmlInputElement| FormAction::Trapped(input.value())),
                    );
                });
            });
        }),
    }
}

/// That the tab keeps what is entered, and how to be rid of it.
fn draft_note(tree: &mut Tree, view: &ViewRef, form: &Form, state: &FormState, tell: &Callback<Message>) {
    let say = view.lang.form();
    if view.preview || state.draft().is_empty(form) {
        tree.nothing();
        return;
    }
    tree.el("div|class=draft", |tree| {
        tree.line("p|class=hint", say.draft_kept);
        if !state.is_locked() {
            tree.button("quiet", say.clear, tell.reform(|_| Message::Clear));
        }
    });
}

/// The button, and how far the delivery is.
fn end(tree: &mut Tree, view: &ViewRef, state: &FormState) {
    let say = view.lang.form();
    if view.endpoint().is_none() {
        tree.line("p|class=notice", if view.preview { say.preview } else { say.no_endpoint });
        return;
    }
    let is_sending = state.delivery.state == State::Sending;
    let sent = state.progress.filter(|_| is_sending).map(|percent| percent.to_string());
    let (label, told) = match &state.delivery.state {
        State::Sending => match &sent {
            Some(percent) => (say.sending, fill(say.uploading, &[("percent", percent)])),
            None if state.is_slow => (say.sending, say.slow.to_owned()),
            None => (say.sending, say.sending.to_owned()),
        },
        State::Retrying { .. } => (say.try_now, say.retrying.to_owned()),
        State::Offline => (say.try_now, say.offline.to_owned()),
        _ => (say.submit, String::new()),
    };
    tree.el("p|class=send", |tree| {
        let shape = "button|type=submit|class=primary|aria-disabled";
        tree.with(shape, &[if is_sending { "true" } else { "false" }], |tree| tree.text(label));
    });
    match &sent {
        Some(percent) => tree.with("progress|max=100|value|aria-label", &[percent, say.sending], |_| {}),
        None => tree.nothing(),
    }
    // There from the start, so that screen readers tell of what comes into it. The button says the rest.
    let class = if told.is_empty() || told == say.sending { "spoken" } else { "progress" };
    tree.with("p|class|role=status", &[class], |tree| tree.text(&told));
}
