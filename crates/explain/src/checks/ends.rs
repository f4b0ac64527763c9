//! When sessions end, and until when they can be chosen.

use super::scope::{Placed, Scope};
use crate::remark::Remark;
use crate::several::Several;
use huso_agenda::{Offsets as _, Session, When};

/// Sessions that don't say when they end.
pub fn no_end(scope: &Scope) -> Option<Placed> {
    let is_endless = |session: &&Session| {
        matches!(session.when, When::Timed { end: None, .. } | When::Floating { end: None, .. })
    };
    let endless: Vec<_> = scope.attended().filter(is_endless).collect();
    let first = endless.first()?;
    let sessions: Several = endless.iter().map(|session| &session.title).collect();
    Some(scope.on(first, "end", Remark::NoEnd(sessions)))
}

/// Sessions that can be chosen after they have begun.
pub fn closes_late(scope: &Scope) -> impl Iterator<Item = Placed> {
    scope
        .attended()
        .filter(|session| session.closes > session.start() && session.start().is_some())
        .filter_map(|session| {
            let start = scope.agenda.zone.wall_time(session.start()?);
            let remark = Remark::ClosesLate { start: start.time(), date: start.date() };
            Some(scope.on(session, "registration.closes", remark))
        })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says, session};

    #[test]
    fn sessions_without_an_end_are_told_together() {
        let one = r#"{"id": "a", "title": "A", "start": "2027-08-11T09:00"}"#;
        let other = r#"{"id": "b", "title": "B", "timezone": "floating", "start": "2027-08-11T10:00"}"#;
        let open = r#"{"id": "c", "title": "C"}, {"id": "d", "title": "D", "date": "2027-08-11"}"#;
        assert_eq!(
            says(&event("", &[one, other, open])),
            [
                "sessions[0].end note: 2 sessions don't say when they end, and calendars give them up to an hour: “A”, “B”."
            ]
        );
        assert!(says(&event("", &[one]))[0].starts_with("sessions[0].end note: It doesn't say when it ends"));
    }

    #[test]
    fn a_session_is_chosen_before_it_begins() {
        let closes = |time: &str| session(&format!(r#", "registration": {{"closes": "2027-08-11T{time}"}}"#));
        assert_eq!(says(&event("", &[&closes("09:00")])), [""; 0]);
        assert_eq!(
            says(&event("", &[&closes("09:30")])),
            [
                "sessions[0].registration.closes note: It can be chosen after it has begun (Wednesday, 11 August, 09:00)."
            ]
        );
    }
}
