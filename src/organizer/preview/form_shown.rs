//! The states in which the form is seen while the registration is edited: empty, filled, and with its errors.
//!
//! It is filled once for each answer to the question by which it goes what else is asked: that of the audiences, or the first
//! with options to which another's condition refers. In the form of a business round this is who sells and who buys, and the
//! states have the short names that stand in brackets there: `Vacío`, `Vende`, `Compra`, `Errores`. A form in which all
//! are asked the same is filled once: `Vacío`, `Lleno`, `Errores`. The errors are those of somebody who gave the first answer to
//! that question and none to the others, so that what is asked of them only is seen too.
//!
//! The element is given the answers and fills, checks and draws the form by itself (docs/embedding.md, `filled`): what is
//! seen is what a visitor sees, and no input is pressed from outside.

use crate::preview::toggle::Choice;
use crate::sample;
use huso_agenda::{Instant, Lang};
use huso_i18n::Texts as _;
use huso_registration::form::{Field, MINIMUM_AGE};
use huso_registration::format::FieldType;
use huso_registration::wire::Answers;
use huso_registration::{Answer, Event, Filled, Form};

/// An address that nobody has (RFC 2606, section 3).
const EMAIL: &str = "ana@example.org";

/// A state in which the form is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormShown {
    /// Nothing is answered.
    #[default]
    Empty,
    /// All is answered, with the option of this number, from 0, to the question by which it goes what else is asked.
    Filled(usize),
    /// Nothing else is answered, and that is said.
    Faults,
}

/// The states of a form, by their names.
pub fn states(event: &Event, form: &Form, lang: Lang) -> Vec<Choice<FormShown>> {
    let texts = lang.preview();
    let choice = |value, name: String| Choice { value, name: name.into(), icon: None };
    let filled = match deciding(form) {
        Some(field) => {
            let names = field.options.iter().map(|(_, label)| short(label.get(lang, event.agenda.language)));
            names.enumerate().map(|(index, name)| choice(FormShown::Filled(index), name)).collect()
        }
        None => vec![choice(FormShown::Filled(0), texts.form_filled.to_owned())],
    };
    let empty = choice(FormShown::Empty, texts.form_empty.to_owned());
    let faults = choice(FormShown::Faults, texts.form_faults.to_owned());
    std::iter::once(empty).chain(filled).chain([faults]).collect()
}

/// The form in a state at a moment, its texts in a language.
pub fn filled(event: &Event, form: &Form, shown: FormShown, now: Instant, lang: Lang) -> Filled {
    match shown {
        FormShown::Empty => Filled::default(),
        FormShown::Faults => {
            let mut answers = Answers::default();
            decide(form, 0, &mut answers);
            Filled { answers, checked: true, ..Filled::default() }
        }
        FormShown::Filled(option) => {
            let mut answers = sample::answers(form, lang.preview().example, EMAIL);
            decide(form, option, &mut answers);
            let age = form.minimum_age().map(|_| MINIMUM_AGE.to_owned());
            let consents = form.consents.iter().map(|consent| consent.id.clone()).chain(age).collect();
            Filled {
                sessions: sample::sessions(event, form, &answers, now),
                consents,
                answers,
                ..Filled::default()
            }
        }
    }
}

/// Answers the question by which it goes what else is asked.
fn decide(form: &Form, option: usize, answers: &mut Answers) {
    let Some(field) = deciding(form) else { return };
    if let Some((value, _)) = field.options.get(option) {
        let answer = match field.kind {
            FieldType::Checkboxes => Answer::Many(vec![value.clone()]),
            _ => Answer::Text(value.clone()),
        };
        answers.set(field.id.clone(), answer);
    }
}

/// The question by which it goes what else is asked.
fn deciding(form: &Form) -> Option<&Field> {
    let decides = |field: &&Field| {
        let is_condition = |other: &Field| other.show_if.as_ref().is_some_and(|(id, _)| *id == field.id);
        form.fields.iter().any(is_condition)
    };
    let mut with_options = form.fields.iter().filter(|field| !field.options.is_empty());
    let of_audiences = with_options.clone().find(|field| form.audience_field.as_ref() == Some(&field.id));
    of_audiences.or_else(|| with_options.find(decides))
}

/// What stands in brackets at the end of a label: `Vende` of `Empresa receptiva (vende)`; else all of it.
fn short(label: &str) -> String {
    let bracketed = label.trim().strip_suffix(')').and_then(|label| label.rsplit_once('('));
    let words = bracketed.map(|(_, words)| words.trim()).filter(|words| !words.is_empty());
    let Some(words) = words else { return label.to_owned() };
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
