//! A receiver on trial: what it told whom, and whether that was so.

use huso_test_receiver::{Answer, Huso, Receiver, Request, free_address};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long the receiver may take to notice: `/readyz` looks every 5 s, and SQLite waits 10 s for a lock.
const NOTICED: Duration = Duration::from_secs(20);
/// How long until it registers people again.
const RECOVERED: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(100);
/// People who register at the same time.
pub const PEOPLE: usize = 4;

/// More than fit into what is left of a full disk.
const MANY: usize = 4_000;

/// A receiver, and what it told whom.
pub struct Trial {
    huso: Huso,
    receiver: Receiver,
    people: usize,
    /// The status that each was told, by the submission's id.
    told: HashMap<String, String>,
    /// Who was answered that it can't be now, or not at all.
    refused: Vec<String>,
    _folder: TempDir,
}

impl Trial {
    /// Starts a receiver on a database, and registers some people.
    pub fn start(database: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let event = folder.path().join("event.json");
        let file = json!({
            "huso": 1, "id": "fault", "title": "Fault", "timezone": "America/Bogota",
            "sessions": [{ "id": "a", "title": "A", "start": "2099-08-11T09:00" }],
            "registration": {
                "capacity": 30,
                "fields": [{ "id": "email", "type": "email", "label": "Correo", "required": true }]
            }
        });
        std::fs::write(&event, file.to_string()).unwrap();
        let huso = Huso {
            program: env!("CARGO_BIN_EXE_huso").into(),
            events: vec![event],
            database: database.to_owned(),
            address: free_address().unwrap(),
        };
        let receiver = huso.serve().unwrap();
        let mut trial =
            Self { huso, receiver, people: 0, told: HashMap::new(), refused: Vec::new(), _folder: folder };
        assert_eq!(trial.receiver.readiness(), Some(200));
        trial.people_register();
        assert!(trial.refused.is_empty(), "nothing is broken yet");
        trial
    }

    /// The running receiver.
    pub fn receiver(&self) -> &Receiver {
        &self.receiver
    }

    /// Forgets what people were told so far: the fault takes it from the receiver.
    pub fn forget(&mut self) {
        self.told.clear();
    }

    /// Some new people register at the same time; how many were told that they are.
    pub fn people_register(&mut self) -> usize {
        let ids: Vec<_> = (0..PEOPLE).map(|number| format!("s-{}", self.people + number)).collect();
        self.people += PEOPLE;
        self.register(ids)
    }

    fn register(&mut self, ids: Vec<String>) -> usize {
        let receiver = &self.receiver;
        let answers: Vec<_> = thread::scope(|scope| {
            let ask = |id| scope.spawn(move || receiver.ask(&form(id)));
            let people: Vec<_> = ids.iter().map(|id| ask(id)).collect();
            people.into_iter().map(|person| person.join().unwrap()).collect()
        });
        let before = self.told.len();
        for (id, answer) in ids.into_iter().zip(answers) {
            match answer {
                Some(answer) if answer.is_receipt() => {
                    let status = answer.json()["status"].as_str().unwrap().to_owned();
                    self.told.insert(id, status);
                }
                Some(answer) => {
                    assert_refused(&answer);
                    self.refused.push(id);
                }
                None => self.refused.push(id),
            }
        }
        self.told.len() - before
    }

    /// People are not told that they are registered, and `/readyz` says so.
    pub fn is_broken(&mut self) {
        let told = self.people_register();
        assert_eq!(told, 0, "told that they are registered, in a database that can't be written");
        self.is_noticed();
    }

    /// `/readyz` says so.
    pub fn is_noticed(&self) {
        self.readiness_becomes(503, NOTICED);
    }

    /// Whether it calls itself ready or not, it registers people accordingly.
    pub fn is_as_ready_as_it_says(&mut self) {
        let is_ready = self.receiver.readiness() == Some(200);
        assert_eq!(self.people_register(), if is_ready { PEOPLE } else { 0 }, "/readyz: {is_ready}");
    }

    /// People register until one is told that it can't be.
    pub fn people_register_until_refused(&mut self) {
        while self.people_register() == PEOPLE {
            assert!(self.people < MANY, "nothing stops it");
        }
    }

    /// `/readyz` says so, and those who were refused get through, as do others.
    pub fn recovers(&mut self) {
        self.readiness_becomes(200, RECOVERED);
        let start = Instant::now();
        while !self.refused.is_empty() {
            assert!(start.elapsed() < RECOVERED, "{} got no answer", self.refused.len());
            let again = std::mem::take(&mut self.refused);
            self.register(again);
        }
        assert_eq!(self.people_register(), PEOPLE, "it goes on");
        assert_eq!(self.receiver.readiness(), Some(200));
    }

    fn readiness_becomes(&self, status: u16, patience: Duration) {
        let start = Instant::now();
        while self.receiver.readiness() != Some(status) {
            assert!(
                start.elapsed() < patience,
                "/readyz doesn't say {status}, but {:?}",
                self.receiver.readiness()
            );
            thread::sleep(PAUSE);
        }
    }

    /// Kills the receiver, starts it again, and compares: who was told that they are registered is, once, as
    /// they were told, and is told so again.
    pub fn told_the_truth(self) {
        self.receiver.kill().unwrap();
        let receiver = self.huso.serve().unwrap();
        let stored = stored(&self.huso);
        for (id, status) in &self.told {
            assert_eq!(stored.get(id), Some(&vec![status.clone()]), "{id} was told {status}");
            let answer = receiver.ask(&form(id)).unwrap();
            assert_eq!((answer.status, answer.json()["status"].as_str()), (200, Some(status.as_str())));
        }
    }
}

/// A filled form.
fn form(id: &str) -> Request {
    let email = format!("{id}@example.org");
    let body: Value = json!({ "huso": 1, "submission": id, "event": "fault", "answers": { "email": email } });
    Request::post("/events/fault/registrations", &body)
}

/// The database can't now: try again.
fn assert_refused(answer: &Answer) {
    let problem = answer.json();
    assert_eq!((answer.status, problem["code"].as_str()), (503, Some("storage")), "{}", answer.body);
    assert!(answer.head.to_ascii_lowercase().contains("\nretry-after:"), "{}", answer.head);
}

/// The status of each registration by the submission's id, as the organizer lists them.
fn stored(huso: &Huso) -> HashMap<String, Vec<String>> {
    let output = huso.run(&["registrations"]).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let table = String::from_utf8(output.stdout).unwrap();
    let mut stored = HashMap::<_, Vec<_>>::new();
    for line in table.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        stored.entry(cells[1].to_owned()).or_default().push(cells[3].to_owned());
    }
    stored
}
