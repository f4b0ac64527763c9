//! The delivery of a filled form, step by step, without sending anything: events go in, a state and a
//! command come out. Times are milliseconds of one clock that only goes forward.
//!
//! A filled form has one id, kept while it is sent again and across reloads; an edit after it was sent
//! makes it another form. Nothing is confirmed that the endpoint didn't acknowledge, and nothing that may
//! have arrived is sent again to an endpoint that would store it twice, unless the visitor says so.

use crate::dialect::{Doubt, Outcome, Rejection};
use crate::draft::Draft;
use crate::wire::Receipt;

/// Milliseconds that an attempt may take.
pub const TIME_LIMIT: u32 = 20_000;
/// Milliseconds that one with files may take.
pub const UPLOAD_LIMIT: u32 = 300_000;
/// Attempts beyond the first that are made without asking.
const RETRIES: u32 = 2;
/// Milliseconds before the first of them; before the next, twice as many.
const WAIT: u64 = 500;
/// Most milliseconds that an endpoint can make us wait.
const LONGEST_WAIT: u64 = 60_000;

/// How far the delivery is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Nothing was sent, or something was corrected since.
    Idle,
    /// The answers are being checked.
    Validating,
    /// They are right, but it may have arrived before and would be stored twice: the visitor is asked.
    Asking,
    /// An attempt is under way.
    Sending,
    /// The next attempt is made then.
    Retrying {
        /// When.
        until: u64,
    },
    /// It is sent as soon as there is a network.
    Offline,
    /// The endpoint has it.
    Confirmed(Option<Receipt>),
    /// The endpoint won't have it as it is.
    Rejected(Rejection),
    /// Nobody knows; the visitor can send it again.
    Unconfirmed(Doubt),
}

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The visitor sends the form.
    Submit,
    /// The answers are right, or not.
    Validated(bool),
    /// The visitor, who was asked, wants it sent again, or not.
    Decided(bool),
    /// The attempt of this number was answered, or not.
    Answered {
        /// The number that [`Command::Send`] gave.
        attempt: u32,
        /// What became of it.
        outcome: Outcome,
        /// The answer's `Retry-After` in milliseconds ([`retry_after`]).
        retry_after: Option<u64>,
    },
    /// The time that [`Command::Wake`] named has come.
    Wake,
    /// There is a network again.
    Online,
    /// An answer, a consent or the choice of sessions was changed.
    Edited,
    /// More is sent to what the endpoint has, under its id, as often as need be: sessions that are added.
    Add,
    /// Another person's form is begun.
    Restart,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Nothing.
    Nothing,
    /// Check the answers, and say so.
    Validate,
    /// Post the form under its id, within [`TIME_LIMIT`].
    Send {
        /// The form's id.
        id: String,
        /// Names the attempt in its answer.
        attempt: u32,
    },
    /// Say so at this time.
    Wake(u64),
    /// Give the attempt under way up.
    Abort,
}

/// What the machine can't know by itself.
pub struct Surroundings<'a> {
    /// Milliseconds.
    pub now: u64,
    /// Whether the browser believes that there is a network.
    pub is_online: bool,
    /// Chance: 0 to 999 thousandths, by which visitors who failed together return apart.
    pub jitter: u32,
    /// A new id.
    pub fresh_id: &'a mut dyn FnMut() -> String,
}

/// The delivery of one form.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// Names the filled form.
    pub id: String,
    /// Whether it was sent under this id: to be kept with a draft, beside the id.
    pub was_sent: bool,
    /// Whether it was sent and nobody knows what became of it: to be kept with a draft too. An attempt
    /// that is under way counts, since its answer is lost with the page. Where the endpoint doesn't know
    /// repetitions an edit changes nothing about it.
    pub in_doubt: bool,
    /// How far it is.
    pub state: State,
    /// The same, before the attempt that is under way.
    was_in_doubt: bool,
    /// Whether the endpoint knows repetitions by the id.
    knows_repetitions: bool,
    /// Number of the last attempt, of all forms.
    attempt: u32,
    /// Automatic attempts since the visitor last sent it.
    retries: u32,
}

impl Delivery {
    /// A new form's delivery.
    pub fn new(id: String, knows_repetitions: bool) -> Self {
        Self {
            id,
            was_sent: false,
            in_doubt: false,
            state: State::Idle,
            was_in_doubt: false,
            knows_repetitions,
            attempt: 0,
            retries: 0,
        }
    }

    /// The delivery of a form that comes back.
    pub fn of_draft(draft: &Draft, knows_repetitions: bool) -> Self {
        let was_sent = draft.was_sent.unwrap_or(false);
        // Drafts of older programs don't say.
        let in_doubt = draft.in_doubt.unwrap_or(was_sent);
        Self { was_sent, in_doubt, ..Self::new(draft.submission.clone(), knows_repetitions) }
    }

