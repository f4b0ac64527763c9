//! The delivery's states, one by one and in any order.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_registration::delivery::{Command, Delivery, Event, State, Surroundings, retry_after};
use huso_registration::dialect::{Doubt, Outcome, Rejection};
use huso_registration::draft::Draft;
use huso_registration::wire::Answers;
use proptest::prelude::*;
use std::collections::HashMap;

/// A delivery, its clock and its network.
struct Run {
    delivery: Delivery,
    knows_repetitions: bool,
    now: u64,
    is_online: bool,
    ids: u32,
}

impl Run {
    fn new(knows_repetitions: bool) -> Self {
        Self {
            delivery: Delivery::new("id-0".into(), knows_repetitions),
            knows_repetitions,
            now: 1_000,
            is_online: true,
            ids: 0,
        }
    }

    fn step(&mut self, event: Event) -> Command {
        let ids = &mut self.ids;
        let mut fresh = || {
            *ids += 1;
            format!("id-{ids}")
        };
        let mut around =
            Surroundings { now: self.now, is_online: self.is_online, jitter: 0, fresh_id: &mut fresh };
        self.delivery.step(event, &mut around)
    }

    /// The page is loaded again, from what its tab kept.
    fn reload(&mut self) {
        let draft = Draft {
            at: 0,
            submission: self.delivery.id.clone(),
            was_sent: Some(self.delivery.was_sent),
            in_doubt: Some(self.delivery.in_doubt),
            answers: Answers::default(),
            consents: Vec::new(),
            sessions: Vec::new(),
        };
        self.delivery = Delivery::of_draft(&draft, self.knows_repetitions);
    }

    /// Sends a right form, and returns the attempt's number.
    fn send(&mut self) -> u32 {
        assert_eq!(self.step(Event::Submit), Command::Validate);
        sent(self.step(Event::Validated(true)))
    }

    fn answer(&mut self, attempt: u32, outcome: Outcome) -> Command {
        self.step(Event::Answered { attempt, outcome, retry_after: None })
    }
}

fn sent(command: Command) -> u32 {
    match command {
        Command::Send { attempt, .. } => attempt,
        other => panic!("{other:?}"),
    }
}

const fn doubt(doubt: Doubt) -> Outcome {
    Outcome::Unconfirmed(doubt)
}

fn rejection() -> Outcome {
    Outcome::Rejected(refused())
}

const fn refused() -> Rejection {
    Rejection { status: 422, code: String::new(), faults: Vec::new(), message: None }
}

#[test]
fn a_second_click_sends_nothing() {
    let mut run = Run::new(true);
    let attempt = run.send();
    assert_eq!(run.step(Event::Submit), Command::Nothing);
    assert_eq!(run.step(Event::Validated(true)), Command::Nothing);
    assert_eq!(run.answer(attempt, Outcome::Confirmed(None)), Command::Nothing);
    assert_eq!(run.delivery.state, State::Confirmed(None));
    assert_eq!(run.step(Event::Submit), Command::Nothing);
    assert_eq!(run.step(Event::Edited), Command::Nothing);
    assert_eq!(run.delivery.state, State::Confirmed(None));
}

#[test]
fn faults_send_nothing() {
    let mut run = Run::new(true);
    run.step(Event::Submit);
    assert_eq!(run.step(Event::Validated(false)), Command::Nothing);
    assert_eq!(run.delivery, Delivery::new("id-0".into(), true));
}

#[test]
fn what_may_pass_is_tried_three_times_in_all() {
    for passing in [
        Doubt::Network,
        Doubt::TimedOut,
        Doubt::Busy(429),
        Doubt::Busy(503),
        Doubt::Broken(502),
        Doubt::Broken(504),
    ] {
        let mut run = Run::new(true);
        let first = run.send();
        assert_eq!(run.answer(first, doubt(passing)), Command::Wake(1_500));
        run.now = 1_400;
        assert_eq!(run.step(Event::Wake), Command::Wake(1_500));
        run.now = 1_500;
        let second = sent(run.step(Event::Wake));
        assert_eq!(run.answer(second, doubt(passing)), Command::Wake(2_500));
        run.now = 2_500;
        let third = sent(run.step(Event::Wake));
        assert_eq!(run.answer(third, doubt(passing)), Command::Nothing);
        assert_eq!(run.delivery.state, State::Unconfirmed(passing));
        assert_eq!(run.delivery.id, "id-0");
        // The visitor may go on trying.
        let fourth = run.send();
        assert_eq!(run.answer(fourth, doubt(passing)), Command::Wake(3_000));
    }
}

