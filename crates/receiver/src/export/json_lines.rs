//! Registrations for programs: JSON Lines, one object a line.

use super::table::status;
use crate::store::{Registration, SetAside};
use huso_agenda::printable::is_obeyed;
use huso_registration::wire::{Answers, NoticeReceipt, SessionStatus};
use serde::Serialize;

/// What the table says, with answers as they were sent.
#[derive(Serialize)]
struct Line<'a> {
    event: &'a str,
    submission: &'a str,
    received_at: &'a str,
    /// `confirmed`, `waitlisted`, `cancelled` or `erased`.
    status: &'static str,
    sessions: &'a [SessionStatus],
    answers: &'a Answers,
    consents: &'a [String],
    notice: Option<&'a NoticeReceipt>,
    language: Option<&'a str>,
    timezone: Option<&'a str>,
    suspect: Option<&'a str>,
    cancelled_at: Option<&'a str>,
    erased_at: Option<&'a str>,
}

#[derive(Serialize)]
struct SetAsideLine<'a> {
    reason: &'static str,
    #[serde(flatten)]
    registration: Line<'a>,
    told: &'static str,
}

impl<'a> Line<'a> {
    fn of(one: &'a Registration) -> Self {
        let is_off = one.cancelled_at.is_some();
        Self {
            event: &one.event,
            submission: &one.submission,
            received_at: &one.received_at,
            status: status(one),
            // Who cancelled holds none.
            sessions: if is_off { &[] } else { &one.sessions },
            answers: &one.answers,
            consents: &one.consents,
            notice: one.notice.as_ref(),
            language: one.language.as_deref(),
            timezone: one.timezone.as_deref(),
            suspect: one.suspect.as_deref(),
            cancelled_at: one.cancelled_at.as_deref(),
            erased_at: one.erased_at.as_deref(),
        }
    }
}

/// Registrations as JSON Lines. Nothing in them is obeyed by a terminal: it is written as `\u001b`.
///
/// # Errors
/// None for what the store reads.
pub fn registrations(all: &[Registration]) -> serde_json::Result<String> {
    all.iter().map(|one| line(&Line::of(one))).collect()
}

/// What was set aside, with the reason and what it was told.
///
/// # Errors
/// None for what the store reads.
pub fn set_aside(all: &[SetAside]) -> serde_json::Result<String> {
    let set_aside = |SetAside { reason, registration }: &SetAside| {
        let told = registration.status.word();
        line(&SetAsideLine { reason: reason.word(), registration: Line::of(registration), told })
    };
    all.iter().map(set_aside).collect()
}

fn line(one: &impl Serialize) -> serde_json::Result<String> {
    let mut out = String::new();
    // JSON escapes what is below U+0020 itself; the others can stand in strings only.
    for c in serde_json::to_string(one)?.chars() {
        match is_obeyed(c) {
            true => out += &format!("\\u{:04x}", u32::from(c)),
            false => out.push(c),
        }
    }
    out.push('\n');
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example::registration;
    use crate::store::Reason;
    use huso_registration::Answer;
    use serde_json::{Value, json};

    #[test]
    fn one_object_a_line_with_answers_as_they_were_sent() {
        let many = Answer::Many(vec!["cl".into(), "=pe".into()]);
        let text = registrations(&[
            registration(&[("markets", many), ("news", Answer::Checked(true))]),
            Registration { cancelled_at: Some("2027-02-01T00:00:00.000Z".into()), ..registration(&[]) },
        ])
        .unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(
            lines[0],
            json!({
                "event": "e", "submission": "s", "received_at": "2027-01-01T00:00:00.000Z", "status": "confirmed",
                "sessions": [{"id": "a", "status": "confirmed"}, {"id": "b", "status": "waitlisted"}],
                "answers": {"markets": ["cl", "=pe"], "news": true}, "consents": ["data", "news"], "notice": null,
                "language": "es", "timezone": null, "suspect": "too_fast", "cancelled_at": null, "erased_at": null
            })
        );
        assert_eq!((&lines[1]["status"], &lines[1]["sessions"]), (&json!("cancelled"), &json!([])));
    }

    #[test]
    fn what_was_set_aside_says_why_and_what_it_was_told() {
        let text =
            set_aside(&[SetAside { reason: Reason::Duplicate, registration: registration(&[]) }]).unwrap();
        let line: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            [&line["reason"], &line["told"], &line["event"]],
            ["duplicate", "confirmed", "e"].map(Value::from).each_ref()
        );
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped_and_read_back() {
        let name = "a\u{1b}[2J\u{9b}2J\u{7f}\r\n\u{202e}\u{2028}ñ";
        let text = registrations(&[registration(&[("name", Answer::Text(name.into()))])]).unwrap();
        assert!(!text.trim_end().contains(is_obeyed), "{text:?}");
        assert_eq!(text.lines().count(), 1);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["answers"]["name"], name);
    }
}
