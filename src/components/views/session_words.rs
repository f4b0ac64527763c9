//! What is said of a session in a few words.

use crate::components::agenda::RowState;
use crate::context::LocaleContext;
use huso_agenda::event_file::SessionStatus;
use huso_agenda::{Phase, Session};
use huso_i18n::Texts as _;

/// That it does not take place as it was announced.
pub fn status(session: &Session, locale: LocaleContext) -> Option<&'static str> {
    let texts = locale.lang.widget();
    Some(match session.status {
        SessionStatus::Confirmed => return None,
        SessionStatus::Tentative => texts.tentative,
        SessionStatus::Cancelled => texts.cancelled,
        SessionStatus::Postponed => texts.postponed,
        SessionStatus::Rescheduled => texts.rescheduled,
    })
}

/// Whether it is under way or over, and whether it is chosen: spoken after its times.
pub fn standing(state: &RowState, locale: LocaleContext) -> Vec<&'static str> {
    let live = locale.lang.live();
    let phase = match state.phase {
        Some(Phase::Now(_)) => Some(live.now),
        Some(Phase::Ended) => Some(live.ended),
        Some(Phase::Soon(_) | Phase::Upcoming) | None => None,
    };
    let chosen = is_mine(state).then_some(locale.lang.widget().added);
    phase.into_iter().chain(chosen).collect()
}

/// Whether the visitor chose it, or keeps it in the plan.
pub fn is_mine(state: &RowState) -> bool {
    state.is_chosen == Some(true) || state.is_in_plan == Some(true)
}
