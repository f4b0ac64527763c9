//! What is written with one commit.

use crate::erasing::by_hand;
use crate::receiver::{Kind, Receiver, june, submission};
use axum::http::StatusCode;
use serde_json::json;
use sqlx::Connection as _;

/// Kind of fault: what is wrong with one is told to all who come with it.
async fn one_that_cant_be_written_harms_no_other(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 40, "choose": "event"}), june).await;
    let mut connection = by_hand(&receiver).await;
    let refuse = match kind {
        Kind::Sqlite => {
            "CREATE TRIGGER poison BEFORE INSERT ON registrations WHEN NEW.submission = 's7' BEGIN
                 SELECT RAISE(ABORT, 'no'); END"
        }
        Kind::Postgres => {
            "CREATE FUNCTION poison() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
                 IF NEW.submission = 's7' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$;
             CREATE TRIGGER poison BEFORE INSERT ON registrations FOR EACH ROW EXECUTE FUNCTION poison()"
        }
    };
    sqlx::raw_sql(refuse).execute(&mut connection).await.unwrap();
    let answers = receiver.post_at_once((0..30).map(|n| submission(&format!("s{n}")))).await;
    for (n, answer) in answers.into_iter().enumerate() {
        let expected = if n == 7 { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::CREATED };
        assert_eq!(answer, expected, "s{n}");
    }
    assert_eq!(receiver.stored().await, 29);
    assert_eq!(receiver.store.occupancy("fair").await.unwrap().event.taken, 29);
    let allow = match kind {
        Kind::Sqlite => "DROP TRIGGER poison",
        Kind::Postgres => "DROP TRIGGER poison ON registrations",
    };
    sqlx::raw_sql(allow).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    assert_eq!(receiver.post(submission("s7")).await.0, StatusCode::CREATED);
}

/// Kind of fault: what is refused anyway reaches the database, and those in line with it are told that it failed.
async fn what_is_refused_harms_nobody_in_line(kind: Kind) {
    let receiver = Receiver::with(kind, json!({}), june).await;
    let sent = (0..60).map(|n| {
        let mut one = submission(&format!("s{n}"));
        if n % 3 == 0 {
            one["sessions"] = json!(["b", "\u{0}"]);
        }
        one
    });
    let answers = receiver.post_at_once(sent).await;
    for (n, answer) in answers.into_iter().enumerate() {
        let expected = if n % 3 == 0 { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CREATED };
        assert_eq!(answer, expected, "s{n}");
    }
}

on_both_databases! {
    what_is_refused_harms_nobody_in_line,
    one_that_cant_be_written_harms_no_other,
}
