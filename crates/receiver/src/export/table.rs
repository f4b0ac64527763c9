//! Registrations as a table, whatever it is written as.

use crate::store::{PastPromotion, Registration, SetAside};
use huso_registration::Answer;
use huso_registration::wire::Status;
use std::collections::BTreeSet;

const FIRST: [&str; 6] = ["event", "submission", "received_at", "status", "sessions", "waitlisted_sessions"];
const LAST: [&str; 7] =
    ["notice_version", "notice_at", "notice_language", "language", "timezone", "suspect", "cancelled_at"];

/// Cells as they are meant, in rows that are as long as the header. One row a registration, one column a field
/// that anybody answered and one a consent that anybody was asked for. Lists inside a cell are parted by `; `. Who
/// cancelled has the status `cancelled` and no sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub(super) name: &'static str,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// Registrations.
    pub fn registrations(all: &[Registration]) -> Self {
        let columns = Columns::of(all.iter());
        let rows = all.iter().map(|one| columns.row(one)).collect();
        Self { name: "Registrations", header: columns.header(), rows }
    }

    /// What was set aside: the same, with the reason in the first column and what it was told in the last.
    pub fn set_aside(all: &[SetAside]) -> Self {
        let columns = Columns::of(all.iter().map(|aside| &aside.registration));
        let around = |reason: &str, cells: Vec<String>, told: &str| {
            [vec![reason.to_owned()], cells, vec![told.to_owned()]].concat()
        };
        let row = |SetAside { reason, registration }: &SetAside| {
            around(reason.word(), columns.row(registration), registration.status.word())
        };
        let rows = all.iter().map(row).collect();
        Self { name: "Set aside", header: around("reason", columns.header(), "told"), rows }
    }

    /// Who moved up: one row a promotion.
    pub fn promotions(all: &[PastPromotion]) -> Self {
        let header =
            ["promoted_at", "event", "submission", "email", "name", "language", "status", "sessions"];
        let row = |one: &PastPromotion| {
            vec![
                one.promoted_at.clone(),
                one.event.clone(),
                one.submission.clone(),
                one.email.clone().unwrap_or_default(),
                one.name.clone(),
                one.language.clone().unwrap_or_default(),
                one.status.clone(),
                one.sessions.join("; "),
            ]
        };
        Self {
            name: "Promotions",
            header: header.map(str::to_owned).to_vec(),
            rows: all.iter().map(row).collect(),
        }
    }
}

/// The columns that not every table has.
struct Columns<'a> {
    /// Ids of fields.
    fields: BTreeSet<&'a str>,
    /// Ids of consents.
    consents: BTreeSet<&'a str>,
}

impl<'a> Columns<'a> {
    fn of(all: impl Iterator<Item = &'a Registration>) -> Self {
        let mut columns = Self { fields: BTreeSet::new(), consents: BTreeSet::new() };
        for one in all {
            columns.fields.extend(one.answers.iter().map(|(id, _)| id));
            columns.consents.extend(one.consents.iter().map(String::as_str));
            columns
                .consents
                .extend(one.notice.iter().flat_map(|notice| notice.consents.iter()).map(|(id, _)| id));
        }
        columns
    }

    fn header(&self) -> Vec<String> {
        let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let answers = self.fields.iter().map(|id| format!("answer.{id}")).collect();
        let consents = self.consents.iter().map(|id| format!("consent.{id}")).collect();
        [named(&FIRST), answers, named(&["consents"]), consents, named(&LAST)].concat()
    }

    fn row(&self, one: &Registration) -> Vec<String> {
        let is_off = one.cancelled_at.is_some();
        let sessions = |status| {
            let ids = one.sessions.iter().filter(|session| session.status == status && !is_off);
            ids.map(|session| session.id.as_str()).collect::<Vec<_>>().join("; ")
        };
        let mut row = vec![
            one.event.clone(),
            one.submission.clone(),
            one.received_at.clone(),
            status(one).to_owned(),
            sessions(Status::Confirmed),
            sessions(Status::Waitlisted),
        ];
        row.extend(self.fields.iter().map(|id| one.answers.get(id).map(answer).unwrap_or_default()));
        row.push(one.consents.join("; "));
        row.extend(self.consents.iter().map(|id| consent(one, id).to_owned()));
        let notice = one.notice.as_ref();
        let notice = notice.map(|notice| [&notice.version, &notice.at, &notice.language].map(String::clone));
        row.extend(notice.unwrap_or_default());
        let optional = [&one.language, &one.timezone, &one.suspect, &one.cancelled_at];
        row.extend(optional.into_iter().map(|cell| cell.clone().unwrap_or_default()));
        row
    }
}

