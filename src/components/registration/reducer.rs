//! The form as the visitor fills it: its state, and what changes it. Nothing here asks the browser: what an
//! action needs of it comes in as a [`Moment`].

use crate::choice::toggle;
use huso_agenda::Lang;
use huso_registration::delivery::{Command, Delivery, Event, State, Surroundings};
use huso_registration::dialect::Rejection;
use huso_registration::draft::Draft;
use huso_registration::wire::{Answers, Receipt, RemoteFault, Status};
use huso_registration::{Answer, Fault, Filled, Form, Target, normalize};
use std::rc::Rc;
use yew::{AttrValue, Reducible};

/// A fault with its text, ours or the receiver's.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownFault {
    /// Where in the form; `None` for the form as a whole.
    pub target: Option<Target>,
    /// What to do about it, in the visitor's language.
    pub text: AttrValue,
}

impl ShownFault {
    /// One that validation found here.
    pub fn local(fault: &Fault, lang: Lang) -> Self {
        Self { target: Some(fault.target.clone()), text: fault.code.message(lang).into() }
    }

    /// The text of that at a place, if there is any.
    pub fn at(faults: &[Self], target: &Target) -> Option<AttrValue> {
        let fault = faults.iter().find(|fault| fault.target.as_ref() == Some(target))?;
        Some(fault.text.clone())
    }

    /// One that the receiver found.
    fn remote(fault: &RemoteFault) -> Self {
        Self { target: fault.target(), text: fault.detail.clone().into() }
    }
}

/// What the browser knows when an action happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub now: u64,
    /// Whether the browser believes that there is a network.
    pub is_online: bool,
    /// Chance: 0 to 999.
    pub jitter: u32,
    /// An id for another submission, if there is to be one.
    pub fresh_id: String,
}

/// What happens to the form.
#[derive(Clone, Debug, PartialEq)]
pub enum FormAction {
    /// A field was answered.
    Answer(String, Answer),
    /// A consent was given or taken back.
    Consent(String),
    /// The chosen sessions are these.
    Choose(Vec<String>),
    /// All of it is as a preview shows it.
    Fill(Filled),
    /// The field that no person sees was filled.
    FillHoneypot(String),
    /// It is sent, with what validation found.
    Submit(Vec<ShownFault>),
    /// The chosen sessions are to be added to the registration.
    AddSessions,
    /// An attempt with these sessions was answered, or not.
    Settle(Event, Vec<String>),
    /// Something else happened to its delivery.
    Deliver(Event),
    /// The attempt under way takes longer than people expect.
    Slow,
    /// This percentage of the files has been sent.
    Progress(u32),
    /// The registration was cancelled: the same answers are another form.
    Again,
    /// Another person's form is begun.
    Restart,
}

/// The form as the visitor has filled it, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FormState {
    /// How far its delivery is; once it is registered, that of the sessions that are added.
    pub delivery: Delivery,
    /// What the delivery wants done, and the number of that command.
    pub command: (u32, Command),
    /// Answers by field id.
    pub answers: Answers,
    /// Ids of the consents given.
    pub consents: Vec<String>,
    /// Ids of the sessions chosen.
    pub sessions: Vec<String>,
    /// What has to be corrected.
    pub faults: Vec<ShownFault>,
    /// How often it was sent.
    pub attempts: u32,
    /// How many forms were begun before this one.
    pub round: u32,
    /// Whether it is a draft that came back.
    pub is_restored: bool,
    /// Whether an attempt takes longer than people expect.
    pub is_slow: bool,
    /// Percentage of the files that has been sent.
    pub progress: Option<u32>,
    /// What stands in the field that no person sees.
    pub honeypot: String,
    /// Ids of the sessions that were sent with it when it was registered.
    pub registered: Vec<String>,
    /// Whether sessions were added to it since.
    pub is_adding: bool,
    /// How the registration stands, from an endpoint that says so.
    pub receipt: Option<Receipt>,
}

