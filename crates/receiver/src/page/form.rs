//! The form as a page, with what was filled in and what is wrong with it.

use super::context::{Context, Filled, condition, hint};
use super::control::{self, control};
use super::layout::layout;
use super::privacy::privacy;
use super::sessions::sessions;
use crate::notice;
use crate::spam::HONEYPOT;
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill, plural};
use huso_registration::controls::{
    consent_id, described_by, fault_id, field_id, hint_id, is_marked_optional,
};
use huso_registration::form::{Consent, Field};
use huso_registration::format::{Choose, FieldType};
use huso_registration::{Event, Form, Target, wording};
use maud::{Markup, html};

/// The form. It works without JavaScript: every question is there, also those that depend on others.
pub fn form(event: &Event, form: &Form, filled: &Filled<'_>, lang: Lang) -> Markup {
    let context = Context { event, form, filled, lang };
    let texts = lang.form();
    let title = context.text(&event.agenda.title);
    let consents = wording::consents(form, lang);
    let content = html! {
        h1 { (texts.title) ": " (title) }
        @if let Some(summary) = &event.agenda.summary { p { (context.text(summary)) } }
        (trouble(&context))
        form method="post" action="registrations" accept-charset="utf-8" {
            (hidden(&context))
            @if form.outline.choose == Choose::Sessions { (sessions(&context)) }
            @for (index, field) in form.fields.iter().enumerate() { (question(&context, index, field)) }
            @if !consents.is_empty() {
                fieldset {
                    legend { (texts.consents) }
                    @for (index, one) in consents.iter().enumerate() { (consent(&context, index, one)) }
                }
            }
            @if let Some(one) = &form.privacy { (privacy(&context, one)) }
            p { button type="submit" { (texts.submit) } }
        }
    };
    layout(lang, title, content)
}

/// Why the form is back, with the way to each answer to correct.
fn trouble(context: &Context<'_>) -> Markup {
    let texts = context.lang.form();
    let faults = context.filled.faults;
    html! {
        @if let Some(problem) = context.filled.problem {
            div class="trouble" role="alert" { h2 { (problem) } p { (texts.kept_only) } }
        } @else if !faults.is_empty() {
            div class="trouble" role="alert" {
                h2 { (plural(faults.len(), texts.faults_one, texts.faults_other)) }
                ul {
                    @for fault in faults {
                        @let (id, label) = context.place(&fault.target);
                        li { a href={ "#" (id) } { (label) } ": " (fault.code.message(context.lang)) }
                    }
                }
            }
        }
    }
}

fn hidden(context: &Context<'_>) -> Markup {
    let submission = context.filled.submission;
    html! {
        input type="hidden" name="event" value=(submission.event);
        input type="hidden" name="submission" value=(submission.submission);
        input type="hidden" name="language" value=(context.lang.tag());
        input type="hidden" name="token" value=(context.filled.token);
        @if let Some(version) = notice::version(context.event, context.form, context.lang) {
            input type="hidden" name="notice" value=(version);
        }
        @if let Some(timezone) = &submission.timezone {
            input type="hidden" name="timezone" value=(timezone);
        }
        div class="apart" aria-hidden="true" {
            label for="apart" { (context.lang.form().leave_empty) }
            // Browsers and password managers are told to leave it alone, as in the widget.
            input id="apart" name=(HONEYPOT) tabindex="-1" autocomplete="off" data-1p-ignore="" data-lpignore="true"
                data-bwignore="" data-form-type="other" data-protonpass-ignore="true";
        }
    }
}

fn question(context: &Context<'_>, index: usize, field: &Field) -> Markup {
    let id = field_id(index);
    let fault = context.fault(&Target::Field(field.id.clone()));
    let label = html! {
        (context.text(&field.label))
        @if is_marked_optional(field) {
            span { " (" (context.lang.form().optional) ")" }
        }
    };
    let help = html! {
        @if let Some(hint) = hint(context, field) { p class="hint" id=(hint_id(&id)) { (hint) } }
        @if let Some(fault) = &fault { p class="fault" id=(fault_id(&id)) { (fault) } }
    };
    let is_wrong = fault.is_some();
    let class = if is_wrong { "field wrong" } else { "field" };
    match field.kind {
        FieldType::Heading => html! { h2 { (context.text(&field.label)) } (help) },
        FieldType::Hidden => control(context, index, field, is_wrong),
        FieldType::File => {
            html! { p { (fill(context.lang.page().no_file, &[("field", context.text(&field.label))])) } }
        }
        FieldType::Radio | FieldType::Checkboxes => {
            let is_radio = field.kind == FieldType::Radio;
            html! {
                fieldset class=(class) role=[is_radio.then_some("radiogroup")]
                    aria-required=[(is_radio && control::is_required(field)).then_some("true")]
                    aria-invalid=[(is_radio && is_wrong).then_some("true")]
                    aria-describedby=[control::described(context, index, field, is_wrong)] {
                    legend { (label) }
                    (help)
                    (control(context, index, field, is_wrong))
                }
            }
        }
        FieldType::Checkbox => html! {
            div class=(class) {
                div class="check" { (control(context, index, field, is_wrong)) label for=(id) { (label) } }
                (help)
            }
        },
        _ => html! {
            div class=(class) { label for=(id) { (label) } (help) (control(context, index, field, is_wrong)) }
        },
    }
}

fn consent(context: &Context<'_>, index: usize, consent: &Consent) -> Markup {
    let texts = context.lang.form();
    let id = consent_id(index);
    let fault = context.fault(&Target::Consent(consent.id.clone()));
    // Nothing here comes and goes.
    let hint = consent.show_if.as_ref().and_then(|(field, answers)| condition(context, field, answers));
    let describedby = described_by(&id, hint.is_some(), fault.is_some());
    html! {
        div class={ "field" @if fault.is_some() { " wrong" } } {
            div class="check" {
                input type="checkbox" id=(id) name="consent" value=(consent.id)
                    checked[context.filled.submission.consents.contains(&consent.id)]
                    aria-invalid=[fault.as_ref().map(|_| "true")] aria-describedby=[describedby];
                label for=(id) {
                    (context.text(&consent.text))
                    @if !consent.required { span { " (" (texts.optional) ")" } }
                }
            }
            @if let Some(hint) = &hint { p class="hint" id=(hint_id(&id)) { (hint) } }
            @if let Some(url) = &consent.url { p class="hint" { a href=(url) { (texts.read_more) } } }
            @if let Some(fault) = &fault { p class="fault" id=(fault_id(&id)) { (fault) } }
        }
    }
}
