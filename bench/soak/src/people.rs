//! Visitors: those who register, send twice, hang up, come back, add sessions, come again, look for seats.

use crate::event::EVENTS;
use crate::held::held;
use crate::ledger::{Person, Stage, Told};
use crate::soak::Soak;
use huso_test_receiver::{Answer, Request};
use serde_json::{Value, json};
use std::sync::Mutex;
use std::thread;

/// A visitor does one thing.
pub fn act(soak: &Soak, random: &mut fastrand::Rng) {
    match random.u8(..20) {
        0..8 => registers(soak, newcomer(random)),
        8 => sends_twice(soak, newcomer(random)),
        9 => hangs_up(soak, newcomer(random), random),
        10..13 => comes_back(soak, random),
        13..15 => adds_a_session(soak, random),
        15 => comes_again_as_another(soak, random),
        16 => is_a_machine(soak, newcomer(random)),
        _ => looks_for_seats(soak, random),
    }
}

/// Whether somebody has no answer yet.
pub fn waits(person: &Mutex<Person>) -> bool {
    let person = held(person);
    person.told.is_none() && !person.is_refused
}

/// Sends the form once more.
pub fn tries_again(soak: &Soak, person: &Mutex<Person>) {
    send(soak, &mut held(person), "try again");
}

fn newcomer(random: &mut fastrand::Rng) -> Person {
    let event = if random.bool() { &EVENTS[0] } else { &EVENTS[1] };
    let submission = format!("{:016x}", random.u64(..));
    let many = random.usize(1..=event.sessions.len());
    let sessions = random.choose_multiple(event.sessions.iter().map(|(id, _)| *id), many);
    Person::new(event, submission, sessions)
}

fn address(person: &Person) -> String {
    format!("/events/{}/registrations", person.event.id)
}

fn registers(soak: &Soak, mut person: Person) {
    send(soak, &mut person, "register");
    soak.ledger.add(person);
}

fn send(soak: &Soak, person: &mut Person, what: &str) {
    let answer = Request::post(&address(person), &person.form()).send(soak.address());
    hear(soak, person, what, answer);
}

/// Two of the same at once: a double click, or a browser that repeats what it believes lost.
fn sends_twice(soak: &Soak, mut person: Person) {
    let request = Request::post(&address(&person), &person.form());
    let answers = thread::scope(|scope| {
        let both = [(); 2].map(|()| scope.spawn(|| request.send(soak.address())));
        both.map(|one| one.join().ok().flatten())
    });
    for answer in answers {
        hear(soak, &mut person, "send twice", answer);
    }
    soak.ledger.add(person);
}

/// Somewhere in the request, or just before its answer.
fn hangs_up(soak: &Soak, person: Person, random: &mut fastrand::Rng) {
    let request = Request::post(&address(&person), &person.form());
    let bytes = if random.bool() { request.length() } else { random.usize(..request.length()) };
    request.cut(soak.address(), bytes);
    soak.tally.count("hang up", "no answer");
    soak.ledger.add(person);
}

/// Reloads, perhaps minutes later.
fn comes_back(soak: &Soak, random: &mut fastrand::Rng) {
    let Some(person) = soak.ledger.anybody(random) else { return };
    let mut person = held(&person);
    if !person.is_refused && person.erased == Stage::No {
        send(soak, &mut person, "come back");
    }
}

fn hear(soak: &Soak, person: &mut Person, what: &str, answer: Option<Answer>) {
    let Some(answer) = answer else { return soak.tally.count(what, "no answer") };
    if answer.is_receipt() {
        let receipt = answer.json();
        soak.tally.count(what, format!("{} {}", answer.status, text(&receipt, "status")));
        if let Some(token) = receipt.get("token").and_then(Value::as_str) {
            person.token = Some(token.to_owned());
        }
        if let Err(wrong) = person.hears(told(&receipt)) {
            soak.tally.wrong(wrong);
        }
        return;
    }
    let code = text(&answer.json(), "code");
    soak.tally.count(what, format!("{} {code}", answer.status));
    // Later is soon enough; whatever else it says, there is nothing wrong with the form.
    if !is_for_later(&answer) {
        soak.tally.wrong(format!("{what}: {} was answered {} {code}", person.submission, answer.status));
    }
}

