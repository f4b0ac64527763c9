//! Seats, and those who wait for one.

use crate::receiver::{Kind, PATH, Receiver, changed_event, june, submission};
use axum::http::StatusCode;
use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_receiver::store::{Cancellation, Capacities, Extent};
use huso_registration::wire::Status;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicI64, Ordering};

async fn the_last_seat_goes_to_the_first(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    receiver.post(submission("one")).await;
    let (status, second) = receiver.post(submission("two")).await;
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(second["status"], "confirmed");
    assert_eq!(
        second["sessions"],
        json!([{"id": "a", "status": "waitlisted"}, {"id": "b", "status": "confirmed"}])
    );
    let mut third = submission("three");
    third["sessions"] = json!(["a"]);
    assert_eq!(receiver.post(third).await.1["status"], "waitlisted");
}

async fn of_simultaneous_forms_for_one_seat_one_gets_it(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 1, "choose": "event"}), june).await;
    let answers = receiver.post_at_once((0..30).map(|n| submission(&format!("s{n}")))).await;
    for answer in answers {
        assert_eq!(answer, StatusCode::CREATED);
    }
    let all = receiver.store.registrations(None).await.unwrap();
    let confirmed: Vec<_> = all.iter().filter(|one| one.status == Status::Confirmed).collect();
    assert_eq!((all.len(), confirmed.len()), (30, 1));
    assert_eq!(confirmed[0].submission, all[0].submission, "the first that came");
    assert!(all.iter().all(|one| one.sessions.is_empty()), "one registers for the event, not for sessions");
}

async fn of_200_for_the_last_seat_the_first_gets_it_and_the_others_wait_in_line(kind: Kind) {
    /// A millisecond later each time.
    fn ticking() -> Instant {
        static TICKS: AtomicI64 = AtomicI64::new(0);
        june() + TimeDelta::milliseconds(TICKS.fetch_add(1, Ordering::Relaxed))
    }
    let receiver = Receiver::with(kind, json!({"capacity": 1, "choose": "event"}), ticking).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = receiver.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let sent: Vec<_> = (0..200)
        .map(|n| tokio::spawn(async move { post_by_tcp(address, &submission(&format!("s{n}"))).await }))
        .collect();
    let mut answered = std::collections::HashMap::new();
    for answer in sent {
        let (status, receipt) = answer.await.unwrap();
        assert_eq!(status, 201, "{receipt}");
        let id = receipt["submission"].as_str().unwrap().to_owned();
        answered.insert(id, receipt["status"].as_str().unwrap().to_owned());
    }
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!((all.len(), answered.len()), (200, 200));
    // Rows are in the order in which they came; each was told what is stored.
    let stored: Vec<_> = all.iter().map(|one| one.status.word()).collect();
    assert_eq!(stored[0], "confirmed");
    assert!(stored[1..].iter().all(|status| *status == "waitlisted"), "{stored:?}");
    assert!(all.iter().all(|one| answered[&one.submission] == one.status.word()));
    assert!(all.windows(2).all(|pair| pair[0].received_at < pair[1].received_at));

    // Whoever is first in line moves up, one by one.
    for pair in all[..5].windows(2) {
        assert_eq!(receiver.cancel(&pair[0].submission).await, [pair[1].submission.clone()]);
    }
    assert_eq!(receiver.seats().await.iter().filter(|(_, confirmed, _)| *confirmed).count(), 1);
}

async fn post_by_tcp(address: std::net::SocketAddr, body: &Value) -> (u16, Value) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let body = body.to_string();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let length = body.len();
    let request = format!(
        "POST {PATH} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), serde_json::from_str(body).unwrap())
}

