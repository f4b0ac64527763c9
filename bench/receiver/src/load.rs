//! People who register with the real program, over HTTP.

use crate::latencies::Latencies;
use anyhow::{Context as _, Result, bail, ensure};
use huso_test_receiver::Huso;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// One that counts: two sessions with seats, in an event with seats.
pub fn event(seats: usize) -> String {
    let session = |id: &str, start: &str| {
        let registration = json!({ "capacity": seats });
        json!({ "id": id, "title": id, "start": start, "registration": registration })
    };
    json!({
        "huso": 1, "id": "load", "title": "Load", "timezone": "America/Bogota",
        "sessions": [session("a", "2099-08-11T09:00"), session("b", "2099-08-11T11:00")],
        "registration": {
            "capacity": seats, "choose": "sessions",
            "fields": [
                { "id": "name", "type": "text", "label": "Nombre", "required": true, "autocomplete": "name" },
                { "id": "email", "type": "email", "label": "Correo", "required": true }
            ]
        }
    })
    .to_string()
}

/// People who register, each connection the next as soon as one is answered.
#[derive(Clone, Debug)]
pub struct Load {
    /// At the same time.
    pub connections: usize,
    /// No longer than that.
    pub time: Duration,
    /// No more than that.
    pub most: usize,
    /// Part of their ids and addresses, so that nobody is the same as in another run.
    pub run: String,
    /// What each has to be told.
    pub status: &'static str,
}

/// Registers as fast as it goes, and says how long each had to wait for its receipt.
pub async fn load(huso: &Huso, load: Load) -> Result<Latencies> {
    let _receiver = huso.serve()?;
    let load = Arc::new(load);
    let begun = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    let tasks: Vec<_> = (0..load.connections)
        .map(|_| tokio::spawn(register(huso.address.clone(), load.clone(), begun.clone(), start)))
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await??);
    }
    Ok(Latencies::new(all, start.elapsed()))
}

async fn register(
    address: String,
    load: Arc<Load>,
    begun: Arc<AtomicUsize>,
    start: Instant,
) -> Result<Vec<Duration>> {
    let mut stream = BufReader::new(TcpStream::connect(&address).await?);
    stream.get_mut().set_nodelay(true)?;
    let mut each = Vec::new();
    while start.elapsed() < load.time {
        let number = begun.fetch_add(1, Ordering::Relaxed);
        if number >= load.most {
            break;
        }
        let id = format!("{}-{number}", load.run);
        let body = format!(
            r#"{{"huso":1,"submission":"{id}","event":"load","language":"es","timezone":"America/Lima","answers":{{"name":"Ana Rojas {id}","email":"{id}@example.org"}},"sessions":["a","b"],"consents":[]}}"#
        );
        let request = format!(
            "POST /events/load/registrations HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let one = Instant::now();
        stream.get_mut().write_all(request.as_bytes()).await?;
        let (status, receipt) = answer(&mut stream).await?;
        each.push(one.elapsed());
        let told = receipt.get("status").and_then(Value::as_str);
        ensure!(status == 201 && told == Some(load.status), "answered {status} {receipt}");
    }
    Ok(each)
}

/// Reads one answer.
async fn answer(stream: &mut BufReader<TcpStream>) -> Result<(u16, Value)> {
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
    Ok((status, serde_json::from_slice(&body).unwrap_or_default()))
}
