//! What a form lacks before anybody may fill it.

use crate::workspace::Checked;
use huso_agenda::{Lang, Severity};
use huso_edit::Place;
use huso_i18n::Texts as _;
use huso_registration::{Event, Form};

/// What of a form's consents and privacy notice is missing or wrong, a sentence each, in the order in which it is asked: nothing is said of what
/// the answers are for, a consent has no text, and what else the check finds there.
pub fn missing(checked: &Checked, event: &Event, form: &Form, lang: Lang) -> Vec<String> {
    let texts = lang.preview();
    let nothing = form.consents.is_empty() && form.purposes.is_empty();
    let is_blank = |text: &huso_agenda::Text| text.get(lang, event.agenda.language).trim().is_empty();
    let blank = form.consents.iter().filter(|consent| is_blank(&consent.text)).count();
    let places = [Place::parse("registration.consents"), Place::parse("registration.privacy")];
    let faults = checked.faults.iter().filter(|fault| {
        let place = Place::parse(&fault.path);
        fault.severity() == Severity::Error && places.iter().any(|list| place.is_in(list))
    });
    let nothing = nothing.then(|| texts.no_consent.to_owned());
    let blank = std::iter::repeat_n(texts.blank_consent.to_owned(), blank);
    nothing.into_iter().chain(blank).chain(faults.map(|fault| fault.sentence(lang))).collect()
}
