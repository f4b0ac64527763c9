//! The form as a page, with what was filled in and what is wrong with it.

use super::control::{self, control};
use super::layout::layout;
use crate::spam::HONEYPOT;
use huso_agenda::i18n::{fill, plural};
use huso_agenda::labels::{HourCycle, clock, full_date};
use huso_agenda::zone::Offsets as _;
use huso_agenda::{Lang, Session, Text};
use huso_registration::form::{Consent, Field};
use huso_registration::form_file::{Choose, FieldType, Privacy};
use huso_registration::{Event, Fault, Form, Submission, Target};
use maud::{Markup, html};

const SESSIONS_ID: &str = "sessions";

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

    pub(super) fn fault(&self, target: &Target) -> Option<String> {
        let fault = self.filled.faults.iter().find(|fault| fault.target == *target)?;
        Some(fault.code.message(self.lang))
    }
}

/// The form. It works without JavaScript: every question is there, also those that depend on others.
pub fn form(event: &Event, form: &Form, filled: &Filled<'_>, lang: Lang) -> Markup {
    let context = Context { event, form, filled, lang };
    let say = lang.form();
    let title = context.text(&event.agenda.title);
    let content = html! {
        h1 { (say.title) ": " (title) }
        @if let Some(summary) = &event.agenda.summary { p { (context.text(summary)) } }
        (trouble(&context))
        form method="post" action="registrations" accept-charset="utf-8" {
            (hidden(&context))
            @if form.choose == Choose::Sessions { (sessions(&context)) }
            @for (index, field) in form.fields.iter().enumerate() { (question(&context, index, field)) }
            @if !form.consents.is_empty() {
                fieldset {
                    legend { (say.consents) }
                    @for (index, one) in form.consents.iter().enumerate() { (consent(&context, index, one)) }
                }
            }
            @if let Some(one) = &form.privacy { (privacy(&context, one)) }
            p { button type="submit" { (say.submit) } }
        }
    };
    layout(lang, title, content)
}

/// Why the form is back, with the way to each answer to correct.
fn trouble(context: &Context<'_>) -> Markup {
    let say = context.lang.form();
    let faults = context.filled.faults;
    html! {
        @if let Some(problem) = context.filled.problem {
            div class="trouble" role="alert" { h2 { (problem) } p { (say.kept_only) } }
        } @else if !faults.is_empty() {
            div class="trouble" role="alert" {
                h2 { (plural(faults.len(), say.faults_one, say.faults_other)) }
                ul {
                    @for fault in faults {
                        @let (id, label) = place(context, &fault.target);
                        li { a href={ "#" (id) } { (label) } ": " (fault.code.message(context.lang)) }
                    }
                }
            }
        }
    }
}

