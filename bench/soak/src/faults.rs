//! What breaks, one thing at a time, and whether the receiver goes on by itself when it is whole again.

use crate::soak::Soak;
use crate::victim::Means;
use anyhow::{Context as _, Result, bail};
use huso_test_postgres::Server;
use huso_test_receiver::Disk;
use std::thread;
use std::time::{Duration, Instant};

/// How long the receiver may take until it registers people again.
const RECOVERED: Duration = Duration::from_secs(30);
/// How long it may take to end.
const ENDED: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(100);

/// Breaks one thing, mends it, and waits until the receiver is ready again.
pub fn strike(soak: &Soak, random: &mut fastrand::Rng) {
    let kinds = match &soak.victim.means {
        Means::Sqlite => 5,
        Means::Postgres(_) => 8,
    };
    let time = Duration::from_millis(random.u64(500..12_000));
    let (name, done) = match (random.u8(..kinds), &soak.victim.means, &soak.victim.disk) {
        (0, ..) => ("SIGKILL", killed(soak, random)),
        (1, ..) => ("SIGTERM", terminated(soak, random)),
        (2, ..) => ("lock", locked(soak, time)),
        (3, _, Some(disk)) => ("full disk", full(soak, disk, time)),
        (4, Means::Sqlite, _) => ("files that may not grow", limited(soak, time)),
        (4, Means::Postgres(server), _) => ("server restarted", restarted(server, Server::stop, time)),
        (5, Means::Postgres(server), _) => ("server crashed", restarted(server, Server::crash, time)),
        (6, Means::Postgres(server), _) => ("read-only", read_only(soak, server, time)),
        (7, Means::Postgres(server), _) => ("connections ended", disconnected(soak, server)),
        _ => return,
    };
    match done {
        Ok(()) => recovers(soak, name),
        Err(error) => soak.tally.wrong(format!("{name}: {error:#}")),
    }
}

fn recovers(soak: &Soak, name: &str) {
    let start = Instant::now();
    while !soak.is_ready() {
        if start.elapsed() > RECOVERED {
            return soak.tally.wrong(format!("not ready {} s after: {name}", RECOVERED.as_secs()));
        }
        thread::sleep(PAUSE);
    }
    soak.tally.count("fault", name);
}

fn killed(soak: &Soak, random: &mut fastrand::Rng) -> Result<()> {
    soak.take_receiver(random).context("no receiver")?.kill()?;
    soak.start()
}

fn terminated(soak: &Soak, random: &mut fastrand::Rng) -> Result<()> {
    let receiver = soak.take_receiver(random).context("no receiver")?;
    let start = Instant::now();
    let status = receiver.terminate()?;
    let time = start.elapsed();
    soak.start()?;
    if !status.success() || time > ENDED {
        bail!("{status} after {:.0} s", time.as_secs_f64());
    }
    Ok(())
}

fn locked(soak: &Soak, time: Duration) -> Result<()> {
    // The receiver may hold the lock just now.
    let start = Instant::now();
    let lock = loop {
        match soak.victim.lock() {
            Ok(lock) => break lock,
            Err(error) if start.elapsed() > RECOVERED => return Err(error),
            Err(_) => thread::sleep(PAUSE),
        }
    };
    thread::sleep(time);
    lock.release()
}

fn full(soak: &Soak, disk: &Disk, time: Duration) -> Result<()> {
    disk.fill()?;
    thread::sleep(time);
    disk.free()?;
    match &soak.victim.means {
        // It ends itself where it can't write its log; whoever runs it starts it again.
        Means::Postgres(server) => server.start_again(),
        Means::Sqlite => Ok(()),
    }
}

fn limited(soak: &Soak, time: Duration) -> Result<()> {
    soak.limit_files(Some(4096))?;
    thread::sleep(time);
    soak.limit_files(None)
}

fn restarted(server: &Server, end: fn(&Server) -> Result<()>, time: Duration) -> Result<()> {
    end(server)?;
    thread::sleep(time / 4);
    server.start_again()
}

fn read_only(soak: &Soak, server: &Server, time: Duration) -> Result<()> {
    let set = |statement| {
        let database = &soak.victim.database;
        server.execute(database, &[statement, "SELECT pg_reload_conf()"]).map(drop)
    };
    set("ALTER SYSTEM SET default_transaction_read_only = on")?;
    thread::sleep(time);
    set("ALTER SYSTEM RESET default_transaction_read_only")
}

fn disconnected(soak: &Soak, server: &Server) -> Result<()> {
    let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND \
                  datname = current_database()";
    server.execute(&soak.victim.database, &[others]).map(drop)
}
