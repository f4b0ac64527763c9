//! What the visitor chose and entered, and what became of it.

use crate::client::Outcome;
use huso_agenda::Lang;
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

impl Reducible for Choice {
    type Action = ChoiceAction;

    fn reduce(self: Rc<Self>, action: ChoiceAction) -> Rc<Self> {
        let ChoiceAction::Toggle(id) = action else { return Rc::new(Self::default()) };
        let mut chosen = self.0.clone();
        toggle(&mut chosen, id);
        Rc::new(Self(chosen))
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
            self.submission = crate::platform::uuid();
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
            FormAction::Restart => next = Self::new(crate::platform::uuid()),
        }
        Rc::new(next)
    }
}
