//! What is wrong with a database, and how to mend it.

use super::database::{Database, Kind};
use super::error::StoreError;
use super::events::{GoneSession, Occupancy, gone};
use super::finding::Finding;
use super::handle::Store;
use super::schema::{Applied, POSTGRES, SQLITE, applied};
use super::{database_file, lock};
use huso_agenda::Instant;
use sqlx::any::install_default_drivers;
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, Connection as _, Row as _};

/// Seats as the triggers count them, from the rows themselves: the same in both databases.
const COUNTED: &str = "SELECT event, '' AS session,
           sum(CASE status WHEN 'confirmed' THEN 1 ELSE 0 END) AS taken,
           sum(CASE WHEN status = 'waitlisted' AND waits_for_event = 1 THEN 1 ELSE 0 END) AS waiting
    FROM registrations WHERE cancelled_at IS NULL GROUP BY event
    UNION ALL
    SELECT event, session,
           sum(CASE status WHEN 'confirmed' THEN 1 ELSE 0 END),
           sum(CASE status WHEN 'waitlisted' THEN 1 ELSE 0 END)
    FROM registration_sessions WHERE cancelled_at IS NULL GROUP BY event, session";

/// Looks at a database without changing it, but for the counters of its seats if `mend`. Where something is found on
/// which the rest is built, the rest is not looked at.
///
/// # Errors
/// [`StoreError`], where it can't be opened.
pub async fn examine(database: &Database, mend: bool, now: Instant) -> Result<Vec<Finding>, StoreError> {
    install_default_drivers();
    let mut findings = match database {
        Database::Sqlite(path) => database_file::examine(path).await?,
        Database::Postgres(_) => Vec::new(),
    };
    if findings.iter().any(|finding| finding.check == "integrity" && !finding.wrong.is_empty()) {
        return Ok(findings);
    }
    let mut connection = AnyConnection::connect(&database.url()).await?;
    let kind = database.kind();
    if kind == Kind::Postgres {
        let server = server(&mut connection).await?;
        let is_writable = server.wrong.is_empty();
        findings.push(server);
        if !is_writable {
            return Ok(findings);
        }
    }
    let schema = schema(&mut connection, if kind == Kind::Sqlite { &SQLITE } else { &POSTGRES }).await?;
    let is_current = schema.wrong.is_empty();
    findings.push(schema);
    if is_current {
        findings.push(key(&mut connection).await?);
        findings.push(counters(&mut connection, kind, mend).await?);
    }
    connection.close().await?;
    if is_current {
        let store = Store::open_existing(database).await?;
        let seats = seats(&store, now).await;
        store.close().await;
        findings.extend(seats?);
    }
    Ok(findings)
}

/// Whether a PostgreSQL server takes what is written.
async fn server(connection: &mut AnyConnection) -> Result<Finding, StoreError> {
    let query = "SELECT CAST(pg_is_in_recovery() AS TEXT), current_setting('default_transaction_read_only')";
    let row = sqlx::query(query).fetch_one(connection).await?;
    let mut wrong = Vec::new();
    if row.try_get::<String, _>(0)? == "true" {
        wrong.push("it is a replica, or is being recovered: it can't be written to".to_owned());
    }
    if row.try_get::<String, _>(1)? == "on" {
        wrong.push("default_transaction_read_only is on: it can't be written to".to_owned());
    }
    Ok(Finding { check: "server", wrong, mend: "connect to the primary, or switch that setting off" })
}

async fn schema(connection: &mut AnyConnection, known: &Migrator) -> Result<Finding, StoreError> {
    let applied = "SELECT version, checksum FROM _sqlx_migrations ORDER BY version";
    let wrong = match sqlx::query(applied).fetch_all(connection).await {
        // The table is missing.
        Err(sqlx::Error::Database(_)) => vec!["it has no tables of huso's".to_owned()],
        Err(error) => return Err(error.into()),
        Ok(rows) => {
            let version = |row: &sqlx::any::AnyRow| Ok((row.try_get(0)?, row.try_get(1)?));
            differences(&rows.iter().map(version).collect::<Result<Vec<_>, sqlx::Error>>()?, known)
        }
    };
    Ok(Finding {
        check: "schema",
        wrong,
        mend: "start the `huso serve` of the version that is to run: it brings an older database to its schema, after \
               a copy; a newer or a changed one needs the huso that made it, or a backup",
    })
}

fn differences(found: &[(i64, Vec<u8>)], known: &Migrator) -> Vec<String> {
    let mut wrong = Vec::new();
    for (version, checksum) in found {
        match applied(known, *version, checksum) {
            Applied::Known => {}
            Applied::Newer => wrong.push(format!("migration {version} is of a newer huso")),
            Applied::Another => wrong.push(format!("migration {version} is another one than this huso has")),
        }
    }
    let missing = known.iter().filter(|one| found.iter().all(|(version, _)| *version != one.version));
    wrong.extend(missing.map(|one| format!("migration {} is missing", one.version)));
    wrong
}

async fn key(connection: &mut AnyConnection) -> Result<Finding, StoreError> {
    let query = "SELECT value FROM secrets WHERE name = 'key'";
    let key: Option<String> = sqlx::query_scalar(query).fetch_optional(connection).await?;
    let wrong = match key.as_deref().map(hex::decode) {
        None => vec!["there is none".to_owned()],
        Some(Ok(bytes)) if bytes.len() == 32 => Vec::new(),
        Some(_) => vec!["it is no 32 bytes in hexadecimal".to_owned()],
    };
    Ok(Finding {
        check: "key",
        wrong,
        mend: "delete the row `key` of the table `secrets`, if there is one, and start `huso serve`, which makes a new \
               one: forms that are open have to be loaded again",
    })
}

