//! Erasing what is personal, and deleting by hand.

use crate::receiver::{Kind, PATH, Receiver, changed_event, june, submission};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_receiver::Database;
use huso_receiver::store::{Cancellation, Erasure, Extent};
use serde_json::json;
use sqlx::{AnyConnection, Connection as _};
use std::net::SocketAddr;

/// Somebody who opens the database by hand.
pub(crate) async fn by_hand(receiver: &Receiver) -> AnyConnection {
    let url = match &receiver.database {
        Database::Postgres(url) => url.clone(),
        Database::Sqlite(path) => {
            let path = path.to_str().unwrap().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
            format!("sqlite:{path}")
        }
    };
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    if matches!(receiver.database, Database::Sqlite(_)) {
        // As its own shell has it.
        sqlx::query("PRAGMA foreign_keys = OFF").execute(&mut connection).await.unwrap();
    }
    connection
}

async fn what_is_erased_is_nowhere(kind: Kind) {
    let fields = json!([
        {"id": "name", "type": "text", "label": "Nombre", "autocomplete": "name"},
        {"id": "email", "type": "email", "label": "Correo", "required": true}
    ]);
    let form = json!({"capacity": 1, "choose": "event", "fields": fields});
    let receiver = Receiver::with(kind, form, june).await;
    for id in ["one", "two", "three"] {
        let mut one = submission(id);
        one["answers"]["name"] = format!("Secreta {id}").into();
        one["notice"] = json!({"version": "v1", "at": "2027-06-01T12:00:00Z", "language": "es"});
        receiver.post(one).await;
    }
    receiver.cancel("two").await;
    let erasure = Erasure::parse(" ONE@example.org");
    let trial = receiver.store.erase(&erasure, true, june()).await.unwrap();
    assert_eq!((trial.registrations.as_slice(), trial.promoted.len()), (&["one".to_owned()][..], 0));
    assert_eq!(receiver.seats().await.len(), 2, "a trial changes nothing");
    let erased = receiver.store.erase(&erasure, false, june()).await.unwrap();
    let promoted: Vec<_> = erased.promoted.iter().map(|one| one.registration.submission.as_str()).collect();
    assert_eq!(promoted, ["three"], "its seat went to who waited");
    assert_eq!(
        receiver.store.erase(&Erasure::parse("two"), false, june()).await.unwrap().registrations,
        ["two"]
    );
    assert!(receiver.store.sweep().await.unwrap());
    let all = receiver.store.registrations(None).await.unwrap();
    let kept = format!("{:?}", &all[..2]).to_lowercase();
    for personal in ["secreta", "example.org", "america/lima", "v1"] {
        assert!(!kept.contains(personal), "{personal} in {kept}");
    }
    if let Database::Sqlite(path) = &receiver.database {
        for end in ["", "-wal"] {
            let mut file = path.clone().into_os_string();
            file.push(end);
            let bytes = std::fs::read(&file).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("secreta one") && !text.contains("secreta two"), "{end}");
            assert!(!text.contains("one@example.org") && !text.contains("two@example.org"), "{end}");
            assert!(end == "-wal" || text.contains("secreta three"));
        }
    }
    // The id is known still, without a word of whose it was: nobody is registered anew by a retry.
    let (status, receipt) = receiver.post(submission("one")).await;
    assert_eq!((status, &receipt["status"]), (StatusCode::OK, &json!("cancelled")));
    assert_eq!(receiver.store.erase(&erasure, false, june()).await.unwrap().registrations, [""; 0]);
    let mut again = submission("four");
    again["answers"]["email"] = "one@example.org".into();
    assert_eq!(receiver.post(again).await.0, StatusCode::CREATED, "who was erased can come back");
}

