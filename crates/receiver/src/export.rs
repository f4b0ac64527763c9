//! Registrations as a table.

use crate::store::Registration;
use huso_registration::Answer;
use huso_registration::wire::Status;
use std::collections::BTreeSet;

/// CSV (RFC 4180) with a header: one row a registration, one column a field that anybody answered.
/// Lists inside a cell are parted by `; `.
pub fn csv(registrations: &[Registration]) -> String {
    let fields: BTreeSet<&str> =
        registrations.iter().flat_map(|one| one.answers.iter()).map(|(id, _)| id).collect();
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let first = ["event", "submission", "received_at", "status", "sessions", "waitlisted_sessions"];
    let last = ["consents", "language", "timezone"];
    let header = first.into_iter().map(str::to_owned);
    let header = header.chain(fields.iter().map(|id| format!("answer.{id}")));
    let mut rows = vec![header.chain(last.into_iter().map(str::to_owned)).collect::<Vec<_>>()];
    rows.extend(registrations.iter().map(|one| row(one, &fields)));
    for row in rows {
        // Rows are equally long and the writer is a Vec: there is nothing to fail.
        let _ = table.write_record(row.iter().map(|cell| inert(cell)));
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn row(one: &Registration, fields: &BTreeSet<&str>) -> Vec<String> {
    let sessions = |status| {
        let ids = one.sessions.iter().filter(|session| session.status == status);
        ids.map(|session| session.id.as_str()).collect::<Vec<_>>().join("; ")
    };
    let mut row = vec![
        one.event.clone(),
        one.submission.clone(),
        one.received_at.clone(),
        one.status.word().to_owned(),
        sessions(Status::Confirmed),
        sessions(Status::Waitlisted),
    ];
    row.extend(fields.iter().map(|id| match one.answers.get(id) {
        Some(Answer::Text(text)) => text.clone(),
        Some(Answer::Checked(checked)) => checked.to_string(),
        None => String::new(),
    }));
    row.push(one.consents.join("; "));
    row.push(one.language.clone().unwrap_or_default());
    row.push(one.timezone.clone().unwrap_or_default());
    row
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_registration::wire::{Answers, SessionStatus};

    fn registration(answers: &[(&str, Answer)]) -> Registration {
        let mut all = Answers::default();
        answers.iter().for_each(|(id, answer)| all.set((*id).to_owned(), answer.clone()));
        Registration {
            event: "e".into(),
            submission: "s".into(),
            received_at: "2027-01-01T00:00:00.000Z".into(),
            status: Status::Confirmed,
            language: Some("es".into()),
            timezone: None,
            answers: all,
            consents: vec!["data".into(), "news".into()],
            sessions: vec![
                SessionStatus { id: "a".into(), status: Status::Confirmed },
                SessionStatus { id: "b".into(), status: Status::Waitlisted },
            ],
        }
    }

    #[test]
    fn formulas_and_separators_are_harmless() {
        let name = Answer::Text("=HYPERLINK(\"http://x\",\"y\")".into());
        let text =
            csv(&[registration(&[("name", name)]), registration(&[("phone", Answer::Text("+56 2".into()))])]);
        assert_eq!(
            text,
            "event,submission,received_at,status,sessions,waitlisted_sessions,answer.name,answer.phone,consents,language,timezone\r\n\
             e,s,2027-01-01T00:00:00.000Z,confirmed,a,b,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",,data; news,es,\r\n\
             e,s,2027-01-01T00:00:00.000Z,confirmed,a,b,,'+56 2,data; news,es,\r\n"
        );
    }
}
