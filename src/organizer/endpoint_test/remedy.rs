//! What came back and what to do, in sentences.

use crate::endpoint_test::tested::Tested;
use crate::endpoint_test::verdict::Verdict;
use huso_agenda::Lang;
use huso_agenda::chrono::TimeDelta;
use huso_i18n::{Texts as _, fill};
use huso_registration::Form;
use huso_registration::fault::Target;
use huso_registration::wire::RemoteFault;

/// What came back.
pub fn answer(verdict: &Verdict, took: TimeDelta, form: &Form, lang: Lang) -> String {
    let texts = lang.builder();
    let said = match verdict {
        Verdict::Insecure => texts.test_insecure.to_owned(),
        Verdict::Unreachable => texts.test_unreachable.to_owned(),
        Verdict::Forbidden => texts.test_forbidden.to_owned(),
        Verdict::TimedOut => texts.test_timed_out.to_owned(),
        Verdict::Missing(_) => texts.test_missing.to_owned(),
        Verdict::Closed(_) => texts.test_closed.to_owned(),
        Verdict::Busy(_) => texts.test_busy.to_owned(),
        Verdict::Broken(_) => texts.test_broken.to_owned(),
        Verdict::Foreign(_, said) => with(texts.test_foreign, said.as_deref()),
        Verdict::Rejected(_, said, faults) => {
            let each = faults.iter().map(|fault| named(fault, form, lang)).collect::<Vec<_>>().join(" ");
            with(texts.test_rejected, said.as_deref()) + " " + &each
        }
        Verdict::Unknown => texts.test_unknown.to_owned(),
        Verdict::Stored(..) => texts.test_stored.to_owned(),
    };
    match verdict.status() {
        Some(status) => fill(
            texts.test_status,
            &[("status", &status.to_string()), ("seconds", &seconds(took, lang)), ("said", &said)],
        ),
        None => said,
    }
}

/// What to do.
pub fn remedy(tested: &Tested, lang: Lang) -> String {
    let texts = lang.builder();
    match &tested.verdict {
        Verdict::Insecure => texts.remedy_insecure.to_owned(),
        Verdict::Unreachable => texts.remedy_unreachable.to_owned(),
        Verdict::Forbidden => fill(texts.remedy_forbidden, &[("origin", &origin())]),
        Verdict::TimedOut => texts.remedy_timed_out.to_owned(),
        Verdict::Missing(_) => texts.remedy_missing.to_owned(),
        Verdict::Closed(_) => texts.remedy_closed.to_owned(),
        Verdict::Busy(_) | Verdict::Broken(_) => texts.remedy_broken.to_owned(),
        Verdict::Foreign(..) => texts.remedy_foreign.to_owned(),
        Verdict::Rejected(..) => texts.remedy_rejected.to_owned(),
        Verdict::Unknown => texts.remedy_unknown.to_owned(),
        Verdict::Stored(_, Some(_)) => texts.remedy_stored.to_owned(),
        Verdict::Stored(_, None) => texts.remedy_stored_elsewhere.to_owned(),
    }
}

fn with(sentence: &str, said: Option<&str>) -> String {
    said.map_or_else(|| sentence.to_owned(), |said| format!("{sentence} «{said}»"))
}

/// `«Correo electrónico»: No es una dirección.`
fn named(fault: &RemoteFault, form: &Form, lang: Lang) -> String {
    let label = match fault.target() {
        Some(Target::Field(id)) => {
            form.fields.iter().find(|field| field.id == id).map(|field| field.label.get(lang, lang))
        }
        _ => None,
    };
    label.map_or_else(|| fault.detail.clone(), |label| format!("«{label}»: {}", fault.detail))
}

/// `0,3`
fn seconds(took: TimeDelta, lang: Lang) -> String {
    let tenths = took.num_milliseconds().max(0) / 100;
    let point = if lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

fn origin() -> String {
    web_sys::window().map(|window| window.origin()).unwrap_or_default()
}