async fn after_its_time_all_is_erased(kind: Kind) {
    let form = json!({"privacy": {"retention_days": 30}});
    let receiver = Receiver::with(kind, form, june).await;
    receiver.post(submission("one")).await;
    receiver.post(submission("two")).await;
    // The last session ends on 11 August at 14:00 in Bogotá.
    let over: Instant = "2027-08-11T19:00:00Z".parse().unwrap();
    let erase = async |is_trial, now| receiver.store.erase_expired(is_trial, now).await.unwrap();
    assert_eq!(erase(false, over + TimeDelta::days(30) - TimeDelta::seconds(1)).await, []);
    let trial = erase(true, over + TimeDelta::days(30)).await;
    assert_eq!((trial[0].0.as_str(), trial[0].1.registrations.len()), ("fair", 2));
    assert_eq!(receiver.seats().await.len(), 2, "a trial changes nothing");
    assert_eq!(erase(false, over + TimeDelta::days(30)).await[0].1.registrations, ["one", "two"]);
    assert_eq!(erase(false, over + TimeDelta::days(31)).await, [], "once");
    let all = receiver.store.registrations(None).await.unwrap();
    assert!(all.iter().all(|one| one.erased_at.is_some() && one.email.is_none()));
}

/// Kind of fault: erasing what is needed still, on a date that was reckoned from what isn't known. Where it can't be
/// known, nothing is erased by itself.
async fn nothing_is_erased_before_its_time(kind: Kind) {
    let form = |days: u64| json!({"privacy": {"retention_days": days}, "closes": "2027-12-31T00:00"});
    let far: Instant = "9000-01-01T00:00:00Z".parse().unwrap();
    let receiver = Receiver::with(kind, form(3_000_000), june).await;
    receiver.post(submission("one")).await;
    let erase = async |receiver: &Receiver, now| receiver.store.erase_expired(true, now).await.unwrap().len();
    assert_eq!(erase(&receiver, far).await, 0, "a year with five digits");
    let receiver = receiver.restart(form(4_000_000_000)).await;
    assert_eq!(erase(&receiver, far).await, 0, "a year that there isn't");
    // While one can register, nothing is over.
    let receiver = receiver.restart(form(30)).await;
    assert_eq!(erase(&receiver, "2028-01-30T00:00:00Z".parse().unwrap()).await, 0);
    assert_eq!(erase(&receiver, "2028-01-31T00:00:00Z".parse().unwrap()).await, 1);
    // Nor while a session has no time yet.
    let open = changed_event(form(30), |file| {
        let session = file["sessions"][1].as_object_mut().unwrap();
        session.retain(|key, _| key != "start" && key != "end");
    });
    let receiver = receiver.restart_with(open).await;
    assert_eq!(erase(&receiver, far).await, 0);
}

/// Kind of fault: one thing that can't be done keeps others from being done; and a promise of everything that leaves
/// something.
async fn erasing_goes_through_all_there_is(kind: Kind) {
    let fields = json!([
        {"id": "name", "type": "text", "label": "Nombre"},
        {"id": "email", "type": "email", "label": "Correo", "required": true},
        {"id": "other", "type": "email", "label": "Otro correo"}
    ]);
    let receiver = Receiver::with(kind, json!({"fields": fields, "choose": "event"}), june).await;
    for n in 0..450 {
        let mut one = submission(&format!("s{n}"));
        if n == 449 {
            one["answers"]["email"] = "last@example.org".into();
        }
        if n == 7 {
            one["answers"]["other"] = "last@example.org".into();
        }
        receiver.post(one).await;
    }
    let mut connection = by_hand(&receiver).await;
    sqlx::query("DELETE FROM events").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let erased = receiver.store.erase(&Erasure::parse("last@example.org"), false, june()).await.unwrap();
    assert_eq!(erased.registrations, ["s449"], "behind some pages, and though nothing is known of its event");
    assert_eq!(erased.mentions, ["s7"], "it is somebody else's");
}

