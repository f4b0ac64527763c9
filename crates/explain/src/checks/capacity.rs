//! Seats that some sessions limit and others don't.

use super::scope::{Placed, Scope};
use crate::remark::Remark;
use crate::several::Several;
use huso_agenda::Session;
use huso_registration::format::Choose;

/// Sessions to choose without a limit of seats, where others have one and the event has none.
pub fn no_capacity(scope: &Scope) -> Option<Placed> {
    scope.form.filter(|form| form.outline.choose == Choose::Sessions && form.capacity.is_none())?;
    let open = scope.attended().filter(|session| session.is_open());
    let (limited, unlimited): (Vec<&Session>, Vec<_>) =
        open.partition(|session| session.registration.capacity.is_some());
    let first = unlimited.first().filter(|_| !limited.is_empty())?;
    let sessions: Several = unlimited.iter().map(|session| &session.title).collect();
    let remark = Remark::NoCapacity { sessions, limited: limited.len() };
    Some(scope.on(first, "registration.capacity", remark))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says, session};

    fn form(keys: &str) -> String {
        format!(r#""registration": {{"choose": "sessions"{keys}}},"#)
    }

    #[test]
    fn one_without_a_limit_among_others_is_told() {
        let limited = session(r#", "registration": {"capacity": 20}"#);
        let other = session("").replace("\"id\": \"a\", \"title\": \"A\"", "\"id\": \"b\", \"title\": \"B\"");
        assert_eq!(
            says(&event(&form(""), &[&limited, &other])),
            [
                "sessions[1].registration.capacity note: Its seats are not limited. 1 other session limits them."
            ]
        );
        assert_eq!(says(&event(&form(r#", "capacity": 400"#), &[&limited, &other])), [""; 0]);
        assert_eq!(says(&event(&form(""), &[&other])), [""; 0]);
        let untaken = other.replace("10:00\"", "10:00\", \"registration\": {\"mode\": \"none\"}");
        assert_eq!(says(&event(&form(""), &[&limited, &untaken])), [""; 0]);
    }
}
