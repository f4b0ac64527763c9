//! `huso serve` and `huso registrations`.

use crate::program::{command, example, huso, out};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

pub(crate) struct Served {
    child: Child,
    address: String,
}

pub(crate) fn serve(database: &Path) -> Served {
    let database = database.to_str().unwrap();
    let example = example(2027);
    let args = ["serve", "--event", &example, "--database", database, "--listen", "127.0.0.1:0"];
    let mut child = command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Huso listens on http://").unwrap().to_owned();
    Served { child, address }
}

impl Served {
    pub(crate) fn post(&self, body: &Value) -> String {
        let body = body.to_string();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "POST /events/pacific-alliance-2027/registrations HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Stops it as a service manager does; what it logged.
    pub(crate) fn stop(mut self) -> String {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        let output = self.child.wait().unwrap();
        assert_eq!(output.code(), Some(0), "SIGTERM is an orderly end");
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        log
    }
}

#[test]
fn what_was_served_is_listed_and_the_log_names_nobody() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("huso.db");
    let served = serve(&database);
    let answer = served.post(&json!({
        "huso": 1, "submission": "11111111-2222-4333-8444-555555555555", "event": "pacific-alliance-2027",
        "answers": {"name": "Ana Rojas", "email": "ana.rojas@example.org", "country": "PE", "participation": "public"},
        "sessions": ["keynote"], "consents": ["data"]
    }));
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    let log = served.stop();
    assert!(log.contains("\"status\":201"), "{log}");
    for personal in ["Ana", "ana.rojas", "127.0.0.1"] {
        assert!(!log.contains(personal), "{personal} in {log}");
    }

    let output = huso(&["registrations", "--format", "csv", "--database", database.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let (header, row) = out(&output).split_once("\r\n").unwrap();
    assert!(header.starts_with("event,submission,received_at,status,sessions"));
    assert!(row.starts_with("pacific-alliance-2027,11111111-2222-4333-8444-555555555555,"));
    assert!(row.contains(",confirmed,keynote,,PE,ana.rojas@example.org,Ana Rojas,public,data,"), "{row}");
    let none = huso(&["registrations", "--event", "other", "--database", database.to_str().unwrap()]);
    assert_eq!(out(&none).lines().count(), 1);
}
