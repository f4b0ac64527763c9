//! How far the event's loading is, and what the visitor chose.

use crate::client::LoadFailure;
use crate::embed::Source;
use crate::platform;
use crate::view::Loaded;
use huso_agenda::Instant;
use std::rc::Rc;

/// Puts an id into a list, or takes it out.
pub fn toggle(list: &mut Vec<String>, id: String) {
    match list.iter().position(|other| *other == id) {
        Some(place) => {
            list.remove(place);
        }
        None => list.push(id),
    }
}

/// How far the loading of an event is.
pub enum Loading {
    /// Under way.
    Pending,
    /// There is nothing to show.
    Failed(LoadFailure),
    /// Here it is, with what is wrong with its file.
    Ready(Rc<Loaded>),
}

/// The event as it was fetched last, and as the visitor knows it.
pub struct Fetched {
    /// What came of it.
    pub loading: Loading,
    /// As the visitor last saw it: what differs is news.
    pub seen: Option<Rc<Loaded>>,
    /// The text of the file that is shown.
    pub text: Option<Rc<str>>,
    /// Where the text is from.
    source: Source,
    /// When the text was last known to be the newest.
    pub checked: Instant,
    /// Whether nobody could say since then.
    pub stale: bool,
}

/// An answer to [`Fetched`]: the event and its text, unless that is the known one.
pub type Answered = Result<Option<(Rc<Loaded>, String)>, LoadFailure>;

impl Default for Fetched {
    fn default() -> Self {
        Self {
            loading: Loading::Pending,
            seen: None,
            text: None,
            source: Source::None,
            checked: platform::now(),
            stale: false,
        }
    }
}

impl Fetched {
    /// The event that is shown.
    pub fn loaded(&self) -> Option<&Rc<Loaded>> {
        match &self.loading {
            Loading::Ready(loaded) => Some(loaded),
            _ => None,
        }
    }

    /// The answer of a source is there.
    pub fn settle(&mut self, source: Source, answer: Answered) {
        match answer {
            Ok(answer) => {
                if let Some((loaded, text)) = answer {
                    self.loading = Loading::Ready(loaded.clone());
                    // Another event is no news of this one.
                    self.seen = self.seen.take().filter(|_| source == self.source).or(Some(loaded));
                    self.text = Some(text.into());
                }
                (self.source, self.checked, self.stale) = (source, platform::now(), false);
            }
            Err(_) if self.loaded().is_some() && source == self.source => self.stale = true,
            Err(failure) => {
                self.loading = Loading::Failed(failure);
                self.text = None;
            }
        }
    }
}

/// How far the part of the program is that the form is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormPart {
    /// Nobody needed it yet.
    Unasked,
    /// On its way.
    Pending,
    /// It didn't come; which file was looked for where, for whoever runs the page.
    Failed(Rc<str>),
    /// Here.
    Ready,
}

/// The sessions that the visitor chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Their ids.
    pub ids: Vec<String>,
    /// Whether they are on their way, and stay as they are.
    pub locked: bool,
}

/// What happens to the choice.
pub enum ChoiceAction {
    /// A session is added, or taken out.
    Toggle(String),
    /// It becomes this one: a draft's, or none after a registration.
    Set(Vec<String>),
    /// It is on its way, or no longer.
    Lock(bool),
}

impl Choice {
    /// As an action leaves it.
    pub fn apply(&mut self, action: ChoiceAction) {
        match action {
            ChoiceAction::Toggle(_) if self.locked => {}
            ChoiceAction::Toggle(id) => toggle(&mut self.ids, id),
            ChoiceAction::Set(ids) => self.ids = ids,
            ChoiceAction::Lock(locked) => self.locked = locked,
        }
    }
}
