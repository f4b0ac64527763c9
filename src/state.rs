//! What the visitor chose and entered, and what became of it.

use crate::client::LoadFailure;
use crate::embed::Source;
use crate::platform;
use crate::view::Loaded;
use huso_agenda::{Instant, Lang};
use huso_registration::delivery::{self, Command, Delivery, State, Surroundings};
use huso_registration::draft::Draft;
use huso_registration::wire::{Answers, RemoteFault};
use huso_registration::{Answer, Fault, Form, Submission, Target, normalize};
use std::rc::Rc;

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

/// How far a part of the program is that is fetched when it is needed.
#[derive(Clone, Debug)]
pub enum LazyPart<T> {
    /// Nobody needed it yet.
    Unasked,
    /// On its way.
    Pending,
    /// It didn't come; which file was looked for where, for whoever runs the page.
    Failed(Rc<str>),
    /// Here, and what it can do.
    Ready(T),
}

/// A part of the program did not come, or is of another build. `embed/files.js` knows why.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
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

/// The form as the visitor has filled it, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FormState {
    /// How far its delivery is.
    pub delivery: Delivery,
    /// What the delivery wants done, and the how-manieth thing that is.
    pub command: (u32, Command),
    /// Answers by field id.
    pub answers: Answers,
    /// Ids of the consents given.
    pub consents: Vec<String>,
    /// Ids of the sessions chosen.
    pub chosen: Vec<String>,
    /// What has to be corrected.
    pub faults: Vec<ShownFault>,
    /// How often it was sent or refused: each time trouble takes the focus anew.
    pub attempts: u32,
    /// How many forms were begun before this one.
    pub round: u32,
    /// Whether it is a draft that came back.
    pub restored: bool,
    /// Whether an attempt takes longer than people expect.
    pub is_slow: bool,
    /// Percentage of the files that has been sent.
    pub progress: Option<u32>,
    /// What a Huso receiver tells people by: its token, the name of the field that no person sees, and
    /// what stands there.
    pub trap: Option<(String, String, String)>,
    /// Sessions that were registered.
    pub registered: Vec<String>,
}

/// What happens to the form.
pub enum FormAction {
    /// A field was answered.
    Answer(String, Answer),
    /// A consent was given or taken back.
    Consent(String),
    /// The choice of sessions is this one.
    Chose(Vec<String>),
    /// It is sent, with what validation found.
    Submit(Vec<ShownFault>),
    /// An attempt with these sessions was answered, or not.
    Settle(delivery::Event, Vec<String>),
    /// Something happened to its delivery.
    Deliver(delivery::Event),
    /// The attempt under way takes long.
    Slow,
    /// So much of the files has been sent.
    Progress(u32),
    /// The receiver's token, and the name of the field that no person sees.
    Trap(String, String),
    /// Something was entered there.
    Trapped(String),
    /// Another person's form, with a new submission id.
    Restart,
}

impl FormState {
    /// A draft's form, or an empty one.
    pub fn new(draft: Option<Draft>, knows_repetitions: bool) -> Self {
        let restored = draft.is_some();
        let delivery = match &draft {
            Some(draft) => Delivery::of_draft(draft, knows_repetitions),
            None => Delivery::new(platform::uuid(), knows_repetitions),
        };
        let (answers, consents, chosen) =
            draft.map(|draft| (draft.answers, draft.consents, draft.sessions)).unwrap_or_default();
        Self {
            delivery,
            command: (0, Command::Nothing),
            answers,
            consents,
            chosen,
            faults: Vec::new(),
            attempts: 0,
            round: 0,
            restored,
            is_slow: false,
            progress: None,
            trap: None,
            registered: Vec::new(),
        }
    }

    /// The answers as they are checked and sent, by which it goes what else is asked.
    pub fn normalized(&self, form: &Form) -> Answers {
        let mut answers = self.answers.clone();
        normalize::answers(form, &mut answers);
        answers
    }

