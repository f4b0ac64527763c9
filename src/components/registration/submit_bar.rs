//! The button, and how far the delivery is.

use super::form_context::use_form;
use crate::context::{use_event, use_locale};
use huso_i18n::{Texts as _, fill};
use huso_registration::delivery::State;
use web_sys::Event;
use yew::{AttrValue, Callback, Html, NodeRef, Properties, component, html};

/// Properties of [`SubmitBar`].
#[derive(Properties, PartialEq)]
pub struct SubmitBarProps {
    /// What the button says while nothing is under way.
    pub label: AttrValue,
    /// What is said while there is no network.
    pub offline: AttrValue,
    /// How far the delivery is.
    pub state: State,
    /// Whether the attempt under way takes long.
    pub is_slow: bool,
    /// Percentage of the files that has been sent.
    pub progress: Option<u32>,
    /// Called when the form is to be sent.
    pub on_send: Callback<()>,
    /// The button.
    pub button: NodeRef,
}

/// The button, and how far the delivery is; where nothing is sent, why not.
#[component]
pub fn SubmitBar(props: &SubmitBarProps) -> Html {
    let (event, locale, form) = (use_event(), use_locale(), use_form());
    let texts = locale.lang.form();
    if form.endpoint.is_none() {
        let reason = if event.is_preview { texts.preview } else { texts.no_endpoint };
        return html! { <p class="notice">{reason}</p> };
    }
    let onclick = instead_of_submitting(&props.on_send);
    let is_sending = props.state == State::Sending;
    let percent = props.progress.filter(|_| is_sending).map(|percent| percent.to_string());
    let (label, status) = match (&props.state, &percent) {
        (State::Sending, Some(percent)) => (texts.sending, fill(texts.uploading, &[("percent", percent)])),
        (State::Sending, None) if props.is_slow => (texts.sending, texts.slow.to_owned()),
        (State::Sending, None) => (texts.sending, texts.sending.to_owned()),
        (State::Retrying { .. }, _) => (texts.try_now, texts.retrying.to_owned()),
        (State::Offline, _) => (texts.try_now, props.offline.to_string()),
        _ => (props.label.as_str(), String::new()),
    };
    // The region is there from the start, so that screen readers tell of what comes into it. What the button
    // says is only spoken.
    let is_seen = !status.is_empty() && status != texts.sending;
    html! {
        <>
            <p class="send">
                <button type="submit" class="primary" aria-disabled={is_sending.to_string()}
                    {onclick} ref={props.button.clone()}>
                    {label}
                </button>
            </p>
            if let Some(percent) = percent {
                <progress max="100" value={percent} aria-label={texts.sending} />
            }
            <p class={if is_seen { "progress" } else { "spoken" }} role="status">{status}</p>
        </>
    }
}

/// Has a form sent by us, when its button is pressed (Enter presses it, too) or a script submits it. Where a frame's sandbox
/// forbids forms, browsers don't get as far as the event `submit`.
pub fn instead_of_submitting<E: AsRef<Event> + 'static>(on_send: &Callback<()>) -> Callback<E> {
    on_send.reform(|event: E| event.as_ref().prevent_default())
}