/// Kind of fault: counters that hold only as long as nobody but us writes.
async fn whoever_deletes_seats_are_counted_and_ids_not_reused(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 3}), june).await;
    for id in ["one", "two", "three"] {
        receiver.post(submission(id)).await;
    }
    let occupancy = async || receiver.store.occupancy("fair").await.unwrap();
    assert_eq!((occupancy().await.event.taken, occupancy().await.sessions["a"].waiting), (3, 2));
    let mut connection = by_hand(&receiver).await;
    for query in [
        "DELETE FROM registrations WHERE submission = 'three'",
        "UPDATE registrations SET cancelled_at = '2027-06-01T12:00:00.000Z' WHERE submission = 'two'",
    ] {
        sqlx::query(query).execute(&mut connection).await.unwrap();
    }
    let left = "SELECT count(*) FROM registration_sessions WHERE cancelled_at IS NULL";
    assert_eq!(sqlx::query_scalar::<_, i64>(left).fetch_one(&mut connection).await.unwrap(), 2);
    let highest = "SELECT max(id) FROM registrations";
    let highest: i64 = sqlx::query_scalar(highest).fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let now = occupancy().await;
    assert_eq!((now.event.taken, now.sessions["a"].taken, now.sessions["a"].waiting), (1, 1, 0));
    receiver.post(submission("four")).await;
    let mut connection = by_hand(&receiver).await;
    let id = "SELECT id FROM registrations WHERE submission = 'four'";
    let id: i64 = sqlx::query_scalar(id).fetch_one(&mut connection).await.unwrap();
    assert!(id > highest + 1, "{id}: that of the deleted one is not given again");
    connection.close().await.unwrap();
}

/// Kind of fault: one who takes what is meant for many. What they took is freed in one go.
async fn what_came_from_one_network_is_cancelled_in_one_go(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 4, "choose": "event"}), june).await;
    let from = async |id: &str, address: &str| {
        let peer: SocketAddr = address.parse().unwrap();
        let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
        let request = request.extension(ConnectInfo(peer)).body(Body::from(submission(id).to_string()));
        assert_eq!(receiver.send(request.unwrap()).await.0, StatusCode::CREATED);
    };
    for (id, address) in [
        ("taken-1", "[2001:db8::1]:1"),
        ("person", "192.0.2.7:1"),
        ("taken-2", "[2001:db8::2]:1"),
        ("taken-3", "[2001:db8:0:0:ffff::1]:1"),
        ("waiting", "192.0.2.8:1"),
    ] {
        from(id, address).await;
    }
    let stored = format!("{:?}", receiver.store.registrations(None).await.unwrap());
    assert!(!stored.contains("2001:db8") && !stored.contains("192.0.2"), "a hash alone is kept");
    let cancel = async || receiver.store.cancel(None, "taken-2", Extent::SameOrigin, june()).await.unwrap();
    let Cancellation::Done { cancelled, promoted } = cancel().await else { panic!("nothing was cancelled") };
    assert_eq!(cancelled, ["taken-1", "taken-2", "taken-3"]);
    assert_eq!(promoted.len(), 1);
    assert_eq!(
        receiver.seats().await.iter().map(|(id, ..)| id.as_str()).collect::<Vec<_>>(),
        ["person", "waiting"]
    );
    // After a day nobody knows any more.
    let forget = async |hours| receiver.store.forget_origins(june() + TimeDelta::hours(hours)).await.unwrap();
    let later = june() + TimeDelta::hours(25);
    let late = receiver.store.cancel(None, "person", Extent::SameOrigin, later).await.unwrap();
    assert!(
        matches!(late, Cancellation::Done { cancelled, .. } if cancelled.is_empty()),
        "not forgotten, but too late"
    );
    assert_eq!(forget(24).await, 0);
    assert_eq!(forget(25).await, 5);
    assert_eq!(cancel().await, Cancellation::OriginForgotten);
}

on_both_databases! {
    what_is_erased_is_nowhere,
    after_its_time_all_is_erased,
    nothing_is_erased_before_its_time,
    erasing_goes_through_all_there_is,
    whoever_deletes_seats_are_counted_and_ids_not_reused,
    what_came_from_one_network_is_cancelled_in_one_go,
}
