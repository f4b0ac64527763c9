//! A registration, for tests.

use crate::store::Registration;
use huso_registration::Answer;
use huso_registration::wire::{Answers, SessionStatus, Status};

/// Of somebody who has a seat in `a` and waits for one in `b`.
pub(super) fn registration(answers: &[(&str, Answer)]) -> Registration {
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
        notice: None,
        sessions: vec![
            SessionStatus { id: "a".into(), status: Status::Confirmed },
            SessionStatus { id: "b".into(), status: Status::Waitlisted },
        ],
        email: None,
        person: String::new(),
        waits_for_event: false,
        fingerprint: None,
        tokens: String::new(),
        origin: None,
        invitation: None,
        suspect: Some("too_fast".into()),
        cancelled_at: None,
        erased_at: None,
    }
}