/// How a registration stands.
pub(super) fn status(one: &Registration) -> &'static str {
    match (&one.erased_at, &one.cancelled_at) {
        (Some(_), _) => "erased",
        (None, Some(_)) => "cancelled",
        (None, None) => one.status.word(),
    }
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Checked(checked) => checked.to_string(),
        Answer::Many(values) => values.join("; "),
        Answer::File(file) => format!("{} ({} B)", file.name, file.size),
    }
}

/// Whether a consent was given; nothing where it wasn't asked for.
fn consent(one: &Registration, id: &str) -> &'static str {
    let is_asked = || one.notice.as_ref().is_some_and(|notice| notice.consents.get(id).is_some());
    match one.consents.iter().any(|given| given == id) {
        true => "true",
        false if is_asked() => "false",
        false => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::registration;
    use super::super::{registrations, set_aside};
    use super::*;
    use crate::store::Reason;
    use huso_registration::wire::{Answers, FileInfo, NoticeReceipt};

    #[test]
    fn who_cancelled_holds_nothing() {
        let cancelled_at = Some("2027-02-01T00:00:00.000Z".to_owned());
        let text = registrations(&[Registration { cancelled_at, ..registration(&[]) }]);
        assert!(
            text.contains(",cancelled,,,data; news,true,true,,,,es,,too_fast,2027-02-01T00:00:00.000Z\r\n"),
            "{text}"
        );
    }

    #[test]
    fn what_was_set_aside_says_why_and_what_it_was_told() {
        let text = set_aside(&[SetAside { reason: Reason::Duplicate, registration: registration(&[]) }]);
        let (header, row) = text.split_once("\r\n").unwrap();
        assert!(header.starts_with("reason,event,submission,"), "{header}");
        assert!(row.starts_with("duplicate,e,s,"), "{row}");
        assert!(header.ends_with(",cancelled_at,told") && row.ends_with(",,confirmed\r\n"), "{text}");
    }

    #[test]
    fn consents_have_columns_and_what_was_told_stands_beside_them() {
        let mut consents = Answers::default();
        consents.set("data".into(), Answer::Checked(true));
        consents.set("photos".into(), Answer::Checked(false));
        let notice = NoticeReceipt {
            version: "2027-01".into(),
            at: "2027-01-01T00:00:01.000Z".into(),
            language: "pt".into(),
            consents,
        };
        let text = registrations(&[
            Registration { notice: Some(notice), consents: vec!["data".into()], ..registration(&[]) },
            registration(&[]),
        ]);
        let lines: Vec<&str> = text.lines().collect();
        assert!(
            lines[0].contains(
                ",consents,consent.data,consent.news,consent.photos,notice_version,notice_at,notice_language,"
            ),
            "{text}"
        );
        assert!(lines[1].contains(",data,true,,false,2027-01,2027-01-01T00:00:01.000Z,pt,es,"), "{text}");
        assert!(lines[2].contains(",data; news,true,true,,,,,es,"), "{text}");
    }

    #[test]
    fn several_answers_share_a_cell() {
        let many = Answer::Many(vec!["cl".into(), "pe".into()]);
        let file = FileInfo { name: "cv.pdf".into(), size: 1_024, r#type: None };
        let text = registrations(&[registration(&[("cv", Answer::File(file)), ("markets", many)])]);
        assert!(
            text.contains("answer.cv,answer.markets,") && text.contains(",cv.pdf (1024 B),cl; pe,"),
            "{text}"
        );
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
            "event,submission,received_at,status,sessions,waitlisted_sessions,answer.name,answer.phone,consents,consent.data,consent.news,notice_version,notice_at,notice_language,language,timezone,suspect,cancelled_at\r\n\
             e,s,2027-01-01T00:00:00.000Z,confirmed,a,b,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",,data; news,true,true,,,,es,,too_fast,\r\n\
             e,s,2027-01-01T00:00:00.000Z,confirmed,a,b,,'+56 2,data; news,true,true,,,,es,,too_fast,\r\n"
        );
    }
}