impl FormState {
    /// The form of a draft, or an empty one.
    pub fn new(draft: Option<Draft>, knows_repetitions: bool, fresh_id: String) -> Self {
        let is_restored = draft.is_some();
        let delivery = match &draft {
            Some(draft) => Delivery::of_draft(draft, knows_repetitions),
            None => Delivery::new(fresh_id, knows_repetitions),
        };
        let (answers, consents, sessions) =
            draft.map(|draft| (draft.answers, draft.consents, draft.sessions)).unwrap_or_default();
        Self {
            delivery,
            command: (0, Command::Nothing),
            answers,
            consents,
            sessions,
            faults: Vec::new(),
            attempts: 0,
            round: 0,
            is_restored,
            is_slow: false,
            progress: None,
            honeypot: String::new(),
            registered: Vec::new(),
            is_adding: false,
            receipt: None,
        }
    }

    /// What was registered before, of which the tab kept the receipt.
    pub fn restore(&mut self, receipt: Receipt) {
        self.delivery.state = State::Confirmed(Some(receipt.clone()));
        self.receipt = Some(receipt);
    }

    /// The answers as they are checked and sent, by which it goes what else is asked.
    pub fn normalized(&self, form: &Form) -> Answers {
        let mut answers = self.answers.clone();
        normalize::answers(form, &mut answers);
        answers
    }

    /// The form as a tab would keep it, without the time.
    pub fn draft(&self) -> Draft {
        Draft {
            at: 0,
            submission: self.delivery.id.clone(),
            was_sent: Some(self.delivery.was_sent),
            in_doubt: Some(self.delivery.in_doubt),
            answers: self.answers.clone(),
            consents: self.consents.clone(),
            sessions: self.sessions.clone(),
        }
    }

    /// What the tab is to keep of it; `None` if nothing is lost without.
    pub fn draft_to_keep(&self, form: &Form) -> Option<Draft> {
        let draft = self.draft().tidied(form);
        (!self.is_registered() && !draft.is_needless(form)).then_some(draft)
    }

    /// What the tab is to keep of the registration: only where sessions can be added to it.
    pub fn receipt_to_keep(&self) -> Option<&Receipt> {
        self.receipt.as_ref().filter(|receipt| receipt.token.is_some() && receipt.status != Status::Cancelled)
    }

    /// Ids of the chosen sessions that can be added to the registration: it doesn't have them yet.
    pub fn addable(&self) -> Vec<String> {
        let Some(receipt) = self.receipt_to_keep() else { return Vec::new() };
        let is_new = |id: &&String| !receipt.has(id);
        self.sessions.iter().filter(is_new).cloned().collect()
    }

    /// Ids of the sessions that are registered, be it on the waitlist.
    pub fn all_registered(&self) -> Vec<String> {
        match &self.receipt {
            Some(receipt) => receipt.registered().map(str::to_owned).collect(),
            None if self.is_registered() => self.registered.clone(),
            None => Vec::new(),
        }
    }

    /// Whether the endpoint has it.
    pub fn is_registered(&self) -> bool {
        self.receipt.is_some() || self.is_confirmed()
    }

    /// Whether sessions were added to it last.
    pub fn is_added(&self) -> bool {
        self.is_confirmed() && self.is_adding
    }

    /// Whether it was registered, and is no more.
    pub fn is_cancelled(&self) -> bool {
        self.receipt.as_ref().is_some_and(|receipt| receipt.status == Status::Cancelled)
    }

    /// Whether the endpoint has what was sent last.
    pub fn is_confirmed(&self) -> bool {
        matches!(self.delivery.state, State::Confirmed(_))
    }

    /// Whether something stands between the visitor and their registration.
    pub fn is_in_trouble(&self) -> bool {
        !self.faults.is_empty()
            || matches!(self.delivery.state, State::Asking | State::Rejected(_) | State::Unconfirmed(_))
    }

    /// Whether it is sent already, as far as the visitor is concerned.
    pub fn is_under_way(&self) -> bool {
        matches!(self.delivery.state, State::Sending | State::Retrying { .. } | State::Offline)
    }

    /// Whether nothing may be changed: what travels is what is shown.
    pub fn is_locked(&self) -> bool {
        matches!(self.delivery.state, State::Sending | State::Retrying { .. })
    }

