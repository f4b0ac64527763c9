//! A choice of sessions.

use huso_agenda::Instant;
use huso_registration::format::Choose;
use huso_registration::sessions::availability;
use huso_registration::wire::Answers;
use huso_registration::{Event, Form};

/// Ids of as few sessions as may be chosen, of those that somebody with these answers can choose at a moment. None where one
/// registers for the whole event.
pub fn sessions(event: &Event, form: &Form, answers: &Answers, now: Instant) -> Vec<String> {
    if form.outline.choose != Choose::Sessions {
        return Vec::new();
    }
    let fewest = usize::try_from(form.min_sessions.max(1)).unwrap_or(1);
    let is_choosable = |session: &&_| availability(form, session, answers, now).is_choosable();
    let open = event.agenda.sessions.iter().filter(is_choosable);
    open.take(fewest).map(|session| session.id.clone()).collect()
}
