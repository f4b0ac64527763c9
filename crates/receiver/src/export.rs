//! Registrations as a table.

use crate::store::{Registration, SetAside};
use huso_registration::Answer;
use huso_registration::wire::Status;
use std::collections::BTreeSet;

const FIRST: [&str; 6] = ["event", "submission", "received_at", "status", "sessions", "waitlisted_sessions"];
const LAST: [&str; 5] = ["consents", "language", "timezone", "suspect", "cancelled_at"];

/// CSV (RFC 4180) with a header: one row a registration, one column a field that anybody answered.
/// Lists inside a cell are parted by `; `. Who cancelled has the status `cancelled` and no sessions.
pub fn registrations(all: &[Registration]) -> String {
    let fields = fields(all.iter());
    table(header(&fields), all.iter().map(|one| row(one, &fields)))
}

/// The same of what was set aside, with the reason in the first column.
pub fn set_aside(all: &[SetAside]) -> String {
    let fields = fields(all.iter().map(|aside| &aside.registration));
    let with_reason = |reason: &str, cells: Vec<String>| [vec![reason.to_owned()], cells].concat();
    let rows = all.iter().map(|aside| with_reason(aside.reason.word(), row(&aside.registration, &fields)));
    table(with_reason("reason", header(&fields)), rows)
}

fn fields<'a>(all: impl Iterator<Item = &'a Registration>) -> BTreeSet<&'a str> {
    all.flat_map(|one| one.answers.iter()).map(|(id, _)| id).collect()
}

fn header(fields: &BTreeSet<&str>) -> Vec<String> {
    let answers = fields.iter().map(|id| format!("answer.{id}"));
    FIRST.into_iter().map(str::to_owned).chain(answers).chain(LAST.into_iter().map(str::to_owned)).collect()
}

fn table(header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        // Rows are equally long and the writer is a Vec: there is nothing to fail.
        let _ = table.write_record(row.iter().map(|cell| inert(cell)));
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn row(one: &Registration, fields: &BTreeSet<&str>) -> Vec<String> {
    let is_off = one.cancelled_at.is_some();
    let sessions = |status| {
        let ids = one.sessions.iter().filter(|session| session.status == status && !is_off);
        ids.map(|session| session.id.as_str()).collect::<Vec<_>>().join("; ")
    };
    let mut row = vec![
        one.event.clone(),
        one.submission.clone(),
        one.received_at.clone(),
        if is_off { "cancelled" } else { one.status.word() }.to_owned(),
        sessions(Status::Confirmed),
        sessions(Status::Waitlisted),
    ];
    row.extend(fields.iter().map(|id| match one.answers.get(id) {
        Some(Answer::Text(text)) => text.clone(),
        Some(Answer::Checked(checked)) => checked.to_string(),
        Some(Answer::Many(values)) => values.join("; "),
        Some(Answer::File(file)) => file.name.clone(),
        None => String::new(),
    }));
    row.push(one.consents.join("; "));
    let optional = [&one.language, &one.timezone, &one.suspect, &one.cancelled_at];
    row.extend(optional.into_iter().map(|cell| cell.clone().unwrap_or_default()));
    row
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Reason;
    use huso_registration::wire::{Answers, FileInfo, SessionStatus};

    fn registration(answers: &[(&str, Answer)]) -> Registration {
        let mut all = Answers::default();
        answers.iter().for_each(|(id, answer)| all.set((*id).to_owned(), answer.clone()));
        Registration {
            id: 1,
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
            email: None,
            suspect: Some("too_fast".into()),
            cancelled_at: None,
        }
    }

    #[test]
    fn who_cancelled_holds_nothing() {
        let cancelled_at = Some("2027-02-01T00:00:00.000Z".to_owned());
        let text = registrations(&[Registration { cancelled_at, ..registration(&[]) }]);
        assert!(text.contains(",cancelled,,,data; news,es,,too_fast,2027-02-01T00:00:00.000Z\r\n"), "{text}");
    }

    #[test]
    fn what_was_set_aside_says_why() {
        let text = set_aside(&[SetAside { reason: Reason::Duplicate, registration: registration(&[]) }]);
        let (header, row) = text.split_once("\r\n").unwrap();
        assert!(header.starts_with("reason,event,submission,"), "{header}");
        assert!(row.starts_with("duplicate,e,s,"), "{row}");
    }

    #[test]
    fn several_answers_share_a_cell() {
        let many = Answer::Many(vec!["cl".into(), "pe".into()]);
        let file = FileInfo { name: "cv.pdf".into(), size: 1_024, r#type: None };
        let text = registrations(&[registration(&[("cv", Answer::File(file)), ("markets", many)])]);
        assert!(text.contains("answer.cv,answer.markets,") && text.contains(",cv.pdf,cl; pe,"), "{text}");
    }

    #[test]
    fn formulas_and_separators_are_harmless() {
        let name = Answer::Text("=HYPERLINK(\"http://x\",\"y\")".into());
        let text = registrations(&[
            registration(&[("name", name)]),
            registration(&[("phone", Answer::Text("+56 2".into()))]),
        ]);
        assert_eq!(
            text,
            "event,submission,received_at,status,sessions,waitlisted_sessions,answer.name,answer.phone,consents,language,timezone,suspect,cancelled_at\r\n\
             e,s,2027-01-01T00:00:00.000Z,confirmed,a,b,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",,data; news,es,,too_fast,\r\n\
             e,s,2027-01-01T00:00:00.000Z,confirmed,a,b,,'+56 2,data; news,es,,too_fast,\r\n"
        );
    }
}