#[test]
fn what_will_not_pass_is_not_tried_again() {
    for lasting in [Doubt::Broken(500), Doubt::Unreadable, Doubt::Opaque] {
        let mut run = Run::new(true);
        let attempt = run.send();
        assert_eq!(run.answer(attempt, doubt(lasting)), Command::Nothing);
        assert_eq!(run.delivery.state, State::Unconfirmed(lasting));
    }
}

#[test]
fn without_an_id_only_what_was_turned_away_is_sent_again() {
    for (found, again) in [
        (Doubt::Network, false),
        (Doubt::TimedOut, false),
        (Doubt::Busy(503), false),
        (Doubt::Broken(502), false),
        (Doubt::Busy(429), true),
    ] {
        let mut run = Run::new(false);
        let attempt = run.send();
        assert_eq!(run.answer(attempt, doubt(found)) != Command::Nothing, again, "{found:?}");
    }
}

#[test]
fn retry_after_is_honoured_up_to_a_minute() {
    for (header, until) in [("7", 8_000), ("0", 1_500), ("3600", 61_000)] {
        let mut run = Run::new(true);
        let attempt = run.send();
        let event =
            Event::Answered { attempt, outcome: doubt(Doubt::Busy(503)), retry_after: retry_after(header) };
        assert_eq!(run.step(event), Command::Wake(until), "{header}");
    }
    assert_eq!(retry_after("Wed, 21 Oct 2027 07:28:00 GMT"), None);
    assert_eq!(retry_after("-1"), None);
}

#[test]
fn without_a_network_it_waits_and_then_goes() {
    let mut run = Run::new(false);
    run.is_online = false;
    run.step(Event::Submit);
    assert_eq!(run.step(Event::Validated(true)), Command::Nothing);
    assert_eq!((&run.delivery.state, run.delivery.was_sent), (&State::Offline, false));
    run.is_online = true;
    let attempt = sent(run.step(Event::Online));
    assert_eq!(run.step(Event::Online), Command::Nothing);
    // The network fails under way: only with an id may it go again by itself.
    run.is_online = false;
    run.answer(attempt, doubt(Doubt::Network));
    assert_eq!(run.delivery.state, State::Unconfirmed(Doubt::Network));
    let mut run = Run::new(true);
    let attempt = run.send();
    run.is_online = false;
    run.answer(attempt, doubt(Doubt::Network));
    assert_eq!(run.delivery.state, State::Offline);
}

#[test]
fn an_edit_after_sending_is_another_form() {
    let mut run = Run::new(true);
    run.step(Event::Edited);
    assert_eq!(run.delivery.id, "id-0");
    let attempt = run.send();
    run.answer(attempt, rejection());
    assert!(matches!(run.delivery.state, State::Rejected(_)));
    run.step(Event::Edited);
    assert_eq!((run.delivery.id.as_str(), run.delivery.was_sent), ("id-1", false));
    run.step(Event::Edited);
    assert_eq!(run.delivery.id, "id-1");
}

#[test]
fn a_reload_keeps_the_id_until_an_edit() {
    let mut run = Run::new(true);
    run.send();
    run.reload();
    let attempt = run.send();
    assert_eq!(run.delivery.id, "id-0");
    run.answer(attempt, doubt(Doubt::Unreadable));
    run.step(Event::Edited);
    assert_eq!(run.delivery.id, "id-1");
}

/// Kind of fault: stored twice without a question. From endpoints without ids, Formspree and Contact Form 7:
/// a reload while it was sent, and a second click after.
#[test]
fn without_an_id_nobody_sends_twice_without_a_question() {
    type Meanwhile = fn(&mut Run, u32);
    let doubts: [(&str, Meanwhile); 5] = [
        ("reload", |run, _| run.reload()),
        ("no answer", |run, attempt| _ = run.answer(attempt, doubt(Doubt::TimedOut))),
        ("no answer, then a reload", |run, attempt| {
            run.answer(attempt, doubt(Doubt::Network));
            run.reload();
        }),
        // Another form of the same person may be stored beside the first.
        ("an edit under way", |run, _| _ = run.step(Event::Edited)),
        ("an edit after, then a reload", |run, attempt| {
            run.answer(attempt, doubt(Doubt::Opaque));
            run.step(Event::Edited);
            run.reload();
        }),
    ];
    for (what, meanwhile) in doubts {
        let mut run = Run::new(false);
        let attempt = run.send();
        meanwhile(&mut run, attempt);
        run.step(Event::Submit);
        assert_eq!(run.step(Event::Validated(true)), Command::Nothing, "{what}");
        assert_eq!(run.delivery.state, State::Asking, "{what}");
        // Whoever doesn't read clicks again.
        assert_eq!(run.step(Event::Submit), Command::Nothing, "{what}");
        assert_eq!(run.step(Event::Decided(false)), Command::Nothing, "{what}");
        assert_eq!(run.delivery.state, State::Idle, "{what}");
        run.step(Event::Submit);
        run.step(Event::Validated(true));
        let attempt = sent(run.step(Event::Decided(true)));
        assert_eq!(run.step(Event::Decided(true)), Command::Nothing, "{what}: a double click");
        run.answer(attempt, Outcome::Confirmed(None));
        assert_eq!(run.delivery.state, State::Confirmed(None), "{what}");
        run.step(Event::Restart);
        run.send();
    }
}

