//! How many seats are left, kept up to date while somebody looks at it.

use super::use_window_event::{RETURNS, listen};
use crate::browser::{self, SeatsAnswer};
use gloo_timers::callback::Timeout;
use huso_agenda::Instant;
use huso_registration::wire::Seats;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, UseStateSetter, hook, use_callback, use_effect_with, use_mut_ref, use_state_eq};

/// Milliseconds between two questions.
const MINUTE: i64 = 60_000;
/// Milliseconds after seats were taken: what a server says may be some seconds old.
const SOON: i64 = 10_000;

/// The seats that the server at `address` says are left, asked for at once, then each minute while the page is seen;
/// and a callback for when seats were taken, which asks at once and once more soon. Of failures nothing is said, and
/// what was known before them is forgotten: it was of its moment. Without an address nothing is asked, and nothing
/// known.
#[hook]
pub fn use_seats(address: Option<&str>) -> (Rc<Seats>, Callback<()>) {
    let seats = use_state_eq(Rc::<Seats>::default);
    let poller: Rc<RefCell<Option<Rc<Poller>>>> = use_mut_ref(|| None);
    {
        let (set, poller) = (seats.setter(), poller.clone());
        use_effect_with(address.map(str::to_owned), move |address| {
            set.set(Rc::default());
            let asking = address.clone().map(|address| Poller::start(address, set));
            poller.replace(asking.clone());
            let on_return = {
                let asking = asking.clone();
                Callback::from(move |()| asking.iter().for_each(Poller::look))
            };
            let listeners = asking.as_ref().map(|_| listen(RETURNS, &on_return));
            move || {
                drop(listeners);
                asking.iter().for_each(|poller| poller.stop());
            }
        });
    }
    let on_taken = use_callback((), move |(), ()| poller.borrow().iter().for_each(Poller::ask_twice));
    ((*seats).clone(), on_taken)
}

/// Asks a server again and again.
struct Poller {
    address: String,
    set: UseStateSetter<Rc<Seats>>,
    /// When it was last asked; `None` once there is no use in it.
    asked: Cell<Option<Instant>>,
    /// Milliseconds from then to the next question.
    pause: Cell<i64>,
    /// Number of the last question: older answers come too late.
    question: Cell<u32>,
    timer: Cell<Option<Timeout>>,
}

impl Poller {
    fn start(address: String, set: UseStateSetter<Rc<Seats>>) -> Rc<Self> {
        let (asked, pause) = (Cell::new(Some(Instant::default())), Cell::new(MINUTE));
        let (question, timer) = (Cell::default(), Cell::default());
        let poller = Rc::new(Self { address, set, asked, pause, question, timer });
        poller.look();
        poller
    }

    /// Asks if that was last done long enough ago, and looks again when it will be.
    fn look(self: &Rc<Self>) {
        self.timer.take();
        let Some(asked) = self.asked.get().filter(|_| !browser::is_hidden()) else { return };
        let wait = self.pause.get() - browser::now().signed_duration_since(asked).num_milliseconds();
        // A clock that was set back makes nobody wait for it.
        match u32::try_from(wait).ok().filter(|wait| (1..=MINUTE).contains(&i64::from(*wait))) {
            Some(wait) => self.wait(wait),
            None => self.ask(),
        }
    }

    fn wait(self: &Rc<Self>, wait: u32) {
        let poller = self.clone();
        self.timer.set(Some(Timeout::new(wait, move || poller.look())));
    }

    fn ask(self: &Rc<Self>) {
        self.timer.take();
        self.asked.set(Some(browser::now()));
        self.pause.set(MINUTE);
        let question = self.question.get().wrapping_add(1);
        self.question.set(question);
        let poller = self.clone();
        spawn_local(async move {
            let answer = browser::seats(&poller.address).await;
            if poller.question.get() == question {
                poller.take(answer);
            }
        });
    }

    fn ask_twice(self: &Rc<Self>) {
        self.ask();
        self.pause.set(SOON);
    }

    fn take(self: &Rc<Self>, answer: SeatsAnswer) {
        if answer == SeatsAnswer::Never {
            self.asked.set(None);
        }
        let seats = match answer {
            SeatsAnswer::Left(seats) => seats,
            SeatsAnswer::Unknown | SeatsAnswer::Never => Seats::default(),
        };
        self.set.set(Rc::new(seats));
        self.look();
    }

    /// Answers that are under way come to nobody any more.
    fn stop(&self) {
        self.asked.set(None);
        self.question.set(self.question.get().wrapping_add(1));
        self.timer.take();
    }
}