/// The id and the label of what a fault is about.
fn place(context: &Context<'_>, target: &Target) -> (String, String) {
    let say = context.lang.form();
    match target {
        Target::Sessions => (SESSIONS_ID.to_owned(), say.choose.to_owned()),
        Target::Field(id) => {
            let mut fields = context.form.fields.iter().enumerate();
            let found = fields.find(|(_, field)| field.id == *id);
            let named =
                |(index, field): (usize, &Field)| (control::id(index), context.text(&field.label).to_owned());
            found.map(named).unwrap_or_default()
        }
        Target::Consent(id) => {
            let index = context.form.consents.iter().position(|consent| consent.id == *id);
            (consent_id(index.unwrap_or_default()), say.consents.to_owned())
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
        @if let Some(timezone) = &submission.timezone {
            input type="hidden" name="timezone" value=(timezone);
        }
        div class="apart" aria-hidden="true" {
            label for="apart" { (context.lang.page().leave_empty) }
            input id="apart" name=(HONEYPOT) tabindex="-1" autocomplete="off";
        }
    }
}

fn question(context: &Context<'_>, index: usize, field: &Field) -> Markup {
    let say = context.lang.form();
    let id = control::id(index);
    let fault = context.fault(&Target::Field(field.id.clone()));
    let label = html! {
        label for=(id) {
            (context.text(&field.label))
            @if !field.required && field.kind != FieldType::Checkbox { span { " (" (say.optional) ")" } }
        }
    };
    html! {
        div class={ "field" @if fault.is_some() { " wrong" } } {
            @if field.kind == FieldType::Checkbox {
                div class="check" { (control(context, index, field, fault.is_some())) (label) }
            } @else { (label) }
            @if let Some(hint) = hint(context, field) { p class="hint" id={ (id) "-hint" } { (hint) } }
            @if let Some(fault) = &fault { p class="fault" id={ (id) "-fault" } { (fault) } }
            @if field.kind != FieldType::Checkbox { (control(context, index, field, fault.is_some())) }
        }
    }
}

/// The field's hint, and on which answer it depends: nothing here comes and goes.
pub(super) fn hint(context: &Context<'_>, field: &Field) -> Option<String> {
    let own = field.hint.as_ref().map(|hint| context.text(hint).to_owned());
    let condition = field.show_if.as_ref().and_then(|(id, values)| condition(context, id, values));
    match (condition, own) {
        (Some(condition), Some(own)) => Some(condition + " " + &own),
        (condition, own) => condition.or(own),
    }
}

fn condition(context: &Context<'_>, id: &str, values: &[String]) -> Option<String> {
    let say = context.lang.page();
    let other = context.form.fields.iter().find(|field| field.id == id)?;
    let label = context.text(&other.label);
    if other.kind == FieldType::Checkbox {
        return Some(fill(say.only_if_ticked, &[("field", label)]));
    }
    let shown = |value: &String| {
        let option = other.options.iter().find(|(option, _)| option == value);
        option.map_or_else(|| value.clone(), |(_, label)| context.text(label).to_owned())
    };
    let answers = values.iter().map(shown).collect::<Vec<_>>().join(", ");
    Some(fill(say.only_if, &[("field", label), ("answers", &answers)]))
}

fn sessions(context: &Context<'_>) -> Markup {
    let fault = context.fault(&Target::Sessions);
    let open = context.event.agenda.sessions.iter().filter(|session| session.is_open());
    let describedby = fault.as_ref().map(|_| "sessions-fault");
    html! {
        fieldset id=(SESSIONS_ID) tabindex="-1" aria-describedby=[describedby] {
            legend { (context.lang.form().choose) }
            @if let Some(fault) = &fault { p class="fault" id="sessions-fault" { (fault) } }
            @for (index, session) in open.enumerate() {
                div class="check" {
                    @let id = format!("session-{index}");
                    input type="checkbox" id=(id) name="session" value=(session.id)
                        checked[context.filled.submission.sessions.contains(&session.id)];
                    label for=(id) { (context.text(&session.title)) (when(context, session)) }
                }
            }
        }
    }
}

/// The session's time in each of the event's zones.
fn when(context: &Context<'_>, session: &Session) -> Markup {
    let agenda = &context.event.agenda;
    let Some(start) = session.start() else { return Markup::default() };
    let day = agenda.zone.wall_time(start).date();
    let times = agenda.shown_zones.iter().map(|(zone, label)| {
        let wall = zone.wall_time(start);
        let date =
            if wall.date() == day { String::new() } else { full_date(wall.date(), context.lang) + " " };
        format!("{date}{} {}", clock(wall.time(), HourCycle::H23, context.lang), context.text(label))
    });
    html! {
        span class="when" { (full_date(day, context.lang)) ", " (times.collect::<Vec<_>>().join(" · ")) }
    }
}

fn consent_id(index: usize) -> String {
    format!("consent-{index}")
}

fn consent(context: &Context<'_>, index: usize, consent: &Consent) -> Markup {
    let say = context.lang.form();
    let id = consent_id(index);
    let fault = context.fault(&Target::Consent(consent.id.clone()));
    let describedby = fault.as_ref().map(|_| format!("{id}-fault"));
    html! {
        div class={ "field" @if fault.is_some() { " wrong" } } {
            div class="check" {
                input type="checkbox" id=(id) name="consent" value=(consent.id)
                    checked[context.filled.submission.consents.contains(&consent.id)]
                    aria-invalid=[fault.as_ref().map(|_| "true")] aria-describedby=[describedby];
                label for=(id) {
                    (context.text(&consent.text))
                    @if !consent.required { span { " (" (say.optional) ")" } }
                }
            }
            @if let Some(url) = &consent.url { p class="hint" { a href=(url) { (say.read_more) } } }
            @if let Some(fault) = &fault { p class="fault" id={ (id) "-fault" } { (fault) } }
        }
    }
}

fn privacy(context: &Context<'_>, privacy: &Privacy) -> Markup {
    let say = context.lang.form();
    let text = |text: &Option<Text>| text.as_ref().map(|text| context.text(text).to_owned());
    let facts = [
        (say.controller, text(&privacy.controller)),
        (say.purpose, text(&privacy.purpose)),
        (say.retention, text(&privacy.retention)),
        (say.contact, privacy.contact.clone()),
    ];
    html! {
        h2 { (say.privacy) }
        dl {
            @for (name, fact) in facts {
                @if let Some(fact) = fact { dt { (name) } dd { (fact) } }
            }
        }
        @if let Some(notice) = &privacy.notice { p { a href=(notice) { (say.notice) } } }
    }
}
