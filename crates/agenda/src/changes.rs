//! What a newer agenda has that an older one had not.

use crate::event_file::SessionStatus;
use crate::model::{Agenda, Session, When};
use crate::text::Text;

/// What became of a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It was not in the agenda before.
    Added,
    /// It is not in the agenda any more.
    Removed,
    /// It does not take place.
    Cancelled,
    /// It takes place later, nobody knows when.
    Postponed,
    /// It had been cancelled or postponed, and takes place.
    Restored,
    /// Its time changed; this was it before.
    Time(When),
    /// Its venue changed.
    Venue,
    /// Its title changed; this was it before.
    Title(Text),
}

/// A session that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// Its title; the last one, if it was removed.
    pub title: Text,
    /// What became of it.
    pub change: Change,
}

/// What is news in a newer agenda to somebody who knows the older one: in the newer one's order, then what was
/// removed. Of a session that does not take place, nothing else is news.
pub fn changes(older: &Agenda, newer: &Agenda) -> Vec<Changed> {
    let mut all = Vec::new();
    let mut add = |session: &Session, change| {
        all.push(Changed { id: session.id.clone(), title: session.title.clone(), change });
    };
    for session in &newer.sessions {
        let Some(before) = older.session(&session.id) else {
            add(session, Change::Added);
            continue;
        };
        if session.is_off() {
            if session.status != before.status {
                let cancelled = session.status == SessionStatus::Cancelled;
                add(session, if cancelled { Change::Cancelled } else { Change::Postponed });
            }
            continue;
        }
        if before.is_off() {
            add(session, Change::Restored);
        }
        if session.when != before.when {
            add(session, Change::Time(before.when));
        }
        if session.venue != before.venue {
            add(session, Change::Venue);
        }
        if session.title != before.title {
            add(session, Change::Title(before.title.clone()));
        }
    }
    for session in &older.sessions {
        if newer.session(&session.id).is_none() {
            add(session, Change::Removed);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event_file;

    fn agenda(sessions: &str) -> Agenda {
        let text = format!(
            r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
            "venues": [{{"id": "hall", "name": "Hall"}}, {{"id": "net", "name": "Net"}}], "sessions": [{sessions}]}}"#
        );
        let (file, faults) = event_file::parse::<String>(&text);
        assert_eq!(faults, [], "{text}");
        Agenda::try_new(file.unwrap()).0.unwrap()
    }

    fn found(older: &str, newer: &str) -> Vec<(String, Change)> {
        changes(&agenda(older), &agenda(newer)).into_iter().map(|one| (one.id, one.change)).collect()
    }

    const A: &str = r#"{"id": "a", "title": "A", "start": "2027-08-11T09:00", "venue": "hall"}"#;
    const B: &str = r#"{"id": "b", "title": "B", "date": "2027-08-12"}"#;

    #[test]
    fn order_summary_and_links_are_no_news() {
        let rich = A.replace("\"A\",", r#""A", "summary": "S", "links": [{"rel": "slides", "url": "s"}],"#);
        assert_eq!(found(&[A, B].join(","), &[B, &rich].join(",")), []);
    }

    #[test]
    fn sessions_come_and_go() {
        let id = |id: &str| id.to_owned();
        assert_eq!(found(A, &[B, A].join(",")), [(id("b"), Change::Added)]);
        assert_eq!(found(&[A, B].join(","), B), [(id("a"), Change::Removed)]);
        let gone = changes(&agenda(A), &agenda(B));
        assert_eq!(gone[1].title, Text::Plain("A".into()), "what is gone is still named");
    }

    #[test]
    fn each_change_of_a_session_is_told() {
        let newer = A.replace("09:00", "10:30").replace("hall", "net").replace("\"A\"", "\"Z\"");
        let all: Vec<Change> = found(A, &newer).into_iter().map(|(_, change)| change).collect();
        let before = agenda(A).sessions[0].when;
        assert_eq!(all, [Change::Time(before), Change::Venue, Change::Title(Text::Plain("A".into()))]);
    }

    #[test]
    fn what_does_not_take_place_is_all_there_is_to_say() {
        let with =
            |status: &str| A.replace("09:00", "10:30").replace('}', &format!(r#", "status": "{status}"}}"#));
        let all = |older: &str, newer: &str| -> Vec<Change> {
            found(older, newer).into_iter().map(|(_, change)| change).collect()
        };
        assert_eq!(all(A, &with("cancelled")), [Change::Cancelled]);
        assert_eq!(all(A, &with("postponed")), [Change::Postponed]);
        assert_eq!(all(&with("postponed"), &with("cancelled")), [Change::Cancelled]);
        assert_eq!(all(&with("cancelled"), &with("cancelled")), []);
        assert_eq!(all(&with("cancelled"), &with("confirmed")), [Change::Restored]);
        assert_eq!(all(A, &with("rescheduled")), [Change::Time(agenda(A).sessions[0].when)]);
    }
}
