//! What the visitor chose and entered, and what became of it.

use crate::choice::toggle;
use crate::platform;
use huso_agenda::Lang;
use huso_registration::delivery::{self, Command, Delivery, State, Surroundings};
use huso_registration::draft::Draft;
use huso_registration::wire::{Answers, RemoteFault};
use huso_registration::{Answer, Fault, Form, Submission, Target, normalize};

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
