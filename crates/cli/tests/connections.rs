//! `huso serve` and those who keep connections without using them.
//!
//! The limits are the program's own: what has to be waited for is waited for at once, 30 s.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::json;
use std::fs::File;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// More than any buffer of the system holds.
const LARGE: u64 = 64 * 1024 * 1024;

/// How long an honest visitor would wait.
const PATIENCE: Duration = Duration::from_secs(20);

struct Server {
    child: Child,
    address: String,
    _folder: TempDir,
}

impl Server {
    fn start() -> Self {
        Self::with_descriptors("4096")
    }

    fn with_descriptors(descriptors: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let (event, site) = (folder.path().join("event.json"), folder.path().join("site"));
        let file = json!({
            "huso": 1, "id": "fair", "title": "Feria", "timezone": "America/Bogota",
            "sessions": [{"id": "a", "title": "A", "start": "2099-08-11T09:00"}],
            "registration": {"fields": [{"id": "email", "type": "email", "label": "Correo", "required": true}]}
        });
        std::fs::write(&event, file.to_string()).unwrap();
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("small.js"), "export {}\n".repeat(200)).unwrap();
        std::fs::write(site.join("noise.js"), noise()).unwrap();
        File::create(site.join("large.bin")).unwrap().set_len(LARGE).unwrap();
        let path = |path: &Path| path.to_str().unwrap().to_owned();
        let mut child = Command::new("sh")
            .args(["-c", "ulimit -n \"$0\"; exec \"$@\"", descriptors, env!("CARGO_BIN_EXE_huso"), "serve"])
            .args(["--event", &path(&event), "--site", &path(&site), "--listen", "127.0.0.1:0"])
            .args(["--database", &path(&folder.path().join("huso.db"))])
            .env("RUST_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Huso listens on http://").unwrap().to_owned();
        Self { child, address, _folder: folder }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Connects and sends this.
    fn send(&self, text: &str) -> TcpStream {
        let mut stream = self.connect();
        stream.write_all(text.as_bytes()).unwrap();
        stream
    }