#[test]
fn what_was_refused_or_is_known_by_its_id_is_sent_again_without_a_question() {
    let mut run = Run::new(true);
    run.send();
    run.reload();
    assert!(run.delivery.in_doubt);
    run.send();
    for refusal in [rejection(), doubt(Doubt::Busy(429))] {
        let mut run = Run::new(false);
        let attempt = run.send();
        run.answer(attempt, refusal.clone());
        assert!(!run.delivery.in_doubt, "{refusal:?}");
        run.reload();
        let attempt = run.send();
        // What came before is no less doubtful for it.
        run.answer(attempt, doubt(Doubt::TimedOut));
        run.step(Event::Submit);
        run.step(Event::Validated(true));
        let attempt = sent(run.step(Event::Decided(true)));
        run.answer(attempt, refusal);
        assert!(run.delivery.in_doubt);
    }
}

#[test]
fn a_draft_of_an_older_program_that_was_sent_is_in_doubt() {
    let draft = |was_sent| {
        let text = format!(r#"{{"at": 1000000, "submission": "id-0", "was_sent": {was_sent}}}"#);
        Draft::from_json(&text, "1970-01-12T13:46:40Z".parse().unwrap()).unwrap()
    };
    assert!(Delivery::of_draft(&draft(true), false).may_be_twice());
    assert!(!Delivery::of_draft(&draft(true), true).may_be_twice());
    assert!(!Delivery::of_draft(&draft(false), false).may_be_twice());
}

#[test]
fn an_answer_to_a_form_that_was_given_up_is_passed_over() {
    let mut run = Run::new(true);
    let attempt = run.send();
    assert_eq!(run.step(Event::Edited), Command::Abort);
    let next = run.send();
    run.answer(attempt, Outcome::Confirmed(None));
    assert_eq!(run.delivery.state, State::Sending);
    run.answer(next, Outcome::Confirmed(None));
    assert_eq!(run.delivery.state, State::Confirmed(None));
    assert_eq!(run.step(Event::Restart), Command::Nothing);
    assert_eq!((&run.delivery.state, run.delivery.id.as_str()), (&State::Idle, "id-2"));
}

/// Kind of fault: what a person has is taken for another form, stored twice, or sent before it was said to be there.
#[test]
fn what_is_added_goes_under_the_same_id_once_the_form_is_confirmed() {
    for before in [State::Idle, State::Sending, State::Rejected(refused())] {
        let mut run = Run::new(true);
        run.delivery.state = before.clone();
        assert_eq!(run.step(Event::Add), Command::Nothing, "{before:?}");
        assert_eq!(run.delivery.state, before);
    }
    let mut run = Run::new(true);
    let attempt = run.send();
    run.answer(attempt, Outcome::Confirmed(None));
    for round in 2..4 {
        assert_eq!(run.step(Event::Add), Command::Validate);
        assert_eq!(run.step(Event::Add), Command::Nothing, "a double click");
        let send = run.step(Event::Validated(true));
        assert_eq!(send, Command::Send { id: "id-0".into(), attempt: round });
        run.answer(round - 1, Outcome::Confirmed(None));
        assert_eq!(run.delivery.state, State::Sending, "an answer to the attempt before");
        run.answer(round, Outcome::Confirmed(None));
        assert_eq!(run.delivery.state, State::Confirmed(None));
    }
}

fn outcomes() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        Just(Outcome::Confirmed(None)),
        Just(rejection()),
        Just(doubt(Doubt::Network)),
        Just(doubt(Doubt::TimedOut)),
        Just(doubt(Doubt::Busy(429))),
        Just(doubt(Doubt::Broken(502))),
        Just(doubt(Doubt::Broken(500))),
        Just(doubt(Doubt::Unreadable)),
    ]
}

