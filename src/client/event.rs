//! Fetching the event file.

use super::{FetchFailure, fetch};
use crate::embed::Source;
use crate::state::Answered;
use crate::view::Loaded;
use huso_agenda::{Diagnostic, encoding};
use huso_registration::Event;
use huso_registration::form::Outline;
use std::rc::Rc;

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

/// The event, what is wrong with its file, and the file's text; `None` if that is `known`.
///
/// # Errors
/// [`LoadFailure`]
pub async fn load(source: &Source, known: Option<&str>) -> Answered {
    let text = match source {
        Source::None => return Err(LoadFailure::NoSource),
        Source::Inline(text) => text.clone(),
        Source::Address(address) => match fetch(address, None, LIMIT).await {
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
    Ok(Some((Rc::new(Loaded { agenda, registration, faults }), text)))
}

/// The text of a file, if it is text that can be read.
fn text(bytes: &[u8]) -> Result<String, LoadFailure> {
    let refused = |problem| LoadFailure::Unreadable(vec![Diagnostic { place: String::new(), problem }]);
    encoding::text(bytes).map(str::to_owned).map_err(refused)
}
