//! What became of a submission, by the endpoint's answer.

use super::errors::errors;
use super::text::text_of;
use crate::form::Form;
use crate::format::Endpoint;
use crate::preset::{Preset, Shape, knows_repetitions, preset_of};
use crate::wire::{ProblemDocument, Receipt, RemoteFault};
use serde::Deserialize as _;
use serde_json::Value;

/// What became of a submission, as far as its answer says.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The endpoint says that it has it; Huso's receiver says more.
    Confirmed(Option<Receipt>),
    /// The endpoint says that it won't have it.
    Rejected(Rejection),
    /// Nobody knows.
    Unconfirmed(Doubt),
}

/// Why an endpoint won't have a submission.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejection {
    /// HTTP status.
    pub status: u16,
    /// A Huso receiver's word for it (docs/endpoints.md); empty from others.
    pub code: String,
    /// What has to be corrected, with our fields' pointers.
    pub faults: Vec<RemoteFault>,
    /// What it says of the whole.
    pub message: Option<String>,
}

/// Why nobody knows what became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No answer: offline, refused, cut off, or forbidden by CORS. It may have arrived.
    Network,
    /// No answer in time. It may have arrived.
    TimedOut,
    /// The endpoint has more to do than it can (429, 503).
    Busy(u16),
    /// The endpoint failed (another 5xx). It may have been stored.
    Broken(u16),
    /// A success that doesn't say what one has to say.
    Unreadable,
    /// This endpoint's answers can't be read by a page.
    Opaque,
}

/// What became of a submission of this id, by the endpoint's answer.
pub fn outcome(endpoint: &Endpoint, form: &Form, id: &str, status: u16, body: &str) -> Outcome {
    let preset = preset_of(endpoint);
    if !preset.is_readable {
        return Outcome::Unconfirmed(Doubt::Opaque);
    }
    let value: Value = serde_json::from_str(body).unwrap_or_default();
    let (faults, message) = errors(endpoint, &preset, form, &value);
    let code = problem_code(&preset, &value);
    let refers_to_it = status == 409 && preset.shape != Shape::Envelope && body.contains(id);
    if knows_repetitions(endpoint) && (refers_to_it || faults.iter().any(is_of_repetition)) {
        // A repetition that the endpoint refuses as such is a success.
        return Outcome::Confirmed(None);
    }
    let success = || success(endpoint, &preset, value, faults.is_empty());
    if let Some(outcome) = is_success(endpoint, status).then(success).flatten() {
        return outcome;
    }
    match status {
        // Whoever ran out of time doesn't say how far they came.
        408 => Outcome::Unconfirmed(Doubt::TimedOut),
        429 | 503 => Outcome::Unconfirmed(Doubt::Busy(status)),
        500.. => Outcome::Unconfirmed(Doubt::Broken(status)),
        _ => Outcome::Rejected(Rejection { status, code, faults, message }),
    }
}

/// The word that a Huso receiver's problem document has for programs.
fn problem_code(preset: &Preset, value: &Value) -> String {
    let document = (preset.shape == Shape::Envelope).then(|| ProblemDocument::deserialize(value));
    document.and_then(Result::ok).unwrap_or_default().code
}

/// Whether a fault is that the submission's id is stored already.
fn is_of_repetition(fault: &RemoteFault) -> bool {
    fault.pointer == "$submission" && fault.code.contains("unique")
}

fn is_success(endpoint: &Endpoint, status: u16) -> bool {
    let [first, last] = match endpoint.success.as_ref().map(|rule| rule.status.as_slice()) {
        Some([first, last]) => [*first, *last],
        _ => [200, 299],
    };
    (first..=last).contains(&u32::from(status))
}

/// What an answer with a status of success says; `None` if it says that it is none.
fn success(endpoint: &Endpoint, preset: &Preset, value: Value, is_faultless: bool) -> Option<Outcome> {
    if preset.shape == Shape::Envelope {
        let receipt: Option<Receipt> = serde_json::from_value(value).ok();
        return Some(
            receipt
                .map_or(Outcome::Unconfirmed(Doubt::Unreadable), |receipt| Outcome::Confirmed(Some(receipt))),
        );
    }
    let rule = endpoint.success.as_ref();
    let pointer = rule.and_then(|rule| rule.pointer.as_deref()).unwrap_or(preset.pointer);
    let equals = rule.and_then(|rule| rule.equals.as_deref()).unwrap_or(preset.equals);
    match value.pointer(pointer) {
        _ if pointer.is_empty() => Some(Outcome::Confirmed(None)),
        Some(found) => (text_of(found, ",") == equals).then_some(Outcome::Confirmed(None)),
        None => is_faultless.then_some(Outcome::Unconfirmed(Doubt::Unreadable)),
    }
}
