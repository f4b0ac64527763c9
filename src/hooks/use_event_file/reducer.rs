//! The event file as it was loaded last, and as the visitor knows it.

use crate::browser::{Answer, LoadFailure, LoadedEvent};
use crate::config::Source;
use huso_agenda::Instant;
use std::rc::Rc;
use yew::Reducible;
use yew::suspense::{Suspension, SuspensionHandle};

/// How far the loading is.
#[derive(Clone)]
pub enum Loading {
    /// Under way, and nothing is shown. Whoever shows it waits for the suspension.
    Pending(
        Suspension,
        #[allow(dead_code, reason = "the wait is over when it is dropped")] Rc<SuspensionHandle>,
    ),
    /// There is nothing to show.
    Failed(LoadFailure),
    /// Here it is.
    Ready(Rc<LoadedEvent>),
}

impl Loading {
    fn pending() -> Self {
        let (suspension, handle) = Suspension::new();
        Self::Pending(suspension, Rc::new(handle))
    }
}

/// The event file's state.
#[derive(Clone)]
pub struct EventFileState {
    /// How far its loading is.
    pub loading: Loading,
    /// As the visitor last saw it: what differs is news.
    pub seen: Option<Rc<LoadedEvent>>,
    /// The text of the file that is shown.
    pub text: Option<Rc<str>>,
    /// Where the text is from.
    source: Source,
    /// When the text was last known to be the newest.
    pub checked: Instant,
    /// Whether the last question for a newer one had no answer.
    pub is_stale: bool,
    /// How often the visitor waited for it.
    pub waits: u32,
}

/// What happens to the event file.
pub enum Action {
    /// Nothing is shown until the next answer.
    Wait,
    /// The answer takes long. It is taken when it comes.
    Slow,
    /// The answer of a source, and when it came.
    Settle(Source, Answer, Instant),
    /// The visitor has seen the news.
    MarkSeen,
}

impl Default for EventFileState {
    fn default() -> Self {
        Self {
            loading: Loading::pending(),
            seen: None,
            text: None,
            source: Source::None,
            checked: Instant::default(),
            is_stale: false,
            waits: 1,
        }
    }
}

impl Reducible for EventFileState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            Action::Wait => {
                next.loading = Loading::pending();
                next.waits += 1;
            }
            Action::Slow if matches!(self.loading, Loading::Pending(..)) => {
                next.loading = Loading::Failed(LoadFailure::Slow);
            }
            Action::Slow => return self,
            Action::Settle(source, answer, now) => next.settle(source, answer, now),
            Action::MarkSeen => next.seen = self.loaded().cloned(),
        }
        Rc::new(next)
    }
}

impl EventFileState {
    /// The event that is shown.
    pub fn loaded(&self) -> Option<&Rc<LoadedEvent>> {
        match &self.loading {
            Loading::Ready(loaded) => Some(loaded),
            _ => None,
        }
    }

    /// Whether nothing is shown for a reason that may have passed when the visitor returns.
    pub fn may_pass(&self) -> bool {
        matches!(&self.loading, Loading::Failed(failure) if *failure != LoadFailure::NoSource)
    }

    fn settle(&mut self, source: Source, answer: Answer, now: Instant) {
        match answer {
            Ok(answer) => {
                if let Some((loaded, text)) = answer {
                    self.loading = Loading::Ready(loaded.clone());
                    // Another event is no news of this one.
                    self.seen = self.seen.take().filter(|_| source == self.source).or(Some(loaded));
                    self.text = Some(text.into());
                }
                (self.source, self.checked, self.is_stale) = (source, now, false);
            }
            Err(_) if self.loaded().is_some() && source == self.source => self.is_stale = true,
            Err(failure) => {
                self.loading = Loading::Failed(failure);
                self.text = None;
            }
        }
    }
}