async fn a_seat_that_is_given_back_goes_to_the_first_in_line_session_by_session(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let choosing = |id: &str, sessions: Value| {
        let mut one = submission(id);
        one["sessions"] = sessions;
        one
    };
    // Session a has one seat, b has no limit.
    receiver.post(choosing("one", json!(["a", "b"]))).await;
    receiver.post(choosing("two", json!(["a", "b"]))).await;
    receiver.post(choosing("three", json!(["a"]))).await;
    let seat = |id: &str, confirmed, sessions: &str| (id.to_owned(), confirmed, sessions.to_owned());
    assert_eq!(
        receiver.seats().await,
        [seat("one", true, "a b"), seat("two", true, "b"), seat("three", false, "")]
    );
    // One who holds no seat in a gives none back.
    assert_eq!(receiver.cancel("one").await, ["two"]);
    assert_eq!(receiver.seats().await, [seat("two", true, "a b"), seat("three", false, "")]);
    assert_eq!(receiver.cancel("two").await, ["three"]);
    assert_eq!(receiver.seats().await, [seat("three", true, "a")]);
    assert_eq!(receiver.cancel("three").await, [""; 0]);

    let cancel = async |event, id| receiver.store.cancel(event, id, Extent::One, june()).await.unwrap();
    assert_eq!(cancel(None, "one").await, Cancellation::Before("2027-06-01T12:00:00.000Z".into()));
    assert_eq!(cancel(None, "nobody").await, Cancellation::Unknown);
    assert_eq!(cancel(Some("other"), "one").await, Cancellation::Unknown);
    // Whoever cancelled may come back, with a new form.
    let mut again = choosing("again", json!(["a"]));
    again["answers"]["email"] = "one@example.org".into();
    assert_eq!(receiver.post(again).await.1["status"], "confirmed");
    assert_eq!(receiver.seats().await, [seat("again", true, "a")]);
    // The retry of a form that was cancelled meanwhile takes no seat.
    assert_eq!(receiver.post(choosing("one", json!(["a", "b"]))).await.0, StatusCode::OK);
    assert_eq!(receiver.stored().await, 4);
}

async fn confirmed(receiver: &Receiver) -> Vec<String> {
    let all = receiver.seats().await;
    all.into_iter().filter(|(_, confirmed, _)| *confirmed).map(|(id, ..)| id).collect()
}

/// Gives all free seats, and says who got one.
async fn promote(receiver: &Receiver) -> Vec<String> {
    let trial = receiver.store.promote("fair", true, june()).await.unwrap();
    let promoted = receiver.store.promote("fair", false, june()).await.unwrap();
    assert_eq!(trial, promoted, "a trial says what would be done");
    promoted.into_iter().map(|one| one.registration.submission).collect()
}

/// Kind of fault: seats that are given by a change of the file, to people whom nobody tells. Here a capacity is
/// raised.
async fn more_seats_are_given_by_a_command(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 1, "choose": "event"}), june).await;
    for id in ["one", "two", "three", "four"] {
        receiver.post(submission(id)).await;
    }
    let receiver = receiver.restart(json!({"capacity": 3, "choose": "event"})).await;
    assert_eq!(confirmed(&receiver).await, ["one"]);
    // While somebody waits, newcomers wait too.
    assert_eq!(receiver.post(submission("five")).await.1["status"], "waitlisted");
    // A cancellation gives the seat that it frees, not those that were left over.
    assert_eq!(receiver.cancel("one").await, ["two"]);
    assert_eq!(confirmed(&receiver).await, ["two"]);
    assert_eq!(promote(&receiver).await, ["three", "four"]);
    assert_eq!(promote(&receiver).await, [""; 0]);
    let told: Vec<_> = receiver.store.promotions(Some("fair")).await.unwrap();
    let told: Vec<_> =
        told.iter().map(|one| (one.submission.as_str(), one.email.as_deref().unwrap())).collect();
    assert_eq!(
        told,
        [("two", "two@example.org"), ("three", "three@example.org"), ("four", "four@example.org")]
    );
    // Fewer seats take none away, but are given to nobody until there is room.
    let receiver = receiver.restart(json!({"capacity": 2, "choose": "event"})).await;
    assert_eq!(confirmed(&receiver).await, ["two", "three", "four"]);
    assert_eq!(receiver.cancel("two").await, [""; 0]);
    assert_eq!(receiver.cancel("three").await, ["five"]);
    assert_eq!(receiver.post(submission("six")).await.1["status"], "waitlisted");
}

