//! Reads what arrives, file by file.

use crate::bring::piece::{Missing, Piece};
use crate::review::remembered;
use crate::workspace::Brought;
use gloo_timers::future::TimeoutFuture;
use huso_import::{Opened, open};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, UseStateSetter, hook, use_mut_ref, use_state};

/// What is done with what arrived last.
#[derive(Clone, PartialEq)]
pub enum Reading {
    /// Nothing, or it was read.
    Idle,
    /// It is read.
    Going(Progress),
    /// Somebody stopped it: what was read until then, and how much.
    Stopped(Rc<Brought>, Progress),
    /// A file has nothing in it that takes place, or is none; its bytes are kept for explaining it.
    Nothing(Rc<Opened>, Rc<[u8]>),
    /// A file can't be had.
    Missing(Missing),
}

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The file that is read.
    pub name: String,
    /// How many were read before it.
    pub read: usize,
    /// How many there are.
    pub all: usize,
    /// How many sessions were found in them.
    pub sessions: usize,
}

/// What is read, what starts reading and what stops it.
#[derive(Clone, PartialEq)]
pub struct UseReading {
    /// What is done with what arrived last.
    pub reading: Reading,
    /// Reads what arrived.
    pub read: Callback<Vec<Piece>>,
    /// Stops it, between two files.
    pub stop: Callback<()>,
}

/// Reads what arrives, and hands over what has something in it.
#[hook]
pub fn use_reading(on_brought: Callback<Rc<Brought>>) -> UseReading {
    let reading = use_state(|| Reading::Idle);
    let run = use_mut_ref(|| Rc::new(Cell::new(false)));
    let stop = {
        let run = run.clone();
        Callback::from(move |()| run.borrow().set(true))
    };
    let read = {
        let (reading, stop) = (reading.setter(), stop.clone());
        Callback::from(move |pieces: Vec<Piece>| {
            if pieces.is_empty() {
                return;
            }
            stop.emit(());
            let is_stopped = Rc::new(Cell::new(false));
            run.replace(is_stopped.clone());
            spawn_local(go(pieces, is_stopped, reading.clone(), on_brought.clone()));
        })
    };
    UseReading { reading: (*reading).clone(), read, stop }
}

async fn go(
    pieces: Vec<Piece>,
    is_stopped: Rc<Cell<bool>>,
    reading: UseStateSetter<Reading>,
    on_brought: Callback<Rc<Brought>>,
) {
    let context = Brought::new(Vec::new()).context();
    let mut arrived = Vec::<(String, Vec<Opened>)>::new();
    let mut last: Rc<[u8]> = Rc::new([]);
    for (at, piece) in pieces.iter().enumerate() {
        let files = || arrived.iter().flat_map(|(_, files)| files);
        let sessions = files().map(|file| file.read.program.sessions.len()).sum();
        let count = files().count();
        let progress = Progress { name: piece.name(), read: at, all: pieces.len(), sessions };
        if is_stopped.get() {
            return reading.set(Reading::Stopped(Brought::together(arrived).into(), progress));
        }
        reading.set(Reading::Going(progress));
        // The page shows it before the next file takes its time.
        TimeoutFuture::new(0).await;
        match piece.bytes().await {
            Ok(bytes) => {
                let opened = open(&bytes, &piece.name(), count, &context);
                let opened = opened.into_iter().map(|file| remembered(file, &context)).collect();
                arrived.push((piece.name(), opened));
                last = bytes.into();
            }
            Err(missing) => return reading.set(Reading::Missing(missing)),
        }
    }
    let nothing = arrived.last().and_then(|(_, files)| files.last()).cloned();
    let brought = Brought::together(arrived);
    match nothing.filter(|_| !brought.has_something()) {
        Some(file) => reading.set(Reading::Nothing(file.into(), last)),
        None => {
            reading.set(Reading::Idle);
            on_brought.emit(brought.into());
        }
    }
}