    /// After an edit: the fault at its place is taken back, and a form that may have been stored as it
    /// was becomes another submission.
    fn edited(&mut self, target: &Target, moment: &Moment) {
        self.faults.retain(|fault| fault.target.as_ref() != Some(target));
        self.step(Event::Edited, moment);
    }

    fn step(&mut self, event: Event, moment: &Moment) {
        // Browsers are sometimes wrong about being offline: who asks for it is obeyed.
        let is_asked_for = event == Event::Submit && self.delivery.state == State::Offline;
        let mut around = Surroundings {
            now: moment.now,
            is_online: moment.is_online || is_asked_for,
            jitter: moment.jitter,
            fresh_id: &mut || moment.fresh_id.clone(),
        };
        let command = self.delivery.step(event, &mut around);
        if command != Command::Nothing {
            self.command = (self.command.0.wrapping_add(1), command);
            (self.is_slow, self.progress) = (false, None);
        }
    }

    /// As an action leaves it.
    pub fn apply(&mut self, action: FormAction, moment: &Moment) {
        match action {
            FormAction::Answer(id, answer) => {
                self.edited(&Target::Field(id.clone()), moment);
                self.answers.set(id, answer);
            }
            FormAction::Consent(id) => {
                self.edited(&Target::Consent(id.clone()), moment);
                toggle(&mut self.consents, id);
            }
            FormAction::Choose(sessions) => {
                self.sessions = sessions;
                self.edited(&Target::Sessions, moment);
            }
            FormAction::Fill(Filled { answers, consents, sessions, .. }) => {
                (self.answers, self.consents, self.sessions) = (answers, consents, sessions);
                self.faults.clear();
                self.round += 1;
            }
            FormAction::FillHoneypot(text) => self.honeypot = text,
            FormAction::Submit(faults) => {
                self.faults = faults;
                self.attempts += 1;
                self.step(Event::Submit, moment);
                self.step(Event::Validated(self.faults.is_empty()), moment);
            }
            FormAction::AddSessions => {
                self.faults.clear();
                self.attempts += 1;
                self.is_adding = true;
                self.step(Event::Add, moment);
                self.step(Event::Submit, moment);
                self.step(Event::Validated(true), moment);
                // What is added twice is added once: nobody is asked.
                self.step(Event::Decided(true), moment);
            }
            FormAction::Settle(event, sessions) => {
                self.step(event, moment);
                match self.delivery.state.clone() {
                    State::Rejected(rejection) => self.refused(&rejection),
                    State::Confirmed(receipt) => {
                        self.registered = sessions;
                        self.registered_as(receipt);
                    }
                    _ => {}
                }
            }
            FormAction::Deliver(event) => self.step(event, moment),
            FormAction::Slow => self.is_slow = self.delivery.state == State::Sending,
            FormAction::Progress(percent) => self.progress = Some(percent),
            FormAction::Again => {
                self.step(Event::Restart, moment);
                self.unregister();
                self.is_restored = false;
            }
            FormAction::Restart => {
                self.step(Event::Restart, moment);
                self.unregister();
                self.answers = Answers::default();
                self.consents.clear();
                self.sessions.clear();
                self.faults.clear();
                self.honeypot.clear();
                self.is_restored = false;
                self.round += 1;
            }
        }
    }

    fn unregister(&mut self) {
        self.receipt = None;
        self.is_adding = false;
    }

    /// The endpoint won't have what was sent.
    fn refused(&mut self, rejection: &Rejection) {
        self.faults = rejection.faults.iter().map(ShownFault::remote).collect();
        match (rejection.code.as_str(), &mut self.receipt) {
            // Not what the visitor entered: without it the form goes through.
            ("automatic", _) => self.honeypot.clear(),
            ("cancelled", Some(receipt)) => receipt.status = Status::Cancelled,
            _ => {}
        }
    }

    /// The endpoint has it. The token that it gave first holds for what is added.
    fn registered_as(&mut self, receipt: Option<Receipt>) {
        let token = self.receipt.take().and_then(|receipt| receipt.token);
        self.receipt = receipt.map(|receipt| Receipt { token: receipt.token.clone().or(token), ..receipt });
    }