#[derive(Clone, Debug)]
enum Happening {
    Event(Event),
    /// The answer to the last attempt, or to one before.
    Answer(u32, Outcome),
    Network(bool),
    Later(u64),
    Reload,
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let event = prop_oneof![
        4 => Just(Event::Submit),
        4 => any::<bool>().prop_map(Event::Validated),
        2 => any::<bool>().prop_map(Event::Decided),
        2 => Just(Event::Wake),
        1 => Just(Event::Online),
        2 => Just(Event::Edited),
        1 => Just(Event::Restart),
    ];
    let one = prop_oneof![
        10 => event.prop_map(Happening::Event),
        6 => (0..2_u32, outcomes()).prop_map(|(before, outcome)| Happening::Answer(before, outcome)),
        1 => any::<bool>().prop_map(Happening::Network),
        2 => (0..5_000_u64).prop_map(Happening::Later),
        1 => Just(Happening::Reload),
    ];
    prop::collection::vec(one, 0..60)
}

fn rests(state: &State) -> bool {
    !matches!(state, State::Validating | State::Sending | State::Retrying { .. })
}

proptest! {
    #[test]
    fn in_any_order_one_form_has_one_id_and_ends(all in happenings(), knows in any::<bool>()) {
        let mut run = Run::new(knows);
        // Which version of the answers an id stood for, and which id a version.
        let mut version_of: HashMap<String, u32> = HashMap::new();
        let mut id_of: HashMap<u32, String> = HashMap::new();
        let (mut version, mut last) = (0, 0);
        // Whether this person's form may be stored, and whether they want it sent all the same.
        let (mut maybe_stored, mut wanted) = (false, false);
        for happening in all {
            let before = run.delivery.state.clone();
            let is_restart = matches!(happening, Happening::Event(Event::Restart));
            match &happening {
                Happening::Event(Event::Restart) => (maybe_stored, wanted) = (false, false),
                Happening::Event(Event::Decided(yes)) if before == State::Asking => wanted = *yes,
                Happening::Event(Event::Edited) | Happening::Reload => wanted = false,
                _ => {}
            }
            let mut acknowledged = false;
            let command = match happening {
                Happening::Event(event) => {
                    let is_form = !matches!(before, State::Confirmed(_));
                    version += u32::from(event == Event::Restart || (event == Event::Edited && is_form));
                    run.step(event)
                }
                Happening::Answer(ago, outcome) => {
                    acknowledged = ago == 0 && outcome == Outcome::Confirmed(None);
                    run.answer(u32::wrapping_sub(last, ago), outcome)
                }
                Happening::Network(is_online) => {
                    run.is_online = is_online;
                    Command::Nothing
                }
                Happening::Later(ms) => {
                    run.now += ms;
                    Command::Nothing
                }
                Happening::Reload => {
                    // A page that shows the confirmation keeps no draft.
                    if !matches!(before, State::Confirmed(_)) {
                        run.reload();
                        last = 0;
                    }
                    Command::Nothing
                }
            };
            if let Command::Send { id, attempt } = command {
                prop_assert!(before != State::Sending, "two attempts at once");
                prop_assert!(knows || !maybe_stored || wanted, "sent again without a question");
                last = attempt;
                prop_assert_eq!(*version_of.entry(id.clone()).or_insert(version), version);
                prop_assert_eq!(id_of.entry(version).or_insert(id.clone()), &id);
            }
            if before == State::Sending && !is_restart {
                match run.delivery.state {
                    State::Sending | State::Retrying { .. } => {}
                    State::Rejected(_) | State::Confirmed(_) | State::Unconfirmed(Doubt::Busy(429)) => {
                        wanted = false;
                    }
                    _ => (maybe_stored, wanted) = (true, false),
                }
            }
            if matches!(run.delivery.state, State::Confirmed(_)) && !matches!(before, State::Confirmed(_)) {
                prop_assert!(acknowledged, "confirmed out of nothing");
            }
        }
        for _ in 0..20 {
            let command = match run.delivery.state.clone() {
                State::Validating => run.step(Event::Validated(true)),
                State::Sending => run.answer(last, doubt(Doubt::TimedOut)),
                State::Retrying { until } => {
                    run.now = run.now.max(until);
                    run.step(Event::Wake)
                }
                _ => break,
            };
            if let Command::Send { attempt, .. } = command {
                last = attempt;
            }
        }
        prop_assert!(rests(&run.delivery.state), "{:?}", run.delivery.state);
    }
}
