//! What the visitor chose and entered, and what became of it.

use crate::client::{LoadFailure, Outcome};
use crate::embed::Source;
use crate::platform;
use crate::view::Loaded;
use huso_agenda::{Instant, Lang};
use huso_registration::wire::{Answers, RemoteFault};
use huso_registration::{Answer, Fault, Receipt, Submission, Target};
use std::rc::Rc;
use yew::Reducible;

/// Puts an id into a list, or takes it out.
fn toggle(list: &mut Vec<String>, id: String) {
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

/// The sessions that the visitor chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice(pub Vec<String>);

/// What happens to the choice.
pub enum ChoiceAction {
    /// A session is added, or taken out.
    Toggle(String),
    /// It is registered: the next form starts with none.
    Clear,
}

impl Choice {
    /// As an action leaves it.
    pub fn apply(&mut self, action: ChoiceAction) {
        match action {
            ChoiceAction::Toggle(id) => toggle(&mut self.0, id),
            ChoiceAction::Clear => self.0.clear(),
        }
    }
}

/// A fault with its text, ours or the receiver's.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownFault {
    /// Where in the form; `None` for the form as a whole.
    pub target: Option<Target>,
    /// What to do about it, in the visitor's language.
    pub text: String,
}

impl ShownFault {
    /// One that validation found here.
    pub fn local(fault: &Fault, lang: Lang) -> Self {
        Self { target: Some(fault.target.clone()), text: fault.code.message(lang) }
    }

    /// One that the receiver found.
    fn remote(fault: &RemoteFault) -> Self {
        Self { target: fault.target(), text: fault.detail.clone() }
    }
}

/// How far the form is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// It is being filled.
    Editing,
    /// It is on its way.
    Sending,
    /// It is not known to be stored.
    Failed(Outcome),
    /// It is stored.
    Done(Receipt),
}

/// The form as the visitor has filled it.
#[derive(Clone, Debug, PartialEq)]
pub struct FormState {
    /// Names this filled form, so that it is stored once however often it is sent.
    pub submission: String,
    /// Answers by field id.
    pub answers: Answers,
    /// Ids of the consents given.
    pub consents: Vec<String>,
    /// What has to be corrected.
    pub faults: Vec<ShownFault>,
    /// How often it was sent or refused: each time trouble takes the focus anew.
    pub attempts: u32,
    /// How far it is.
    pub phase: Phase,
}

/// What happens to the form.
pub enum FormAction {
    /// A field was answered.
    Answer(String, Answer),
    /// A consent was given or taken back.
    Consent(String),
    /// The choice of sessions was changed.
    Chose,
    /// Validation found faults.
    Refuse(Vec<ShownFault>),
    /// It is sent.
    Send,
    /// The endpoint answered, or didn't.
    Settle(Outcome),
    /// Another person's form, with a new submission id.
    Restart,
}

impl FormState {
    /// An empty form.
    pub fn new(submission: String) -> Self {
        Self {
            submission,
            answers: Answers::default(),
            consents: Vec::new(),
            faults: Vec::new(),
            attempts: 0,
            phase: Phase::Editing,
        }
    }

    /// The form as it is sent.
    pub fn submission(&self, event: &str, sessions: &Choice, lang: Lang, zone: Option<String>) -> Submission {
        Submission {
            huso: huso_registration::wire::VERSION,
            submission: self.submission.clone(),
            event: event.to_owned(),
            language: Some(lang.tag().to_owned()),
            timezone: zone,
            answers: self.answers.clone(),
            sessions: sessions.0.clone(),
            consents: self.consents.clone(),
        }
    }

    /// The text of the fault at a place.
    pub fn fault(&self, target: &Target) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.target.as_ref() == Some(target))?;
        Some(&fault.text)
    }

    /// After an edit: the fault at its place is taken back, and a form that may have been stored as it
    /// was becomes another submission.
    fn edited(&mut self, target: &Target) {
        self.faults.retain(|fault| fault.target.as_ref() != Some(target));
        if let Phase::Failed(_) = self.phase {
            self.submission = platform::uuid();
            self.phase = Phase::Editing;
        }
    }
}

impl Reducible for FormState {
    type Action = FormAction;

    fn reduce(self: Rc<Self>, action: FormAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            FormAction::Answer(id, answer) => {
                next.edited(&Target::Field(id.clone()));
                next.answers.set(id, answer);
            }
            FormAction::Consent(id) => {
                next.edited(&Target::Consent(id.clone()));
                toggle(&mut next.consents, id);
            }
            FormAction::Chose => next.edited(&Target::Sessions),
            FormAction::Refuse(faults) => {
                next.faults = faults;
                next.attempts += 1;
                next.phase = Phase::Editing;
            }
            FormAction::Send => {
                next.faults.clear();
                next.attempts += 1;
                next.phase = Phase::Sending;
            }
            FormAction::Settle(Outcome::Refused(faults)) => {
                next.faults = faults.iter().map(ShownFault::remote).collect();
                next.phase = Phase::Editing;
            }
            FormAction::Settle(Outcome::Stored(receipt)) => next.phase = Phase::Done(receipt),
            FormAction::Settle(outcome) => next.phase = Phase::Failed(outcome),
            FormAction::Restart => next = Self::new(platform::uuid()),
        }
        Rc::new(next)
    }
}