    /// Whether an action changes nothing.
    fn is_void(&self, action: &FormAction) -> bool {
        match action {
            FormAction::Answer(id, answer) => self.answers.get(id) == Some(answer),
            FormAction::Choose(sessions) => self.sessions == *sessions,
            FormAction::Submit(_) | FormAction::AddSessions => self.delivery.state == State::Sending,
            FormAction::Deliver(Event::Online) => self.delivery.state != State::Offline,
            _ => false,
        }
    }
}

impl Reducible for FormState {
    type Action = (FormAction, Moment);

    fn reduce(self: Rc<Self>, (action, moment): Self::Action) -> Rc<Self> {
        if self.is_void(&action) {
            return self;
        }
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(action, &moment);
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_registration::dialect::{Doubt, Outcome};
    use huso_registration::wire::{FileInfo, SessionStatus};

    fn moment(is_online: bool, fresh_id: &str) -> Moment {
        Moment { now: 1_000, is_online, jitter: 0, fresh_id: fresh_id.to_owned() }
    }

    fn act(state: &Rc<FormState>, action: FormAction) -> Rc<FormState> {
        state.clone().reduce((action, moment(true, "second")))
    }

    fn empty() -> Rc<FormState> {
        Rc::new(FormState::new(None, true, "first".to_owned()))
    }

    fn name(text: &str) -> FormAction {
        FormAction::Answer("name".to_owned(), Answer::Text(text.to_owned()))
    }

    fn fault(id: &str) -> ShownFault {
        ShownFault { target: Some(Target::Field(id.to_owned())), text: "Wrong".into() }
    }

    fn answered(outcome: Outcome) -> FormAction {
        let event = Event::Answered { attempt: 1, outcome, retry_after: None };
        FormAction::Settle(event, vec!["keynote".to_owned()])
    }

    fn form() -> Form {
        let file = r#"{"huso": 1, "id": "fair", "title": "Fair", "timezone": "America/Lima", "sessions": [],
            "registration": {"endpoint": {"url": "/r", "dialect": "form", "encoding": "multipart"}, "fields": [
              {"id": "name", "type": "text", "label": "Name"}, {"id": "cv", "type": "file", "label": "CV"}]}}"#;
        huso_registration::Event::parse(file).0.unwrap().form.unwrap()
    }

    #[test]
    fn what_changes_nothing_is_the_same_state() {
        let state = act(&empty(), name("Ana"));
        assert!(Rc::ptr_eq(&state, &act(&state, name("Ana"))));
        assert!(Rc::ptr_eq(&state, &act(&state, FormAction::Choose(Vec::new()))));
        assert!(Rc::ptr_eq(&state, &act(&state, FormAction::Deliver(Event::Online))));
        let sending = act(&state, FormAction::Submit(Vec::new()));
        assert!(Rc::ptr_eq(&sending, &act(&sending, FormAction::Submit(Vec::new()))), "a second click");
    }

    #[test]
    fn an_edit_takes_back_the_fault_at_its_place() {
        let state = act(&empty(), FormAction::Submit(vec![fault("name"), fault("email")]));
        assert_eq!((state.attempts, &state.command.1), (1, &Command::Validate), "nothing is sent");
        assert_eq!(act(&state, name("Ana")).faults, [fault("email")]);
    }

    #[test]
    fn what_was_sent_and_is_edited_is_another_submission() {
        let state = act(&empty(), name("Ana"));
        let state = act(&state, FormAction::Submit(Vec::new()));
        assert_eq!(state.command, (2, Command::Send { id: "first".to_owned(), attempt: 1 }));
        assert!(state.is_locked());
        let rejection = Rejection { status: 500, code: String::new(), message: None, faults: Vec::new() };
        let state = act(&state, answered(Outcome::Rejected(rejection)));
        assert!(state.is_in_trouble() && !state.is_locked());
        assert_eq!(act(&state, name("Eva")).delivery.id, "second");
    }

