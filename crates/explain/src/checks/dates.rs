//! Whether anything is still to come.

use super::scope::{Placed, Scope};
use crate::remark::Remark;
use huso_agenda::event_file::LinkRel;
use huso_agenda::phase::{last_day, over_at};
use huso_agenda::{Offsets as _, Session};

/// An event that is over, unless it already shows what came of it.
pub fn all_past(scope: &Scope) -> Option<Placed> {
    let agenda = scope.agenda;
    let over = over_at(agenda).filter(|over| *over <= scope.now);
    let came_of_it = |session: &Session| {
        session
            .links
            .iter()
            .any(|link| matches!(link.rel, LinkRel::Recording | LinkRel::Slides | LinkRel::Report))
    };
    let last = agenda.sessions.iter().rfind(|session| session.day.is_some() && !session.is_off())?;
    let remark = Remark::AllPast { last: last_day(agenda)?, today: agenda.zone.wall_time(scope.now).date() };
    let key = if last.start().is_some() { "start" } else { "date" };
    (over.is_some() && !agenda.sessions.iter().any(came_of_it)).then(|| scope.on(last, key, remark))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says, session};

    #[test]
    fn an_event_that_is_over_says_so_unless_it_shows_what_came_of_it() {
        let over = session("").replace("2027", "2026");
        assert_eq!(
            says(&event("", &[&over])),
            ["sessions[0].start note: All dates have passed: the last is Tuesday, 11 August 2026."]
        );
        let links = session(r#", "links": [{"rel": "recording", "url": "https://www.example.org/v"}]"#)
            .replace("2027", "2026");
        assert_eq!(says(&event("", &[&links])), [""; 0]);
        let other = session("").replace("\"id\": \"a\"", "\"id\": \"b\"");
        assert_eq!(says(&event("", &[&over, &other])), [""; 0]);
    }
}
