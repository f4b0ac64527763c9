//! What the visitor chose and entered, and what became of it.

use crate::client::LoadFailure;
use crate::embed::Source;
use crate::platform;
use crate::view::Loaded;
use huso_agenda::{Instant, Lang};
use huso_registration::delivery::{self, Command, Delivery, State, Surroundings};
use huso_registration::draft::Draft;
use huso_registration::wire::{Answers, RemoteFault};
use huso_registration::{Answer, Fault, Submission, Target};
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
#[derive(Clone)]
pub enum Loading {
    /// Under way.
    Pending,
    /// There is nothing to show.
    Failed(Rc<LoadFailure>),
    /// Here it is, with what is wrong with its file.
    Ready(Rc<Loaded>),
}

/// The event as it was fetched last, and as the visitor knows it.
#[derive(Clone)]
pub struct Fetched {
    /// How often it was asked for.
    pub attempt: u32,
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

/// What happens to the event.
pub enum FetchAction {
    /// Nothing is shown, and it is asked for again.
    Retry,
    /// It is asked for again while it is shown.
    Refresh,
    /// The answer of a source is there.
    Settle(Source, Answered),
    /// The visitor has seen the news.
    Seen,
}

impl Default for Fetched {
    fn default() -> Self {
        Self {
            attempt: 0,
            loading: Loading::Pending,
            seen: None,
            text: None,
            source: Source::None,
            checked: platform::now(),
            stale: false,
        }
    }
}

impl Reducible for Fetched {
    type Action = FetchAction;

    fn reduce(self: Rc<Self>, action: FetchAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            FetchAction::Retry => {
                next.attempt += 1;
                next.loading = Loading::Pending;
            }
            FetchAction::Refresh => next.attempt += 1,
            FetchAction::Settle(source, Ok(answer)) => {
                if let Some((loaded, text)) = answer {
                    next.loading = Loading::Ready(loaded.clone());
                    // Another event is no news of this one.
                    next.seen = next.seen.filter(|_| source == next.source).or(Some(loaded));
                    next.text = Some(text.into());
                }
                (next.source, next.checked, next.stale) = (source, platform::now(), false);
            }
            FetchAction::Settle(source, Err(failure)) => match next.loading {
                Loading::Ready(_) if source == next.source => next.stale = true,
                _ => {
                    next.loading = Loading::Failed(Rc::new(failure));
                    next.text = None;
                }
            },
            FetchAction::Seen => {
                if let Loading::Ready(loaded) = &next.loading {
                    next.seen = Some(loaded.clone());
                }
            }
        }
        Rc::new(next)
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

impl Reducible for Choice {
    type Action = ChoiceAction;

    fn reduce(self: Rc<Self>, action: ChoiceAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            ChoiceAction::Toggle(_) if next.locked => {}
            ChoiceAction::Toggle(id) => toggle(&mut next.ids, id),
            ChoiceAction::Set(ids) => next.ids = ids,
            ChoiceAction::Lock(locked) => next.locked = locked,
        }
        Rc::new(next)
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
        let draft = draft.unwrap_or_else(|| Draft {
            at: 0,
            submission: platform::uuid(),
            was_sent: None,
            answers: Answers::default(),
            consents: Vec::new(),
            sessions: Vec::new(),
        });
        let was_sent = draft.was_sent.unwrap_or(false);
        Self {
            delivery: Delivery::new(draft.submission, was_sent, knows_repetitions),
            command: (0, Command::Nothing),
            answers: draft.answers,
            consents: draft.consents,
            chosen: draft.sessions,
            faults: Vec::new(),
            attempts: 0,
            restored,
            is_slow: false,
            progress: None,
            trap: None,
            registered: Vec::new(),
        }
    }

    /// The form as it is kept in the tab, without the time.
    pub fn draft(&self) -> Draft {
        Draft {
            at: 0,
            submission: self.delivery.id.clone(),
            was_sent: Some(self.delivery.was_sent),
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
}

impl Reducible for FormState {
    type Action = FormAction;

    fn reduce(self: Rc<Self>, action: FormAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            FormAction::Answer(id, answer) if next.answers.get(&id) != Some(&answer) => {
                next.edited(&Target::Field(id.clone()));
                next.answers.set(id, answer);
            }
            FormAction::Consent(id) => {
                next.edited(&Target::Consent(id.clone()));
                toggle(&mut next.consents, id);
            }
            FormAction::Answer(..) => return self,
            FormAction::Chose(ids) => {
                if ids == next.chosen {
                    return self;
                }
                next.chosen = ids;
                next.edited(&Target::Sessions);
            }
            FormAction::Submit(faults) => {
                if matches!(next.delivery.state, State::Sending) {
                    return self;
                }
                next.faults = faults;
                next.attempts += 1;
                next.step(delivery::Event::Submit);
                next.step(delivery::Event::Validated(next.faults.is_empty()));
            }
            FormAction::Settle(event, sessions) => {
                next.step(event);
                match &next.delivery.state {
                    State::Rejected(rejection) => {
                        next.faults = rejection.faults.iter().map(ShownFault::remote).collect();
                    }
                    State::Confirmed(_) => next.registered = sessions,
                    _ => {}
                }
            }
            FormAction::Deliver(event) => next.step(event),
            FormAction::Slow => next.is_slow = next.delivery.state == State::Sending,
            FormAction::Progress(percent) => next.progress = Some(percent),
            FormAction::Trap(token, name) => next.trap = Some((token, name, String::new())),
            FormAction::Trapped(text) => {
                if let Some((_, _, held)) = &mut next.trap {
                    *held = text;
                }
            }
            FormAction::Restart => {
                next.step(delivery::Event::Restart);
                let Self { delivery, command, trap, .. } = next;
                next = Self { delivery, command, trap, ..Self::new(None, false) };
            }
        }
        Rc::new(next)
    }
}