    #[test]
    fn faults_that_the_receiver_found_are_shown_at_their_places() {
        let state = act(&empty(), FormAction::Submit(Vec::new()));
        let fault =
            RemoteFault { pointer: "/answers/email".into(), code: "email".into(), detail: "No such.".into() };
        let rejection = Rejection { status: 422, code: String::new(), message: None, faults: vec![fault] };
        let state = act(&state, answered(Outcome::Rejected(rejection)));
        assert_eq!(
            ShownFault::at(&state.faults, &Target::Field("email".to_owned())).as_deref(),
            Some("No such.")
        );
    }

    #[test]
    fn who_asks_is_obeyed_whatever_the_browser_says_of_the_network() {
        let offline = |state: Rc<FormState>, action| state.reduce((action, moment(false, "second")));
        let state = offline(empty(), FormAction::Submit(Vec::new()));
        assert_eq!(state.delivery.state, State::Offline);
        let state = offline(state, FormAction::Submit(Vec::new()));
        assert_eq!(state.delivery.state, State::Sending);
    }

    #[test]
    fn nothing_of_a_person_is_left_to_the_next() {
        let state = act(&empty(), name("Ana"));
        let state = act(&state, FormAction::Consent("data".to_owned()));
        let state = act(&state, FormAction::Choose(vec!["keynote".to_owned()]));
        let state = act(&state, FormAction::FillHoneypot("x".to_owned()));
        let state = act(&state, FormAction::Restart);
        let expected = FormState { round: 1, ..FormState::new(None, true, "second".to_owned()) };
        assert_eq!(*state, expected);
    }

    fn receipt(status: Status, sessions: &[&str], token: Option<&str>) -> Receipt {
        let session = |id: &&str| SessionStatus { id: (*id).to_owned(), status: Status::Waitlisted };
        let sessions = sessions.iter().map(session).collect();
        Receipt { submission: "first".to_owned(), status, sessions, token: token.map(str::to_owned) }
    }

    fn settled(state: &Rc<FormState>, attempt: u32, outcome: Outcome) -> Rc<FormState> {
        act(state, FormAction::Settle(Event::Answered { attempt, outcome, retry_after: None }, Vec::new()))
    }

    fn refusal(status: u16, code: &str) -> Outcome {
        Outcome::Rejected(Rejection { status, code: code.to_owned(), message: None, faults: Vec::new() })
    }

    /// Registered with a Huso receiver, for one session.
    fn registered() -> Rc<FormState> {
        let state = act(&act(&empty(), name("Ana")), FormAction::Submit(Vec::new()));
        settled(&state, 1, Outcome::Confirmed(Some(receipt(Status::Confirmed, &["keynote"], Some("t")))))
    }

    fn choose(state: &Rc<FormState>, ids: &[&str]) -> Rc<FormState> {
        act(state, FormAction::Choose(ids.iter().map(|id| (*id).to_owned()).collect()))
    }

    /// Kind of fault: who chooses another session fills another form, or is said to have what was never sent.
    #[test]
    fn sessions_are_added_to_what_is_registered() {
        let state = choose(&registered(), &["keynote", "pitch"]);
        assert_eq!(state.addable(), ["pitch"]);
        let state = act(&state, FormAction::AddSessions);
        assert_eq!(state.command.1, Command::Send { id: "first".to_owned(), attempt: 2 });
        assert!(state.is_locked() && state.is_registered() && !state.is_added());
        assert!(Rc::ptr_eq(&state, &act(&state, FormAction::AddSessions)), "a second click");
        let doubted = settled(&state, 2, Outcome::Unconfirmed(Doubt::Unreadable));
        assert!(doubted.is_in_trouble() && doubted.is_registered() && !doubted.is_added());
        assert_eq!(doubted.addable(), ["pitch"]);
        let state = act(&doubted, FormAction::AddSessions);
        let added = receipt(Status::Confirmed, &["keynote", "pitch"], None);
        let state = settled(&state, 3, Outcome::Confirmed(Some(added)));
        assert!(state.is_added() && state.addable().is_empty());
        let kept = state.receipt_to_keep().unwrap();
        assert_eq!((kept.token.as_deref(), kept.sessions.len()), (Some("t"), 2), "the first answer's token");
        assert_eq!(choose(&state, &["round"]).addable(), ["round"], "and so on");
    }