/// The same kind: a session goes from the file, is cancelled there, or loses its limit.
async fn a_session_that_goes_or_loses_its_limit_confirms_nobody(kind: Kind) {
    let choosing = |id: &str, sessions: Value| {
        let mut one = submission(id);
        one["sessions"] = sessions;
        one
    };
    let change_a = |change: fn(&mut Value)| changed_event(json!({}), |file| change(&mut file["sessions"]));
    type Change = (&'static str, fn(&mut Value), &'static [&'static str], &'static [&'static str]);
    let changes: [Change; 3] = [
        ("gone", |sessions| _ = sessions.as_array_mut().unwrap().remove(0), &["a"], &[]),
        ("cancelled", |sessions| sessions[0]["status"] = "cancelled".into(), &["a"], &[]),
        ("without limit", |sessions| sessions[0]["registration"] = json!({}), &[], &["two", "three", "four"]),
    ];
    for (name, change, gone, promoted) in changes {
        let receiver = Receiver::start(kind).await;
        receiver.post(choosing("one", json!(["a"]))).await;
        receiver.post(choosing("two", json!(["a"]))).await;
        receiver.post(choosing("three", json!(["a", "b"]))).await;
        receiver.post(choosing("four", json!(["a"]))).await;
        let before = receiver.seats().await;
        let event = change_a(change);
        let capacities = Capacities::of(&event);
        let receiver = receiver.restart_with(event).await;
        assert_eq!(receiver.seats().await, before, "{name}");
        // At the start it is said what the change means.
        let differences = receiver.store.set_event("fair", &capacities, None, june()).await.unwrap();
        let found: Vec<_> = differences.gone.iter().map(|gone| gone.id.as_str()).collect();
        assert_eq!(found, gone, "{name}");
        assert!(differences.gone.iter().all(|gone| gone.holders == ["one"] && gone.waiting == 3));
        let found: Vec<_> =
            differences.promotable.iter().map(|one| one.registration.submission.as_str()).collect();
        assert_eq!(found, promoted, "{name}");
        // Who cancels gives nobody a seat in what is gone.
        assert_eq!(receiver.cancel("one").await, promoted.get(..1).unwrap_or_default(), "{name}");
        assert_eq!(promote(&receiver).await, promoted.get(1..).unwrap_or_default(), "{name}");
    }
}

/// Kind of fault: seats that nobody can have any more, since those in front wait for something else.
async fn who_waits_for_a_session_keeps_nobody_from_the_event(kind: Kind) {
    let choosing = |id: &str, sessions: Value| {
        let mut one = submission(id);
        one["sessions"] = sessions;
        one
    };
    let receiver = Receiver::with(kind, json!({"capacity": 2}), june).await;
    receiver.post(choosing("one", json!(["a"]))).await;
    assert_eq!(receiver.post(choosing("two", json!(["a"]))).await.1["status"], "waitlisted");
    assert_eq!(receiver.post(choosing("three", json!(["b"]))).await.1["status"], "confirmed");
    // The event is full now: both wait for it, one of them for a session without seats as well.
    assert_eq!(receiver.post(choosing("four", json!(["a"]))).await.1["status"], "waitlisted");
    assert_eq!(receiver.post(choosing("five", json!(["b"]))).await.1["status"], "waitlisted");
    assert_eq!(receiver.cancel("three").await, ["five"], "two and four wait for a");
    assert_eq!(receiver.cancel("five").await, [""; 0]);
    assert_eq!(receiver.post(choosing("six", json!(["b"]))).await.1["status"], "confirmed");
    assert_eq!(receiver.cancel("one").await, ["two"]);
}

/// Kind of fault: an answer that was true once. A repetition is told how the registration stands.
async fn a_repetition_is_told_how_it_stands_now(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 1, "choose": "event"}), june).await;
    receiver.post(submission("one")).await;
    receiver.post(submission("two")).await;
    receiver.cancel("one").await;
    let (status, receipt) = receiver.post(submission("one")).await;
    assert_eq!((status, &receipt["status"]), (StatusCode::OK, &json!("cancelled")));
    assert_eq!(receiver.post(submission("two")).await.1["status"], "confirmed");
    // Also after registration has closed, and when the form has become another one.
    let fields = json!([{"id": "email", "type": "email", "label": "Correo"}]);
    let form = json!({"capacity": 1, "choose": "event", "closes": "2027-05-01T00:00", "fields": fields});
    let receiver = receiver.restart(form).await;
    let (status, receipt) = receiver.post(submission("two")).await;
    assert_eq!((status, &receipt["status"]), (StatusCode::OK, &json!("confirmed")), "{receipt}");
    let mut other = submission("two");
    other["answers"]["name"] = "Luis".into();
    assert_eq!(receiver.post(other).await.1["code"], "submission_reused");
    assert_eq!(receiver.post(submission("three")).await.1["code"], "closed");
}

on_both_databases! {
    the_last_seat_goes_to_the_first,
    of_simultaneous_forms_for_one_seat_one_gets_it,
    of_200_for_the_last_seat_the_first_gets_it_and_the_others_wait_in_line,
    a_seat_that_is_given_back_goes_to_the_first_in_line_session_by_session,
    more_seats_are_given_by_a_command,
    a_session_that_goes_or_loses_its_limit_confirms_nobody,
    who_waits_for_a_session_keeps_nobody_from_the_event,
    a_repetition_is_told_how_it_stands_now,
}
