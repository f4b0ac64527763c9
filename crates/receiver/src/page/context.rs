//! What each part of the form's page needs to know, and what is said beside several of them.

use super::countries::countries;
use huso_agenda::{Instant, Lang, Locale, Text};
use huso_i18n::{Texts as _, fill};
use huso_registration::form::Field;
use huso_registration::format::FieldType;
use huso_registration::wording::place;
use huso_registration::{Event, Fault, Form, Submission, Target};

/// What a form shows besides its questions.
pub struct Filled<'a> {
    /// What was answered so far.
    pub submission: &'a Submission,
    /// What is wrong with it.
    pub faults: &'a [Fault],
    /// Why it was not stored, if not for its faults.
    pub problem: Option<&'a str>,
    /// Says when the form was asked for.
    pub token: &'a str,
    /// When it is.
    pub now: Instant,
}

/// What each part of the page needs to know.
pub(super) struct Context<'a> {
    pub(super) event: &'a Event,
    pub(super) form: &'a Form,
    pub(super) filled: &'a Filled<'a>,
    pub(super) lang: Lang,
}

impl Context<'_> {
    pub(super) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang, self.event.agenda.language)
    }

    /// The page's language, with the event's region where that is of this language.
    pub(super) fn locale(&self) -> Locale {
        let own = self.event.agenda.locale;
        if own.lang == self.lang { own } else { self.lang.into() }
    }

    /// The id and the label of what a fault is about.
    pub(super) fn place(&self, target: &Target) -> (String, String) {
        let place = place(self.form, target, self.lang);
        place.map(|(id, label)| (id, self.text(&label).to_owned())).unwrap_or_default()
    }

    pub(super) fn fault(&self, target: &Target) -> Option<String> {
        let fault = self.filled.faults.iter().find(|fault| fault.target == *target)?;
        Some(fault.code.message(self.lang))
    }
}

/// The field's hint, and on which answers it depends: nothing here comes and goes.
pub(super) fn hint(context: &Context<'_>, field: &Field) -> Option<String> {
    let own = field.hint.as_ref().map(|hint| context.text(hint).to_owned());
    let condition = field.show_if.as_ref().and_then(|(id, values)| condition(context, id, values));
    let parts: Vec<_> = [audience(context, &field.audience), condition, own].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// For whom something is, where it isn't for everybody.
pub(super) fn audience(context: &Context<'_>, audiences: &[String]) -> Option<String> {
    let asked = context.form.audience_field.as_ref().filter(|_| !audiences.is_empty())?;
    condition(context, asked, audiences)
}

pub(super) fn condition(context: &Context<'_>, id: &str, values: &[String]) -> Option<String> {
    let texts = context.lang.page();
    let other = context.form.fields.iter().find(|field| field.id == id)?;
    let label = context.text(&other.label);
    if other.kind == FieldType::Checkbox {
        return Some(fill(texts.only_if_ticked, &[("field", label)]));
    }
    let options: Vec<(&str, &str)> = match other.kind {
        FieldType::Country => countries(context.lang),
        _ => other.options.iter().map(|(option, label)| (option.as_str(), context.text(label))).collect(),
    };
    let shown = |value: &String| {
        options
            .iter()
            .find(|(option, _)| option == value)
            .map_or(value.as_str(), |&(_, label)| label)
            .to_owned()
    };
    let answers = values.iter().map(shown).collect::<Vec<_>>().join(", ");
    Some(fill(texts.only_if, &[("field", label), ("answers", &answers)]))
}