    /// One of a kind, in the midst of what it does; the thread that keeps it up.
    fn hang(&self, kind: Kind) -> (TcpStream, Option<JoinHandle<()>>) {
        match kind {
            Kind::Silent => (self.connect(), None),
            Kind::Idle => {
                let mut stream = self.send("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
                let mut answer = [0; 12];
                stream.read_exact(&mut answer).unwrap();
                assert_eq!(&answer, b"HTTP/1.1 200");
                (stream, None)
            }
            Kind::DrippingHead => drip(self.send("GET /healthz HTTP/1.1\r\nX-Long: ")),
            Kind::DrippingBody => drip(self.send(&post(1_000))),
            Kind::NeverReading => (self.send("GET /large.bin HTTP/1.1\r\nHost: h\r\n\r\n"), None),
        }
    }

    /// How long an honest visitor waits for an answer.
    fn visit(&self) -> Duration {
        let start = Instant::now();
        let mut stream = self.send("GET /small.js HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        start.elapsed()
    }

    fn signal(&self) {
        assert!(Command::new("kill").arg(self.child.id().to_string()).status().unwrap().success());
    }

    /// How long it takes to end in order.
    fn end(&mut self) -> Duration {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                assert_eq!(status.code(), Some(0));
                return start.elapsed();
            }
            assert!(start.elapsed() < PATIENCE, "it doesn't end");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended before.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Silent,
    Idle,
    DrippingHead,
    DrippingBody,
    NeverReading,
}

/// A megabyte that is hard to compress, and the same each time.
fn noise() -> String {
    let numbers = std::iter::successors(Some(1_u64), |last| {
        Some(last.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    });
    numbers.take(62_500).map(|number| format!("{number:016x}")).collect()
}

const ALL: [Kind; 5] = [Kind::Silent, Kind::Idle, Kind::DrippingHead, Kind::DrippingBody, Kind::NeverReading];

fn post(length: usize) -> String {
    format!(
        "POST /events/fair/registrations HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n{{"
    )
}

/// Sends a byte a second, for as long as somebody takes them.
fn drip(stream: TcpStream) -> (TcpStream, Option<JoinHandle<()>>) {
    let mut sender = stream.try_clone().unwrap();
    let dripping = thread::spawn(move || {
        while sender.write_all(b" ").is_ok() {
            thread::sleep(Duration::from_secs(1));
        }
    });
    (stream, Some(dripping))
}

/// What still comes, until the other side ends it; a reset is an end too.
fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut all = Vec::new();
    match stream.read_to_end(&mut all) {
        Err(error) if error.kind() == ErrorKind::WouldBlock => panic!("the connection is still open"),
        _ => all,
    }
}

#[test]
fn nobody_stays_for_ever() {
    let server = Server::start();
    let hanging: Vec<_> = ALL.iter().map(|kind| (*kind, server.hang(*kind).0)).collect();
    let start = Instant::now();
    thread::scope(|scope| {
        for (kind, mut stream) in hanging {
            scope.spawn(move || {
                if matches!(kind, Kind::NeverReading) {
                    // It is cut while nobody looks: what the system holds is all that comes.
                    thread::sleep(Duration::from_secs(35));
                }
                let rest = rest(&mut stream);
                let (elapsed, length) = (start.elapsed(), u64::try_from(rest.len()).unwrap());
                let text = String::from_utf8_lossy(&rest[..rest.len().min(100)]).into_owned();
                assert!((20..50).contains(&elapsed.as_secs()), "{kind:?} ended after {elapsed:?}");
                match kind {
                    Kind::Silent => assert_eq!(length, 0),
                    Kind::DrippingBody => assert!(text.starts_with("HTTP/1.1 408 "), "{text}"),
                    Kind::NeverReading => assert!(length < LARGE, "all of it was sent"),
                    Kind::Idle | Kind::DrippingHead => {}
                }
            });
        }
    });
    server.visit();
}

#[test]
fn who_comes_new_is_served_when_all_places_are_taken() {
    let server = Server::with_descriptors("128");
    let kinds = [Kind::Silent, Kind::DrippingHead, Kind::Silent];
    let hanging: Vec<_> = (0..150).map(|number| server.hang(kinds[number % kinds.len()])).collect();
    let waited = server.visit();
    assert!(waited < PATIENCE, "{waited:?}");
    drop(hanging);
    assert!(server.visit() < PATIENCE);
}

#[test]
fn requests_without_an_end_make_room_too() {
    let server = Server::with_descriptors("128");
    let kinds = [Kind::DrippingBody, Kind::NeverReading];
    let hanging: Vec<_> = (0..80).map(|number| server.hang(kinds[number % kinds.len()])).collect();
    let waited = server.visit();
    assert!(waited < PATIENCE, "{waited:?}");
    drop(hanging);
}

#[test]
fn the_end_comes_whatever_hangs() {
    for kind in ALL {
        let mut server = Server::start();
        let hanging = server.hang(kind);
        // It is known to the server for certain.
        server.visit();
        server.signal();
        let took = server.end();
        assert!(took < Duration::from_secs(10), "{kind:?}: {took:?}");
        drop(hanging);
    }
}

#[test]
fn who_has_asked_is_answered_before_the_end() {
    let mut server = Server::start();
    let mut stream = server.send(&post(3));
    server.visit();
    server.signal();
    thread::sleep(Duration::from_secs(1));
    stream.write_all(b"] ").unwrap();
    let answer = String::from_utf8(rest(&mut stream)).unwrap();
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert!(server.end() < Duration::from_secs(3));
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let mut server = Server::start();
    let hanging = server.hang(Kind::DrippingBody);
    server.visit();
    server.signal();
    thread::sleep(Duration::from_millis(500));
    assert!(server.child.try_wait().unwrap().is_none(), "the first one leaves time");
    server.signal();
    let took = server.end();
    assert!(took < Duration::from_secs(3), "{took:?}");
    drop(hanging);
}

/// Asks on a connection that is kept, and reads the whole answer.
fn ask(stream: &mut BufReader<TcpStream>, coding: &str) {
    let request = format!("GET /noise.js HTTP/1.1\r\nHost: h\r\nAccept-Encoding: {coding}\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes()).unwrap();
    let line = |stream: &mut BufReader<TcpStream>| {
        let mut line = String::new();
        stream.read_line(&mut line).unwrap();
        line.trim().to_owned()
    };
    let mut length = None;
    loop {
        let line = line(stream);
        if let Some(number) = line.strip_prefix("content-length: ") {
            length = Some(number.parse().unwrap());
        }
        if line.is_empty() {
            break;
        }
    }
    let skip = |stream: &mut BufReader<TcpStream>, length| stream.read_exact(&mut vec![0; length]).unwrap();
    match length {
        Some(length) => skip(stream, length),
        // In chunks, each with its length before it.
        None => loop {
            let length = usize::from_str_radix(&line(stream), 16).unwrap();
            skip(stream, length + 2);
            if length == 0 {
                break;
            }
        },
    }
}

#[test]
fn a_kept_connection_is_answered_without_a_pause() {
    let server = Server::start();
    for coding in ["identity", "gzip"] {
        let mut stream = BufReader::new(server.connect());
        let mut times: Vec<Duration> = (0..40)
            .map(|_| {
                let start = Instant::now();
                ask(&mut stream, coding);
                start.elapsed()
            })
            .collect();
        times.sort();
        // A packet that waits for the one before to be acknowledged takes 40 ms.
        assert!(times[30] < Duration::from_millis(30), "{coding}: {times:?}");
    }
}

/// Processor time of a process, in ticks of 10 ms.
#[cfg(target_os = "linux")]
fn ticks(id: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn descriptors_that_run_out_are_waited_for() {
    let server = Server::start();
    let limit = |soft: &str| {
        let id = server.child.id().to_string();
        let limit = format!("--nofile={soft}:");
        assert!(Command::new("prlimit").args(["--pid", &id, &limit]).status().unwrap().success());
    };
    server.visit();
    limit("4");
    let mut waiting = server.send("GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    let before = ticks(server.child.id());
    thread::sleep(Duration::from_secs(2));
    let spent = ticks(server.child.id()) - before;
    assert!(spent < 50, "{spent} of 200 ticks were spent on trying again");
    waiting.set_read_timeout(Some(Duration::from_millis(10))).unwrap();
    assert_eq!(waiting.read(&mut [0]).unwrap_err().kind(), ErrorKind::WouldBlock, "nothing ran out");
    limit("4096");
    waiting.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut answer = String::new();
    waiting.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}
