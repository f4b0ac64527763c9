//! Fetching the event file.

use super::{FetchFailure, Reply, Started, fetch, finish};
use crate::config::Source;
use huso_agenda::decode::Value;
use huso_agenda::{Agenda, Diagnostic, encoding};
use huso_registration::Event;
use huso_registration::form::Outline;
use std::rc::Rc;

/// Milliseconds after which people wonder whether something comes.
pub const SLOW: u32 = 15_000;
/// Milliseconds an event file may take on a slow network.
const LIMIT: u32 = 30_000;

/// An event as its file is read at first. Equal to itself only: comparing two thousand sessions costs more
/// than drawing them.
#[derive(Debug, Default)]
pub struct LoadedEvent {
    /// What takes place.
    pub agenda: Agenda,
    /// What the file says of the registration, and what of that is known before it is read.
    pub registration: Option<(Value, Outline)>,
    /// What is wrong with the file, the registration left aside.
    pub faults: Vec<Diagnostic>,
}

impl PartialEq for LoadedEvent {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Why there is no agenda to show.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadFailure {
    /// The element says neither where it is nor what it says.
    NoSource,
    /// No answer.
    Unreachable,
    /// No answer yet, for longer than usual.
    Slow,
    /// An answer that is no success.
    Status(u16),
    /// A file that can't be read, and what is wrong with it.
    Unreadable(Vec<Diagnostic>),
}

/// The event and its file's text, unless that is the known one.
pub type Answer = Result<Option<(Rc<LoadedEvent>, String)>, LoadFailure>;

/// The event, what is wrong with its file, and the file's text; `None` if that is `known`.
///
/// `started` is a request for it that was begun already, if one was.
///
/// # Errors
/// [`LoadFailure`]
pub async fn load(source: &Source, known: Option<&str>, started: Option<Started>) -> Answer {
    let text = match source {
        Source::None => return Err(LoadFailure::NoSource),
        Source::Inline(text) => text.clone(),
        Source::Address(address) => match get(address, started).await {
            Ok(reply) if (200..300).contains(&reply.status) => text(&reply.body)?,
            Ok(reply) => return Err(LoadFailure::Status(reply.status)),
            Err(FetchFailure::Network | FetchFailure::TimedOut) => return Err(LoadFailure::Unreachable),
        },
    };
    if Some(text.as_str()) == known {
        return Ok(None);
    }
    let (event, faults) = Event::parse_agenda(&text);
    let Some((agenda, registration)) = event else { return Err(LoadFailure::Unreadable(faults)) };
    let registration = registration.map(|written| {
        let outline = Outline::read(&written, &agenda);
        (written, outline)
    });
    Ok(Some((Rc::new(LoadedEvent { agenda, registration, faults }), text)))
}

async fn get(address: &str, started: Option<Started>) -> Result<Reply, FetchFailure> {
    match started.filter(|started| started.address == address) {
        Some(started) => finish(started, LIMIT).await,
        None => fetch(address, None, LIMIT).await,
    }
}

/// The text of a file, if it is text that can be read.
fn text(bytes: &[u8]) -> Result<String, LoadFailure> {
    let refused = |problem| LoadFailure::Unreadable(vec![Diagnostic { place: String::new(), problem }]);
    encoding::text(bytes).map(str::to_owned).map_err(refused)
}
