//! The form as a page, with what was filled in and what is wrong with it.

use super::context::{Context, Filled, audience, hint};
use super::control::{self, control};
use super::layout::layout;
use crate::notice;
use crate::spam::HONEYPOT;
use huso_agenda::event_file::{SessionKind, SessionMode};
use huso_agenda::zone::Offsets as _;
use huso_agenda::{Instant, Lang, Session, Text, link};
use huso_i18n::labels::{HourCycle, clock, full_date};
use huso_i18n::{Texts as _, fill, plural};
use huso_registration::form::{Consent, Field, MINIMUM_AGE};
use huso_registration::format::{Choose, FieldType, LegalBasis, Privacy, Purpose};
use huso_registration::sessions::{Availability, availability};
use huso_registration::validation::is_email;
use huso_registration::{Event, Form, Target};
use maud::{Markup, html};

const SESSIONS_ID: &str = "sessions";

/// The form. It works without JavaScript: every question is there, also those that depend on others.
pub fn form(event: &Event, form: &Form, filled: &Filled<'_>, lang: Lang) -> Markup {
    let context = Context { event, form, filled, lang };
    let say = lang.form();
    let title = context.text(&event.agenda.title);
    let consents: Vec<Consent> = form.consents.iter().cloned().chain(age_gate(&context)).collect();
    let content = html! {
        h1 { (say.title) ": " (title) }
        @if let Some(summary) = &event.agenda.summary { p { (context.text(summary)) } }
        (trouble(&context))
        form method="post" action="registrations" accept-charset="utf-8" {
            (hidden(&context))
            @if form.outline.choose == Choose::Sessions { (sessions(&context)) }
            @for (index, field) in form.fields.iter().enumerate() { (question(&context, index, field)) }
            @if !consents.is_empty() {
                fieldset {
                    legend { (say.consents) }
                    @for (index, one) in consents.iter().enumerate() { (consent(&context, index, one)) }
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
            // The age's box comes after them.
            let consents = &context.form.consents;
            let index = consents.iter().position(|consent| consent.id == *id).unwrap_or(consents.len());
            (consent_id(index), say.consents.to_owned())
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
    let id = control::id(index);
    let fault = context.fault(&Target::Field(field.id.clone()));
    let label = html! {
        (context.text(&field.label))
        @if !field.required && field.kind != FieldType::Checkbox {
            span { " (" (context.lang.form().optional) ")" }
        }
    };
    let help = html! {
        @if let Some(hint) = hint(context, field) { p class="hint" id={ (id) "-hint" } { (hint) } }
        @if let Some(fault) = &fault { p class="fault" id={ (id) "-fault" } { (fault) } }
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

fn sessions(context: &Context<'_>) -> Markup {
    let fault = context.fault(&Target::Sessions);
    let is_offered = |session: &&Session| {
        let mode = session.registration.mode.unwrap_or_default();
        let is_asked = !matches!(mode, SessionMode::Closed | SessionMode::None);
        session.kind == SessionKind::Session && !session.is_off() && is_asked
    };
    let describedby = fault.as_ref().map(|_| "sessions-fault");
    html! {
        fieldset id=(SESSIONS_ID) tabindex="-1" aria-describedby=[describedby] {
            legend { (context.lang.form().choose) }
            @if let Some(fault) = &fault { p class="fault" id="sessions-fault" { (fault) } }
            @for (index, one) in context.event.agenda.sessions.iter().filter(is_offered).enumerate() {
                (session(context, index, one))
            }
        }
    }
}

/// A session to choose. Answers can change whether it may be chosen, and nothing here comes and goes: it
/// can't be ticked only where no answer would help.
fn session(context: &Context<'_>, index: usize, session: &Session) -> Markup {
    let id = format!("session-{index}");
    let answers = &context.filled.submission.answers;
    let say = context.lang.form();
    let (can, state) = match availability(context.form, session, answers, context.filled.now) {
        Availability::Closed => (false, Some(context.lang.widget().session_closed.to_owned())),
        Availability::Full => (false, Some(say.session_full.to_owned())),
        Availability::Before(opens) => {
            (false, Some(fill(say.session_before, &[("when", &moment(context, opens))])))
        }
        Availability::Waitlist => (true, Some(say.session_waitlisted.to_owned())),
        Availability::Invitation => (true, Some(say.session_invitation.to_owned())),
        Availability::Open | Availability::OtherAudience => (true, None),
    };
    let is_chosen = can && context.filled.submission.sessions.contains(&session.id);
    html! {
        div class="check" {
            input type="checkbox" id=(id) name="session" value=(session.id) checked[is_chosen] disabled[!can];
            label for=(id) {
                (context.text(&session.title))
                @if let Some(state) = state { " (" (state) ")" }
                @if let Some(start) = session.start() { span class="when" { (moment(context, start)) } }
                @if let Some(audience) = audience(context, &session.registration.audience) {
                    span class="hint" { (audience) }
                }
            }
        }
    }
}

/// An instant in each of the event's zones.
fn moment(context: &Context<'_>, instant: Instant) -> String {
    let agenda = &context.event.agenda;
    let day = agenda.zone.wall_time(instant).date();
    let times = agenda.shown_zones.iter().map(|(zone, label)| {
        let wall = zone.wall_time(instant);
        let date =
            if wall.date() == day { String::new() } else { full_date(wall.date(), context.locale()) + " " };
        format!("{date}{} {}", clock(wall.time(), HourCycle::H23, context.locale()), context.text(label))
    });
    format!("{}, {}", full_date(day, context.locale()), times.collect::<Vec<_>>().join(" · "))
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

/// The box by which the visitor says that they are old enough.
fn age_gate(context: &Context<'_>) -> Option<Consent> {
    let age = context.form.minimum_age()?.to_string();
    let text = fill(context.lang.form().minimum_age, &[("age", &age)]);
    Some(Consent { id: MINIMUM_AGE.to_owned(), text: Text::Plain(text), required: true, url: None })
}

/// The notice in layers: who, what for and how long; then, folded, the rest; then the way to the full text.
fn privacy(context: &Context<'_>, privacy: &Privacy) -> Markup {
    let (say, page) = (context.lang.form(), context.lang.page());
    let text = |text: &Option<Text>| text.as_ref().map(|text| html! { (context.text(text)) });
    let first = [
        (say.controller, text(&privacy.controller)),
        (say.purpose, text(&privacy.purpose)),
        (say.retention, text(&privacy.retention)),
        (say.rights, privacy.rights.as_deref().map(reach)),
    ];
    let purposes = (!context.form.purposes.is_empty()).then(|| {
        html! { ul { @for one in &context.form.purposes { (purpose(context, one)) } } }
    });
    let rest = [
        (say.address, text(&privacy.address)),
        (say.contact, privacy.contact.as_deref().map(reach)),
        (say.purposes, purposes),
        (say.recipients, text(&privacy.recipients)),
        (say.transfers, text(&privacy.transfers)),
    ];
    let list = |facts: &[(&'static str, Option<Markup>)]| {
        html! { dl { @for (name, fact) in facts { @if let Some(fact) = fact { dt { (name) } dd { (fact) } } } } }
    };
    html! {
        h2 { (say.privacy) }
        (list(&first))
        @if rest.iter().any(|(_, fact)| fact.is_some()) { details { summary { (page.more) } (list(&rest)) } }
        @if let Some(notice) = &privacy.notice { p { a href=(notice) { (say.notice) } } }
    }
}

/// A use of the answers that is told, not asked, and what allows it.
fn purpose(context: &Context<'_>, purpose: &Purpose) -> Markup {
    let page = context.lang.page();
    let basis = match purpose.legal_basis.unwrap_or_default() {
        // Those are boxes.
        LegalBasis::Consent => None,
        LegalBasis::Contract => Some(page.basis_contract),
        LegalBasis::Law => Some(page.basis_law),
        LegalBasis::PublicTask => Some(page.basis_public_task),
        LegalBasis::LegitimateInterest => Some(page.basis_legitimate_interest),
    };
    html! {
        li {
            (context.text(&purpose.text))
            @if let Some(basis) = basis { " (" (basis) ")" }
            @if let Some(url) = &purpose.url { " " a href=(url) { (context.lang.form().read_more) } }
        }
    }
}

/// How to reach somebody: a link where it is a page or an e-mail address.
fn reach(text: &str) -> Markup {
    let address = if link::is_absolute(text) && link::is_web(text) {
        Some(text.to_owned())
    } else {
        is_email(text).then(|| format!("mailto:{text}"))
    };
    match address {
        Some(address) => html! { a href=(address) rel="noreferrer" { (text) } },
        None => html! { (text) },
    }
}
