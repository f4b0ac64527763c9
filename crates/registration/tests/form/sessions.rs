//! Which sessions can be chosen.

use crate::made::{at, event, fair, lines, many, submission, text};
use huso_registration::sessions::{Availability, availability, clashes};
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::{SeatsLeft, SeatsState};
use huso_registration::{Answer, Event, FaultCode, Target};
use serde_json::json;

#[test]
fn what_can_be_chosen_depends_on_mode_time_audience_and_invitation() {
    let (agenda, form) = fair();
    let can = |answers: &[(&str, Answer)], now: &str| {
        let answers = submission(answers, &[]).answers;
        agenda
            .sessions
            .iter()
            .map(|one| (one.id.as_str(), availability(&form, one, &answers, at(now))))
            .collect::<Vec<_>>()
    };
    let opens = at("2027-08-01T14:00");
    assert_eq!(
        can(&[], "2027-07-15T00:00"),
        [
            ("open", Availability::Open),
            ("list", Availability::Waitlist),
            ("full", Availability::Full),
            ("closed", Availability::Closed),
            ("vip", Availability::Invitation),
            ("inbound", Availability::OtherAudience),
            ("soon", Availability::Before(opens)),
            ("late", Availability::Closed),
            ("off", Availability::Closed),
            ("pause", Availability::Closed),
        ]
    );
    let invited = can(&[("who", many(&["inbound"])), ("code", text("x"))], "2027-08-01T14:00");
    let open: Vec<_> = invited.iter().filter(|(_, can)| can.is_choosable()).map(|(id, _)| *id).collect();
    assert_eq!(open, ["open", "list", "vip", "inbound", "soon"]);
    assert!(!can(&[("code", text(" "))], "2027-07-15T00:00").contains(&("vip", Availability::Open)));
}

/// Kind of fault: a form is filled for a session that has no seat, or seats open what the event file keeps closed.
#[test]
fn seats_close_what_is_open_and_open_nothing() {
    use Availability::{Closed, Full, Invitation, Open, OtherAudience, Waitlist};
    let given = |availability: Availability, state| availability.given(Some(SeatsLeft { state, left: None }));
    for (state, open, list) in [
        (SeatsState::Free, Open, Waitlist),
        (SeatsState::Few, Open, Waitlist),
        (SeatsState::Waitlist, Waitlist, Waitlist),
        (SeatsState::Full, Full, Full),
    ] {
        assert_eq!((given(Open, state), given(Waitlist, state)), (open, list), "{state:?}");
        for kept in [Closed, Full, Invitation, OtherAudience] {
            assert_eq!(given(kept, state), kept, "{state:?}");
        }
    }
    assert_eq!(Open.given(None), Open);
}

#[test]
fn the_choice_has_limits_and_reasons() {
    let (agenda, form) = fair();
    let wrong = |sessions: &[&str], now: &str| {
        let mut sent = submission(&[("who", many(&["outbound"]))], sessions);
        normalize(&form, &mut sent);
        let faults = validate(&form, &agenda, &sent, at(now));
        faults.first().map(|fault| (fault.target.clone(), fault.code.word()))
    };
    let july = "2027-07-15T00:00";
    assert_eq!(wrong(&["open", "list"], july), None);
    assert_eq!(wrong(&["open", "open"], july), Some((Target::Sessions, "too_few_sessions")));
    assert_eq!(wrong(&["open", "full"], july), Some((Target::Sessions, "session_full")));
    assert_eq!(wrong(&["open", "vip"], july), Some((Target::Sessions, "session_not_yours")));
    assert_eq!(wrong(&["open", "inbound"], july), Some((Target::Sessions, "session_not_yours")));
    assert_eq!(wrong(&["open", "soon"], july), Some((Target::Sessions, "session_closed")));
    assert_eq!(wrong(&["open", "gone"], july), Some((Target::Sessions, "unknown_session")));
    let june = "2027-06-15T00:00";
    assert_eq!(wrong(&["open", "list", "late"], june), None);
    let (agenda, mut form) = fair();
    form.max_sessions = Some(2);
    let faults = validate(&form, &agenda, &submission(&[], &["late", "list", "open"]), at(june));
    assert_eq!(faults[0].code, FaultCode::TooManySessions(2));
    // Nobody can be asked for more sessions than are open to them.
    form.min_sessions = 9;
    let faults = validate(&form, &agenda, &submission(&[], &["list", "open"]), at(july));
    assert_eq!(faults, []);
}

#[test]
fn clashes_are_found_by_instant() {
    let (agenda, _) = event(
        json!({}),
        json!([
            {"id": "chile", "title": "c", "start": "2027-08-10T10:00", "end": "2027-08-10T11:00", "timezone": "America/Santiago"},
            {"id": "mexico", "title": "m", "start": "2027-08-10T08:30", "end": "2027-08-10T09:30", "timezone": "America/Mexico_City"},
            {"id": "next", "title": "n", "start": "2027-08-10T10:30", "end": "2027-08-10T11:00"},
            {"id": "night", "title": "n", "start": "2027-08-10T23:00", "end": "2027-08-11T01:00"},
            {"id": "midnight", "title": "m", "start": "2027-08-11T00:30"},
            {"id": "same", "title": "s", "start": "2027-08-11T00:30"},
            {"id": "after", "title": "a", "start": "2027-08-11T01:00"},
            {"id": "off", "title": "o", "start": "2027-08-11T00:30", "status": "cancelled"},
            {"id": "day", "title": "d", "date": "2027-08-10"},
            {"id": "open", "title": "o"},
        ]),
    );
    let all: Vec<String> = agenda.sessions.iter().map(|session| session.id.clone()).collect();
    let found: Vec<_> = clashes(&agenda, &all)
        .into_iter()
        .map(|clash| (clash.first.id.as_str(), clash.second.id.as_str(), clash.from, clash.to))
        .collect();
    let night = at("2027-08-11T05:30");
    assert_eq!(
        found,
        [
            ("chile", "mexico", at("2027-08-10T14:30"), at("2027-08-10T15:00")),
            ("night", "midnight", night, night),
            ("night", "same", night, night),
            ("midnight", "same", night, night),
        ]
    );
    assert_eq!(clashes(&agenda, &["chile".into(), "next".into()]), []);
}

#[test]
fn appointments_are_sessions_with_one_seat() {
    let (event, faults) = Event::parse(include_str!("../../../../examples/appointments.json"));
    assert_eq!(lines(&faults), Vec::<String>::new());
    let event = event.unwrap();
    let length = |session: &huso_agenda::Session| Some((session.end()? - session.start()?).num_minutes());
    assert!(
        event
            .agenda
            .sessions
            .iter()
            .all(|one| one.registration.capacity == Some(1) && length(one) == Some(25))
    );
    let chosen = ["coffee-0900", "coffee-0930", "textiles-0930"].map(str::to_owned);
    let found: Vec<_> = clashes(&event.agenda, &chosen)
        .iter()
        .map(|clash| (clash.first.id.clone(), clash.second.id.clone()))
        .collect();
    assert_eq!(found, [("coffee-0930".to_owned(), "textiles-0930".to_owned())]);
}