/// The counters against the rows; with `mend`, set right.
async fn counters(connection: &mut AnyConnection, kind: Kind, mend: bool) -> Result<Finding, StoreError> {
    let mut wrong = miscounted(connection).await?;
    if mend && !wrong.is_empty() {
        recount(connection, kind).await?;
        wrong = miscounted(connection).await?;
    }
    Ok(Finding { check: "counters of seats", wrong, mend: "huso doctor --mend" })
}

async fn miscounted(connection: &mut AnyConnection) -> Result<Vec<String>, StoreError> {
    let query = format!(
        "SELECT coalesce(c.event, s.event), coalesce(c.session, s.session),
                CAST(coalesce(c.taken, 0) AS BIGINT), CAST(coalesce(c.waiting, 0) AS BIGINT),
                coalesce(s.taken, 0), coalesce(s.waiting, 0)
         FROM ({COUNTED}) c FULL JOIN seats s ON s.event = c.event AND s.session = c.session
         WHERE coalesce(c.taken, 0) <> coalesce(s.taken, 0) OR coalesce(c.waiting, 0) <> coalesce(s.waiting, 0)
         ORDER BY 1, 2"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(query)).fetch_all(connection).await?;
    let line = |row: &sqlx::any::AnyRow| -> Result<String, sqlx::Error> {
        let (event, session): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let count = |column| row.try_get::<i64, _>(column);
        Ok(format!(
            "{}: {} are registered and {} wait, but {} and {} are counted",
            named(&event, &session),
            count(2)?,
            count(3)?,
            count(4)?,
            count(5)?
        ))
    };
    Ok(rows.iter().map(line).collect::<Result<_, _>>()?)
}

async fn recount(connection: &mut AnyConnection, kind: Kind) -> Result<(), StoreError> {
    let mut transaction = connection.begin_with(kind.begin()).await?;
    if kind == Kind::Postgres {
        // Whoever registers meanwhile is counted after it.
        sqlx::query("LOCK TABLE seats IN EXCLUSIVE MODE").execute(&mut *transaction).await?;
    }
    sqlx::query("DELETE FROM seats").execute(&mut *transaction).await?;
    let insert = format!("INSERT INTO seats (event, session, taken, waiting) {COUNTED}");
    sqlx::query(sqlx::AssertSqlSafe(insert)).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// Who has seats that aren't there, who waits for seats that are, and whose time is over.
async fn seats(store: &Store, now: Instant) -> Result<[Finding; 4], StoreError> {
    let (mut overbooked, mut lost, mut promotable) = (Vec::new(), Vec::new(), Vec::new());
    for event in store.events().await? {
        let occupancy = store.occupancy(&event).await?;
        let sessions = occupancy.sessions.iter().map(|(id, one)| (id.as_str(), *one));
        let all = std::iter::once(("", occupancy.event)).chain(sessions);
        overbooked.extend(all.filter_map(|(session, one)| over(&event, session, one)));
        let mut connection = store.connection().await?;
        let capacities = lock::capacities(&mut connection, &event).await?;
        lost.extend(
            gone(&mut connection, &event, &capacities).await?.iter().map(|one| left_over(&event, one)),
        );
        drop(connection);
        let could = store.promote(&event, true, now).await?;
        promotable.extend(could.iter().map(|one| format!("{event}: {}", one.registration.submission)));
    }
    let expired = store.erase_expired(true, now).await?;
    let expired = expired.iter().map(|(event, erased)| {
        format!("{event}: {} registrations", erased.registrations.len() + erased.set_aside.len())
    });
    let expired = expired.collect();
    Ok([
        Finding {
            check: "more seats taken than there are",
            wrong: overbooked,
            mend: "raise the capacity in the event file and start `huso serve` again, or `huso cancel` somebody",
        },
        Finding {
            check: "seats in sessions that are gone",
            wrong: lost,
            mend: "if huso is newer than its last `huso serve`, start that once: earlier ones noted no session without a \
                   limit. Else tell these people, or put the session back into the event file",
        },
        Finding { check: "waiting while seats are free", wrong: promotable, mend: "huso promote" },
        Finding {
            check: "data whose time is over",
            wrong: expired,
            mend: "start `huso serve`, which erases it each hour, or huso erase --expired",
        },
    ])
}

fn over(event: &str, session: &str, Occupancy { capacity, taken, .. }: Occupancy) -> Option<String> {
    // None at all are what a session has that keeps a list, or takes nobody: those who have a seat keep it.
    let capacity = capacity.filter(|capacity| *capacity > 0 && taken > *capacity)?;
    Some(format!("{}: {taken} of {capacity}", named(event, session)))
}

fn left_over(event: &str, session: &GoneSession) -> String {
    let GoneSession { id, holders, waiting } = session;
    let holders = if holders.is_empty() { "nobody has a seat".to_owned() } else { holders.join(", ") };
    format!("{}: {holders}; {waiting} wait", named(event, id))
}

/// `event`, or `event, session a`.
fn named(event: &str, session: &str) -> String {
    if session.is_empty() { event.to_owned() } else { format!("{event}, session {session}") }
}