/// The database can't now, or it took too long.
fn is_for_later(answer: &Answer) -> bool {
    matches!(answer.status, 408 | 503)
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn told(receipt: &Value) -> Told {
    let sessions = receipt.get("sessions").and_then(Value::as_array).cloned().unwrap_or_default();
    let sessions = sessions.iter().map(|one| (text(one, "id"), text(one, "status"))).collect();
    Told { status: text(receipt, "status"), sessions }
}

/// With the token of the first answer; a wrong one must not do.
fn adds_a_session(soak: &Soak, random: &mut fastrand::Rng) {
    let Some(person) = soak.ledger.anybody(random) else { return };
    let mut person = held(&person);
    let Some(token) = person.token.clone().filter(|_| person.is_registered()) else { return };
    let Some((session, _)) = random.choice(&person.event.sessions).copied() else { return };
    let is_wrong = random.u8(..8) == 0;
    let token = if is_wrong { "wrong".to_owned() } else { token };
    let path = format!("{}/{}/sessions", address(&person), person.submission);
    let body = json!({ "token": token, "sessions": [session], "language": "es" });
    let answer = Request::post(&path, &body).send(soak.address());
    match answer {
        Some(answer) if is_wrong => {
            soak.tally.count("add a session by a wrong token", answer.status.to_string());
            if answer.is_receipt() {
                soak.tally.wrong(format!("{} had {session} added by a wrong token", person.submission));
            }
        }
        Some(answer) if answer.is_receipt() => {
            let receipt = told(&answer.json());
            if !receipt.sessions.contains_key(session) {
                soak.tally.wrong(format!("{} was told nothing of {session}", person.submission));
            }
            hear(soak, &mut person, "add a session", Some(answer));
        }
        answer => {
            if !is_wrong {
                person.perhaps_added.insert(session);
            }
            hear(soak, &mut person, "add a session", answer);
        }
    }
}

/// Somebody who is registered fills another form.
fn comes_again_as_another(soak: &Soak, random: &mut fastrand::Rng) {
    let Some(first) = soak.ledger.anybody(random) else { return };
    let first = held(&first);
    if !first.is_registered() {
        return;
    }
    let submission = format!("{:016x}", random.u64(..));
    let mut again = Person::new(first.event, submission, first.sessions.clone());
    again.name.clone_from(&first.name);
    again.is_refused = true;
    refused(soak, &again, &again.form(), "come again with another form", "already_registered");
    soak.ledger.add(again);
}

/// The field that no person sees is filled.
fn is_a_machine(soak: &Soak, mut person: Person) {
    person.is_refused = true;
    let mut form = person.form();
    if let Some(form) = form.as_object_mut() {
        form.insert("remarks_2".to_owned(), json!("spam"));
    }
    refused(soak, &person, &form, "fill the hidden field", "automatic");
    soak.ledger.add(person);
}

/// What must not be stored, nor called stored.
fn refused(soak: &Soak, person: &Person, form: &Value, what: &str, code: &str) {
    let answer = Request::post(&address(person), form).send(soak.address());
    let Some(answer) = answer else { return soak.tally.count(what, "no answer") };
    let given = text(&answer.json(), if answer.is_receipt() { "status" } else { "code" });
    soak.tally.count(what, format!("{} {given}", answer.status));
    if given != code && !is_for_later(&answer) {
        soak.tally.wrong(format!("{what}: answered {} {given}", answer.status));
    }
}

fn looks_for_seats(soak: &Soak, random: &mut fastrand::Rng) {
    let event = if random.bool() { &EVENTS[0] } else { &EVENTS[1] };
    let path = format!("/events/{}/seats", event.id);
    let Some(answer) = Request::get(&path).send(soak.address()) else {
        return soak.tally.count("look for seats", "no answer");
    };
    soak.tally.count("look for seats", answer.status.to_string());
    let seats = answer.json();
    let limits = seats.get("sessions").and_then(Value::as_object).into_iter().flatten();
    for (session, state) in limits {
        let Some(left) = state.get("left").and_then(Value::as_u64) else { continue };
        if event.seats(session).is_none_or(|seats| left > seats as u64) {
            soak.tally.wrong(format!("{left} seats are left in {session} of {}", event.id));
        }
    }
}
