//! One request over a connection of its own.

use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// How long an answer is waited for: longer than the receiver takes for any.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is asked of a receiver.
#[derive(Clone, Debug)]
pub struct Request {
    text: String,
}

/// What it answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Header lines.
    pub head: String,
    /// Whatever it is.
    pub body: String,
}

impl Answer {
    /// The body as JSON; null if it isn't.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// Whether it says that something is stored.
    pub fn is_receipt(&self) -> bool {
        matches!(self.status, 200 | 201)
    }
}

impl Request {
    /// Reads a path.
    pub fn get(path: &str) -> Self {
        Self { text: format!("GET {path} HTTP/1.1\r\nHost: huso\r\nConnection: close\r\n\r\n") }
    }

    /// Sends JSON to a path.
    pub fn post(path: &str, body: &Value) -> Self {
        let body = body.to_string();
        let length = body.len();
        Self {
            text: format!(
                "POST {path} HTTP/1.1\r\nHost: huso\r\nConnection: close\r\nContent-Type: application/json\r\n\
                 Content-Length: {length}\r\n\r\n{body}"
            ),
        }
    }

    /// Asks. `None` where no whole answer came: whether it was heard isn't known.
    pub fn send(&self, address: &str) -> Option<Answer> {
        let mut stream = self.start(address, self.text.len())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        let is_whole = length.is_none_or(|length: usize| body.len() == length);
        let status = head.get(9..12)?.parse().ok()?;
        is_whole.then(|| Answer { status, head: head.to_owned(), body: body.to_owned() })
    }

    /// Sends that many bytes at most, and hangs up without waiting for an answer.
    pub fn cut(&self, address: &str, bytes: usize) {
        drop(self.start(address, bytes));
    }

    /// How many bytes it has.
    pub fn length(&self) -> usize {
        self.text.len()
    }

    fn start(&self, address: &str, bytes: usize) -> Option<TcpStream> {
        let mut stream = TcpStream::connect(address).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        stream.set_write_timeout(Some(PATIENCE)).ok()?;
        stream.write_all(self.text.as_bytes().get(..bytes)?).ok()?;
        Some(stream)
    }
}
