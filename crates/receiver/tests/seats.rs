//! Seats under whatever happens in whatever order: registrations, cancellations, promotions, erasures, rows that are
//! deleted by hand, files with other capacities. What must hold after each step is said in `Model::check`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_agenda::Instant;
use huso_receiver::store::{
    Addition, Admission, Arrival, Cancellation, Capacities, Erasure, Extent, Occupancy, Registration, Stored,
};
use huso_receiver::{Database, Store};
use huso_registration::format::Duplicates;
use huso_registration::wire::{Answers, Status};
use huso_registration::{Receipt, Submission};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;
use sqlx::{AnyConnection, Connection as _};
use std::collections::BTreeMap;
use tempfile::TempDir;

const SESSIONS: [&str; 3] = ["a", "b", "c"];

#[derive(Clone, Debug)]
enum Step {
    /// Somebody registers for these sessions.
    Register(Vec<&'static str>),
    /// Who came as the nth adds sessions.
    Add(usize, Vec<&'static str>),
    /// They cancel.
    Cancel(usize),
    Promote,
    Erase(usize),
    /// Their row is deleted by hand.
    Delete(usize),
    /// The receiver starts with another file: seats of the event, and of each session; a session of which nothing is
    /// said is gone.
    File(Option<u32>, Vec<Option<Option<u32>>>),
}

fn step() -> impl Strategy<Value = Step> {
    let limit = || prop_oneof![1 => Just(None), 3 => (0_u32..4).prop_map(Some)];
    prop_oneof![
        8 => subsequence(SESSIONS.to_vec(), 0..=3).prop_map(Step::Register),
        3 => (0_usize..20, subsequence(SESSIONS.to_vec(), 1..=2)).prop_map(|(n, sessions)| Step::Add(n, sessions)),
        3 => (0_usize..20).prop_map(Step::Cancel),
        1 => Just(Step::Promote),
        1 => (0_usize..20).prop_map(Step::Erase),
        1 => (0_usize..20).prop_map(Step::Delete),
        2 => (limit(), vec(prop_oneof![5 => limit().prop_map(Some), 1 => Just(None)], 3))
            .prop_map(|(event, sessions)| Step::File(event, sessions)),
    ]
}

fn now() -> Instant {
    "2027-06-01T12:00:00Z".parse().unwrap()
}

/// Who holds what: by submission, the status and the sessions with a seat.
type Held = BTreeMap<String, (Status, Vec<String>)>;

struct Model {
    store: Store,
    url: String,
    capacities: Capacities,
    came: Vec<String>,
    /// Of each who came.
    tokens: Vec<String>,
    /// Those who came for no session.
    alone: Vec<String>,
    /// Whether nothing was left over since the last promotion: neither the file changed nor was a row deleted.
    is_settled: bool,
}

impl Model {
    async fn start(folder: &TempDir) -> Self {
        let path = folder.path().join("huso.db");
        let url = format!("sqlite:{}", path.display());
        let store = Store::open(&Database::Sqlite(path)).await.unwrap();
        let capacities = Capacities::default();
        let mut model =
            Self { store, url, capacities, came: vec![], tokens: vec![], alone: vec![], is_settled: true };
        model.file(Some(2), &[Some(Some(1)), Some(Some(2)), Some(None)]).await;
        model
    }

    async fn file(&mut self, event: Option<u32>, sessions: &[Option<Option<u32>>]) {
        let sessions =
            SESSIONS.iter().zip(sessions).filter_map(|(id, limit)| Some(((*id).to_owned(), (*limit)?)));
        self.capacities = Capacities { event, sessions: sessions.collect() };
        self.store.set_event("fair", &self.capacities, None, now()).await.unwrap();
    }

    async fn live(&self) -> Vec<Registration> {
        let mut all = self.store.registrations(None).await.unwrap();
        all.retain(|one| one.cancelled_at.is_none());
        all
    }

    async fn held(&self) -> Held {
        let held = |one: Registration| {
            let seated = one.sessions.into_iter().filter(|session| session.status == Status::Confirmed);
            (one.submission, (one.status, seated.map(|session| session.id).collect()))
        };
        self.live().await.into_iter().map(held).collect()
    }

    /// The newcomer's receipt.
    async fn register(&mut self, sessions: &[&str]) -> Receipt {
        let id = format!("s{}", self.came.len());
        self.came.push(id.clone());
        // Nobody can choose what is gone.
        let sessions = sessions.iter().filter(|id| self.capacities.sessions.contains_key(**id));
        let submission = Submission {
            huso: 1,
            submission: id,
            event: "fair".into(),
            language: None,
            timezone: None,
            answers: Answers::default(),
            sessions: sessions.map(|id| (*id).to_owned()).collect(),
            consents: Vec::new(),
            notice: None,
        };
        let arrival = Arrival {
            submission,
            fingerprint: String::new(),
            may_be_stored: true,
            admission: Admission::free(),
            duplicates: Duplicates::Allow,
            email: None,
            person: String::new(),
            suspect: None,
            origin: None,
            invited: None,
        };
        match self.store.register(arrival, now).await.unwrap() {
            Stored::New(receipt) => {
                self.tokens.push(receipt.token.clone().unwrap());
                if receipt.sessions.is_empty() {
                    self.alone.push(receipt.submission.clone());
                }
                receipt
            }
            other => panic!("{other:?}"),
        }
    }

    async fn add(&self, n: usize, sessions: &[&str]) {
        let Some(token) = self.tokens.get(n) else { return };
        let sessions = sessions.iter().filter(|id| self.capacities.sessions.contains_key(**id));
        let addition = Addition {
            event: "fair".into(),
            submission: self.came[n].clone(),
            token: token.clone(),
            sessions: sessions.map(|id| (*id).to_owned()).collect(),
            by_invitation: Vec::new(),
            most: None,
        };
        self.store.add_sessions(addition, now).await.unwrap();
    }

    async fn take(&mut self, step: &Step) {
        let before = (self.held().await, self.occupancy().await);
        let nth = |n: &usize| self.came.get(*n).cloned().unwrap_or_default();
        let gone = match step {
            Step::Register(sessions) => {
                let receipt = self.register(sessions).await;
                self.check_newcomer(&receipt, &before.1);
                None
            }
            Step::Add(n, sessions) => {
                self.add(*n, sessions).await;
                None
            }
            Step::Cancel(n) => {
                let cancelled = self.store.cancel(None, &nth(n), Extent::One, now()).await.unwrap();
                matches!(cancelled, Cancellation::Done { .. }).then(|| nth(n))
            }
            Step::Erase(n) => {
                let erased = self.store.erase(&Erasure::parse(&nth(n)), false, now()).await.unwrap();
                erased.registrations.first().cloned()
            }
            Step::Delete(n) => {
                let mut connection = AnyConnection::connect(&self.url).await.unwrap();
                let delete = sqlx::query("DELETE FROM registrations WHERE submission = $1").bind(nth(n));
                delete.execute(&mut connection).await.unwrap();
                connection.close().await.unwrap();
                Some(nth(n))
            }
            Step::Promote => {
                self.store.promote("fair", false, now()).await.unwrap();
                None
            }
            Step::File(event, sessions) => {
                self.file(*event, sessions).await;
                None
            }
        };
        self.check(step, &before, gone.as_deref()).await;
        self.is_settled = match step {
            Step::Promote => true,
            Step::File(..) | Step::Delete(_) => false,
            _ => self.is_settled,
        };
        if self.is_settled {
            self.check_settled(step).await;
        }
    }

    async fn occupancy(&self) -> BTreeMap<String, Occupancy> {
        let all = self.store.occupancy("fair").await.unwrap();
        all.sessions.into_iter().chain([(String::new(), all.event)]).collect()
    }

    /// While somebody waits, newcomers wait too; and who gets a seat gets one that was there.
    fn check_newcomer(&self, receipt: &Receipt, before: &BTreeMap<String, Occupancy>) {
        let has_seat = |id: &str| {
            let one = before[id];
            one.waiting == 0 && one.capacity.is_none_or(|capacity| one.taken < capacity)
        };
        for session in &receipt.sessions {
            let expected = has_seat("") && has_seat(&session.id);
            assert_eq!(session.status == Status::Confirmed, expected, "{receipt:?} {before:?}");
        }
        let seated = receipt.sessions.iter().any(|session| session.status == Status::Confirmed);
        let expected = has_seat("") && (seated || receipt.sessions.is_empty());
        assert_eq!(receipt.status == Status::Confirmed, expected, "{receipt:?} {before:?}");
    }

    async fn check(&self, step: &Step, before: &(Held, BTreeMap<String, Occupancy>), gone: Option<&str>) {
        let live = self.live().await;
        let now = self.occupancy().await;
        for (id, one) in &now {
            let holds = |registration: &&Registration| {
                if id.is_empty() {
                    return registration.status == Status::Confirmed;
                }
                let mut sessions = registration.sessions.iter();
                sessions.any(|session| session.id == *id && session.status == Status::Confirmed)
            };
            let taken = u32::try_from(live.iter().filter(holds).count()).unwrap();
            assert_eq!(one.taken, taken, "the counter of {id:?} after {step:?}");
            // Never more than there are, but where the file took some away.
            let held = |(status, sessions): &&(Status, Vec<String>)| {
                if id.is_empty() { *status == Status::Confirmed } else { sessions.contains(id) }
            };
            let was = u32::try_from(before.0.values().filter(held).count()).unwrap();
            assert!(one.capacity.is_none_or(|capacity| taken <= capacity.max(was)), "{id:?} after {step:?}");
        }
        for one in &live {
            let seated = one.sessions.iter().any(|session| session.status == Status::Confirmed);
            // Who came for the event alone keeps their seat in it while they wait for a session that they added.
            let came_alone = self.alone.contains(&one.submission);
            let expected = seated || (came_alone && one.status == Status::Confirmed);
            assert_eq!(
                one.status == Status::Confirmed,
                expected,
                "a seat in the event is one in a session: {one:?}"
            );
        }
        // Nobody loses a seat, and nobody gets one but by a cancellation, an erasure or a promotion.
        let held = self.held().await;
        for (id, (status, sessions)) in &before.0 {
            let Some((new_status, new_sessions)) = held.get(id) else {
                assert_eq!(gone, Some(id.as_str()), "after {step:?}");
                continue;
            };
            assert!(sessions.iter().all(|session| new_sessions.contains(session)), "{id} after {step:?}");
            assert!(*status != Status::Confirmed || *new_status == Status::Confirmed, "{id} after {step:?}");
            let is_same = (status, sessions) == (new_status, new_sessions);
            let is_own = matches!(step, Step::Add(n, _) if self.came.get(*n) == Some(id));
            let may_move = is_own || matches!(step, Step::Cancel(_) | Step::Erase(_) | Step::Promote);
            assert!(is_same || may_move, "{id} moved up by {step:?}");
            // Nor in what is gone.
            for session in new_sessions {
                assert!(sessions.contains(session) || self.capacities.sessions.contains_key(session));
            }
        }
    }

    /// Nobody waits for what is there.
    async fn check_settled(&self, step: &Step) {
        let now = self.occupancy().await;
        let is_free = |id: &str| {
            now.get(id).is_some_and(|one| one.capacity.is_none_or(|capacity| one.taken < capacity))
        };
        for one in self.live().await {
            let mut waiting = one.sessions.iter().filter(|session| session.status == Status::Waitlisted);
            let could = waiting.any(|session| is_free(&session.id)) || one.sessions.is_empty();
            let has_event = one.status == Status::Confirmed;
            let waits = !has_event || one.sessions.iter().any(|session| session.status == Status::Waitlisted);
            assert!(!(waits && could && (has_event || is_free(""))), "{one:?} {now:?} after {step:?}");
        }
        // Nor is a newcomer kept from it: the event has nobody in line while it has a seat.
        assert!(!is_free("") || now[""].waiting == 0, "{now:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn seats_hold_under_whatever_happens(steps in vec(step(), 1..30)) {
        let folder = TempDir::new().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut model = Model::start(&folder).await;
            for step in &steps {
                model.take(step).await;
            }
            model.store.close().await;
        });
    }
}