    #[test]
    fn nothing_is_added_where_nobody_can_know_whose_registration_it_is() {
        let sent = act(&act(&empty(), name("Ana")), FormAction::Submit(Vec::new()));
        for receipt in [None, Some(receipt(Status::Confirmed, &["keynote"], None))] {
            let state = choose(&settled(&sent, 1, Outcome::Confirmed(receipt)), &["pitch"]);
            assert!(state.is_registered());
            assert_eq!((state.receipt_to_keep(), state.addable()), (None, Vec::new()));
        }
    }

    /// Kind of fault: what was cancelled is shown as registered.
    #[test]
    fn what_is_cancelled_is_kept_as_nothing_and_its_answers_are_another_form() {
        let sent = act(&act(&empty(), name("Ana")), FormAction::Submit(Vec::new()));
        let at_once = settled(&sent, 1, Outcome::Confirmed(Some(receipt(Status::Cancelled, &[], Some("t")))));
        let adding = act(&choose(&registered(), &["pitch"]), FormAction::AddSessions);
        for state in [at_once, settled(&adding, 2, refusal(409, "cancelled"))] {
            assert!(state.is_cancelled() && state.receipt_to_keep().is_none() && !state.is_added());
            let state = act(&state, FormAction::Again);
            assert!(!state.is_registered() && !state.is_cancelled());
            assert_eq!(state.delivery.id, "second");
            assert_eq!(state.answers.get("name"), Some(&Answer::Text("Ana".to_owned())));
        }
    }

    /// Kind of fault: a person whose browser fills the hidden field can never register.
    #[test]
    fn a_form_taken_for_a_machines_goes_through_the_next_time() {
        let state = act(&act(&empty(), name("Ana")), FormAction::FillHoneypot("x".to_owned()));
        let state = act(&state, FormAction::Submit(Vec::new()));
        let other = settled(&state, 1, refusal(409, "already_registered"));
        assert_eq!(other.honeypot, "x");
        let state = settled(&state, 1, refusal(422, "automatic"));
        assert_eq!(state.honeypot, "");
        assert_eq!(state.answers.get("name"), Some(&Answer::Text("Ana".to_owned())));
        assert_eq!(act(&state, FormAction::Submit(Vec::new())).delivery.state, State::Sending);
    }

    #[test]
    fn a_registration_that_was_kept_is_one_until_another_person_comes() {
        let mut state = FormState::new(None, true, "later".to_owned());
        state.restore(receipt(Status::Confirmed, &["keynote"], Some("t")));
        let state = choose(&Rc::new(state), &["pitch"]);
        assert!(state.is_registered() && !state.is_added());
        assert_eq!((state.attempts, state.addable()), (0, vec!["pitch".to_owned()]));
        let state = act(&state, FormAction::Restart);
        let expected = FormState { round: 1, ..FormState::new(None, true, "second".to_owned()) };
        assert_eq!(*state, expected);
    }

    #[test]
    fn a_tab_keeps_what_would_be_lost() {
        let form = form();
        assert_eq!(empty().draft_to_keep(&form), None);
        let file = FileInfo { name: "cv.pdf".to_owned(), size: 9, r#type: None };
        let state = act(&empty(), FormAction::Answer("cv".to_owned(), Answer::File(file)));
        assert_eq!(state.draft_to_keep(&form), None, "files can't be kept");
        let state = act(&state, name("Ana"));
        let draft = state.draft_to_keep(&form).unwrap();
        assert_eq!(draft.answers.iter().map(|(id, _)| id).collect::<Vec<_>>(), ["name"]);
        let state = act(&state, FormAction::Submit(Vec::new()));
        let state = act(&state, answered(Outcome::Confirmed(None)));
        assert_eq!((state.draft_to_keep(&form), &*state.registered), (None, &["keynote".to_owned()][..]));
    }

    #[test]
    fn a_draft_comes_back_under_its_id() {
        let draft = act(&act(&empty(), name("Ana")), FormAction::Submit(Vec::new())).draft();
        let state = FormState::new(Some(draft.clone()), false, "second".to_owned());
        assert!(state.is_restored && state.delivery.may_be_twice());
        assert_eq!(state.draft(), draft);
    }
}