    /// Whether the visitor is asked before it is sent.
    pub fn may_be_twice(&self) -> bool {
        self.in_doubt && !self.knows_repetitions
    }

    /// Takes an event in. What makes no sense in this state changes nothing: a second click sends
    /// nothing twice.
    pub fn step(&mut self, event: Event, around: &mut Surroundings) -> Command {
        match (event, &self.state) {
            (Event::Restart, state) => {
                let is_under_way = matches!(state, State::Validating | State::Sending);
                self.begin_again(around);
                self.in_doubt = false;
                if is_under_way { Command::Abort } else { Command::Nothing }
            }
            (Event::Add, State::Confirmed(_)) => {
                self.was_sent = false;
                self.state = State::Validating;
                Command::Validate
            }
            (Event::Edited, State::Validating | State::Sending) => {
                self.begin_again(around);
                Command::Abort
            }
            // What is acknowledged stays so.
            (Event::Edited, State::Confirmed(_)) => Command::Nothing,
            (Event::Edited, _) => {
                if self.was_sent {
                    self.begin_again(around);
                }
                self.state = State::Idle;
                Command::Nothing
            }
            (Event::Submit, State::Idle | State::Rejected(_) | State::Unconfirmed(_)) => {
                self.state = State::Validating;
                Command::Validate
            }
            // The visitor doesn't want to wait.
            (Event::Submit, State::Retrying { .. } | State::Offline) => self.send(around),
            (Event::Validated(true), State::Validating) => {
                self.retries = 0;
                if self.may_be_twice() {
                    self.state = State::Asking;
                    return Command::Nothing;
                }
                self.send(around)
            }
            (Event::Decided(true), State::Asking) => self.send(around),
            (Event::Decided(false), State::Asking) => {
                self.state = State::Idle;
                Command::Nothing
            }
            (Event::Validated(false), State::Validating) => {
                self.state = State::Idle;
                Command::Nothing
            }
            (Event::Wake, State::Retrying { until }) => {
                let until = *until;
                if around.now < until {
                    return Command::Wake(until);
                }
                self.send(around)
            }
            (Event::Online, State::Offline) => self.send(around),
            (Event::Answered { attempt, outcome, retry_after }, State::Sending)
                if attempt == self.attempt =>
            {
                self.settle(outcome, retry_after, around)
            }
            _ => Command::Nothing,
        }
    }

    fn begin_again(&mut self, around: &mut Surroundings) {
        self.id = (around.fresh_id)();
        self.was_sent = false;
        // Whoever knows repetitions has this one for another form.
        self.in_doubt = self.may_be_twice();
        self.state = State::Idle;
    }

    fn send(&mut self, around: &Surroundings) -> Command {
        if !around.is_online {
            self.state = State::Offline;
            return Command::Nothing;
        }
        self.attempt = self.attempt.wrapping_add(1);
        self.was_sent = true;
        (self.was_in_doubt, self.in_doubt) = (self.in_doubt, true);
        self.state = State::Sending;
        Command::Send { id: self.id.clone(), attempt: self.attempt }
    }

    fn settle(&mut self, outcome: Outcome, retry_after: Option<u64>, around: &Surroundings) -> Command {
        let doubt = match outcome {
            Outcome::Confirmed(receipt) => {
                self.in_doubt = false;
                self.state = State::Confirmed(receipt);
                return Command::Nothing;
            }
            Outcome::Rejected(rejection) => {
                self.in_doubt = self.was_in_doubt;
                self.state = State::Rejected(rejection);
                return Command::Nothing;
            }
            Outcome::Unconfirmed(doubt) => doubt,
        };
        // Too many requests: this one was turned away, and certainly not stored.
        if doubt == Doubt::Busy(429) {
            self.in_doubt = self.was_in_doubt;
        }
        let passes = match doubt {
            Doubt::Busy(429) => true,
            Doubt::Network | Doubt::TimedOut | Doubt::Busy(_) | Doubt::Broken(502 | 504) => {
                self.knows_repetitions
            }
            Doubt::Broken(_) | Doubt::Unreadable | Doubt::Opaque => false,
        };
        if passes && !around.is_online {
            self.state = State::Offline;
            return Command::Nothing;
        }
        if !passes || self.retries >= RETRIES {
            self.state = State::Unconfirmed(doubt);
            return Command::Nothing;
        }
        let wait = WAIT << self.retries;
        let wait = wait + wait * u64::from(around.jitter.min(999)) / 1_000;
        let wait = wait.max(retry_after.unwrap_or(0)).min(LONGEST_WAIT);
        self.retries += 1;
        let until = around.now.saturating_add(wait);
        self.state = State::Retrying { until };
        Command::Wake(until)
    }
}

/// Milliseconds of a `Retry-After` header in seconds (RFC 9110, 10.2.3); dates are left out.
pub fn retry_after(header: &str) -> Option<u64> {
    header.trim().parse::<u32>().ok().map(|seconds| u64::from(seconds) * 1_000)
}
