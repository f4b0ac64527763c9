//! People who register with the real program, over HTTP.

use crate::CONNECTIONS;
use crate::latencies::Latencies;
use anyhow::{Context as _, Result, bail, ensure};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// One that counts: two sessions with seats, in an event with seats.
pub const EVENT: &str = r#"{
    "huso": 1, "id": "load", "title": "Load", "timezone": "America/Bogota",
    "sessions": [
        {"id": "a", "title": "A", "start": "2099-08-11T09:00", "registration": {"capacity": 1000}},
        {"id": "b", "title": "B", "start": "2099-08-11T11:00", "registration": {"capacity": 1000}}
    ],
    "registration": {
        "capacity": 2000, "choose": "sessions",
        "fields": [
            {"id": "name", "type": "text", "label": "Nombre", "required": true},
            {"id": "email", "type": "email", "label": "Correo", "required": true}
        ]
    }
}"#;

/// Ends the program whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Registers as fast as it goes, and says how long each had to wait for its receipt.
pub async fn load(huso: &Path, event: &Path, database: &str, time: Duration) -> Result<Latencies> {
    let mut child = Command::new(huso)
        .arg("serve")
        .arg("--event")
        .arg(event)
        .args(["--database", database, "--listen", "127.0.0.1:0"])
        .args(["--limit-per-address", "0", "--limit-per-form", "0", "--limit-stored", "0"])
        .env("RUST_LOG", "error")
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} could not be started", huso.display()))?;
    let output = child.stdout.take().context("no output")?;
    let _running = Running(child);
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut line)?;
    let address =
        line.trim().strip_prefix("Huso listens on http://").context("huso did not start")?.to_owned();

    let start = Instant::now();
    let tasks: Vec<_> = (0..CONNECTIONS)
        .map(|connection| tokio::spawn(register(address.clone(), connection, start, time)))
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await??);
    }
    Ok(Latencies::new(all, start.elapsed()))
}

async fn register(
    address: String,
    connection: usize,
    start: Instant,
    time: Duration,
) -> Result<Vec<Duration>> {
    let mut stream = BufReader::new(TcpStream::connect(&address).await?);
    stream.get_mut().set_nodelay(true)?;
    let mut each = Vec::new();
    while start.elapsed() < time {
        let id = format!("{connection}-{}", each.len());
        let body = format!(
            r#"{{"huso":1,"submission":"{id}","event":"load","language":"es","timezone":"America/Lima","answers":{{"name":"Ana Rojas","email":"{id}@example.org"}},"sessions":["a","b"],"consents":[]}}"#
        );
        let request = format!(
            "POST /events/load/registrations HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let one = Instant::now();
        stream.get_mut().write_all(request.as_bytes()).await?;
        let status = answer(&mut stream).await?;
        each.push(one.elapsed());
        ensure!(status == 201, "answered {status}");
    }
    Ok(each)
}

/// Reads one answer and returns its status.
async fn answer(stream: &mut BufReader<TcpStream>) -> Result<u16> {
    let (mut status, mut length) = (0, 0);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            bail!("the connection ended");
        }
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(code) = line.strip_prefix("http/1.1 ") {
            status = code.get(..3).context("no status")?.parse()?;
        }
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.parse()?;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await?;
    Ok(status)
}