    /// The form as it is kept in the tab, without the time.
    pub fn draft(&self) -> Draft {
        Draft {
            at: 0,
            submission: self.delivery.id.clone(),
            was_sent: Some(self.delivery.was_sent),
            in_doubt: Some(self.delivery.in_doubt),
            answers: self.answers.clone(),
            consents: self.consents.clone(),
            sessions: self.chosen.clone(),
        }
    }

    /// The form as it is sent.
    pub fn submission(&self, event: &str, lang: Lang, zone: Option<String>) -> Submission {
        Submission {
            huso: huso_registration::wire::VERSION,
            submission: self.delivery.id.clone(),
            event: event.to_owned(),
            language: Some(lang.tag().to_owned()),
            timezone: zone,
            answers: self.answers.clone(),
            sessions: self.chosen.clone(),
            consents: self.consents.clone(),
            notice: None,
        }
    }

    /// The text of the fault at a place.
    pub fn fault(&self, target: &Target) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.target.as_ref() == Some(target))?;
        Some(&fault.text)
    }

    /// Whether nothing may be changed: what travels is what is shown.
    pub fn is_locked(&self) -> bool {
        matches!(self.delivery.state, State::Sending | State::Retrying { .. })
    }

    /// After an edit: the fault at its place is taken back, and a form that may have been stored as it
    /// was becomes another submission.
    fn edited(&mut self, target: &Target) {
        self.faults.retain(|fault| fault.target.as_ref() != Some(target));
        self.step(delivery::Event::Edited);
    }

    fn step(&mut self, event: delivery::Event) {
        // Browsers are sometimes wrong about being offline: who asks for it is obeyed.
        let asked = event == delivery::Event::Submit;
        let mut around = Surroundings {
            #[allow(clippy::cast_sign_loss, reason = "after 1970")]
            now: platform::now().timestamp_millis() as u64,
            is_online: platform::is_online() || (asked && self.delivery.state == State::Offline),
            jitter: platform::chance(1_000),
            fresh_id: &mut platform::uuid,
        };
        let command = self.delivery.step(event, &mut around);
        if command != Command::Nothing {
            self.command = (self.command.0.wrapping_add(1), command);
            (self.is_slow, self.progress) = (false, None);
        }
    }

    /// As an action leaves it.
    pub fn apply(&mut self, action: FormAction) {
        match action {
            FormAction::Answer(id, answer) => {
                if self.answers.get(&id) != Some(&answer) {
                    self.edited(&Target::Field(id.clone()));
                    self.answers.set(id, answer);
                }
            }
            FormAction::Consent(id) => {
                self.edited(&Target::Consent(id.clone()));
                toggle(&mut self.consents, id);
            }
            FormAction::Chose(ids) => {
                if ids != self.chosen {
                    self.chosen = ids;
                    self.edited(&Target::Sessions);
                }
            }
            FormAction::Submit(faults) => {
                self.faults = faults;
                self.attempts += 1;
                self.step(delivery::Event::Submit);
                self.step(delivery::Event::Validated(self.faults.is_empty()));
            }
            FormAction::Settle(event, sessions) => {
                self.step(event);
                match &self.delivery.state {
                    State::Rejected(rejection) => {
                        self.faults = rejection.faults.iter().map(ShownFault::remote).collect();
                    }
                    State::Confirmed(_) => self.registered = sessions,
                    _ => {}
                }
            }
            FormAction::Deliver(event) => self.step(event),
            FormAction::Slow => self.is_slow = self.delivery.state == State::Sending,
            FormAction::Progress(percent) => self.progress = Some(percent),
            FormAction::Trap(token, name) => self.trap = Some((token, name, String::new())),
            FormAction::Trapped(text) => {
                if let Some((_, _, held)) = &mut self.trap {
                    *held = text;
                }
            }
            FormAction::Restart => {
                self.step(delivery::Event::Restart);
                self.answers = Answers::default();
                self.consents.clear();
                self.chosen.clear();
                self.faults.clear();
                self.restored = false;
                self.round += 1;
            }
        }
    }
}
