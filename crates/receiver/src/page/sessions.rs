//! The sessions to choose.

use super::context::{Context, audience};
use huso_agenda::event_file::SessionMode;
use huso_agenda::zone::Offsets as _;
use huso_agenda::{Instant, Session};
use huso_i18n::Texts as _;
use huso_i18n::labels::{HourCycle, clock, full_date};
use huso_registration::Target;
use huso_registration::controls::{SESSIONS_ID, described_by, fault_id, hint_id};
use huso_registration::sessions::{Availability, availability, takes_registrations};
use huso_registration::wording::{remark, session_limits};
use maud::{Markup, html};

pub(super) fn sessions(context: &Context<'_>) -> Markup {
    let fault = context.fault(&Target::Sessions);
    let limits = session_limits(context.form, context.lang);
    let is_offered = |session: &&Session| {
        takes_registrations(session) && session.registration.mode != Some(SessionMode::Closed)
    };
    let describedby = described_by(SESSIONS_ID, limits.is_some(), fault.is_some());
    html! {
        fieldset id=(SESSIONS_ID) tabindex="-1" aria-describedby=[describedby] {
            legend { (context.lang.form().choose) }
            @if let Some(limits) = limits { p class="hint" id=(hint_id(SESSIONS_ID)) { (limits) } }
            @if let Some(fault) = &fault { p class="fault" id=(fault_id(SESSIONS_ID)) { (fault) } }
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
    let availability = availability(context.form, session, answers, context.filled.now);
    let depends_on_answers = matches!(availability, Availability::Invitation | Availability::OtherAudience);
    let can = availability.is_choosable() || depends_on_answers;
    let remark = remark(availability, context.lang, |opens| moment(context, opens));
    let is_chosen = can && context.filled.submission.sessions.contains(&session.id);
    html! {
        div class="check" {
            input type="checkbox" id=(id) name="session" value=(session.id) checked[is_chosen] disabled[!can];
            label for=(id) {
                (context.text(&session.title))
                @if let Some(remark) = remark { " (" (remark) ")" }
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
