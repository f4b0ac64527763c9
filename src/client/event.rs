//! Fetching the event file.

use super::{FetchFailure, fetch_text};
use crate::embed::Source;
use crate::view::Loaded;
use huso_agenda::Diagnostic;
use huso_registration::Event;

/// Milliseconds an event file may take on a slow network.
const LIMIT: u32 = 30_000;

/// Why there is no agenda to show.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadFailure {
    /// The element says neither where it is nor what it says.
    NoSource,
    /// No answer.
    Unreachable,
    /// An answer that is no success.
    Status(u16),
    /// A file that can't be read, and what is wrong with it.
    Unreadable(Vec<Diagnostic>),
}

/// The event, and what is wrong with its file.
///
/// # Errors
/// [`LoadFailure`]
pub async fn load(source: &Source) -> Result<Loaded, LoadFailure> {
    let text = match source {
        Source::None => return Err(LoadFailure::NoSource),
        Source::Inline(text) => text.clone(),
        Source::Address(address) => match fetch_text(address, None, LIMIT).await {
            Ok(reply) if (200..300).contains(&reply.status) => reply.body,
            Ok(reply) => return Err(LoadFailure::Status(reply.status)),
            Err(FetchFailure::Network | FetchFailure::TimedOut) => return Err(LoadFailure::Unreachable),
        },
    };
    let (event, faults) = Event::parse(&text);
    match event {
        Some(event) => Ok((event, faults)),
        None => Err(LoadFailure::Unreadable(faults)),
    }
}
