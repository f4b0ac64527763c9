//! Where the event stands, kept up to date while somebody looks at it.

use super::use_window_event::{RETURNS, listen};
use crate::browser;
use crate::context::{EventContext, ZonesContext};
use gloo_timers::callback::Timeout;
use huso_agenda::{Instant, Progress};
use huso_registration::form::Period;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::{Callback, UseStateSetter, hook, use_effect_with, use_memo, use_state};

/// Most milliseconds between two looks at the clock: a computer that slept resumes its timers where
/// they were.
const MINUTE: i64 = 60_000;
/// Milliseconds between looks while nothing can change for longer.
const DAY: i64 = 24 * 60 * MINUTE;
/// Milliseconds after which the file is asked for when the visitor returns.
const RETURN: i64 = MINUTE;
/// Milliseconds after which the file is asked for while something is under way.
const LIVE: i64 = 5 * MINUTE;

/// Where an event stands at an instant.
#[derive(Clone, PartialEq)]
pub struct Clock {
    /// The instant at which something changed last.
    pub now: Instant,
    /// Where each session stands.
    pub progress: Rc<Progress>,
    /// Whether registration is open, if one registers.
    pub registration: Option<Period>,
}

impl Clock {
    /// Where an event stands at an instant, on the visitor's clocks.
    fn at(event: &EventContext, zones: &ZonesContext, now: Instant) -> Self {
        let progress = Progress::at(event.agenda(), now, zones.viewer.zone.as_ref());
        let registration = event.outline().map(|outline| outline.period(now));
        Self { now, progress: Rc::new(progress), registration }
    }

    /// Whether it says anything else than another.
    fn differs_from(&self, other: &Self) -> bool {
        self.progress != other.progress || self.registration != other.registration
    }
}

/// Where the event stands. The component is drawn again when that changes, and never otherwise; `refresh`
/// is called when there may be a newer event file. While the page is hidden, and once nothing can change, no
/// timer runs. With a `moment` the clock stands still there.
#[hook]
pub fn use_clock(
    event: &EventContext,
    zones: &ZonesContext,
    moment: Option<Instant>,
    refresh: Callback<()>,
) -> Rc<Clock> {
    let now = use_state(browser::now);
    let given = (event.clone(), zones.clone(), moment.unwrap_or(*now));
    let clock = use_memo(given, |(event, zones, now)| Clock::at(event, zones, *now));
    let set = now.setter();
    let shown = clock.clone();
    use_effect_with(
        (event.clone(), zones.clone(), moment, refresh),
        move |(event, zones, moment, refresh)| {
            let ticker = moment.is_none().then(|| Ticker::start(event, zones, shown, set, refresh.clone()));
            let listeners = ticker.clone().map(|ticker| {
                let on_return = Callback::from(move |()| {
                    ticker.has_returned.set(true);
                    ticker.look();
                });
                listen(RETURNS, &on_return)
            });
            move || {
                drop(listeners);
                ticker.iter().for_each(|ticker| drop(ticker.timer.take()));
            }
        },
    );
    clock
}

/// Looks at the clock whenever something may have changed.
struct Ticker {
    event: EventContext,
    zones: ZonesContext,
    /// What is shown.
    shown: RefCell<Rc<Clock>>,
    set: UseStateSetter<Instant>,
    refresh: Callback<()>,
    /// When the file was last asked for.
    asked: Cell<Instant>,
    /// Whether the visitor returned since then.
    has_returned: Cell<bool>,
    timer: Cell<Option<Timeout>>,
}

impl Ticker {
    fn start(
        event: &EventContext,
        zones: &ZonesContext,
        shown: Rc<Clock>,
        set: UseStateSetter<Instant>,
        refresh: Callback<()>,
    ) -> Rc<Self> {
        let ticker = Rc::new(Self {
            event: event.clone(),
            zones: zones.clone(),
            shown: RefCell::new(shown),
            set,
            refresh,
            asked: Cell::new(browser::now()),
            has_returned: Cell::default(),
            timer: Cell::default(),
        });
        ticker.look();
        ticker
    }

    /// Shows what has changed, and looks again when something will.
    fn look(self: &Rc<Self>) {
        self.timer.take();
        if browser::is_hidden() {
            return;
        }
        let clock = Rc::new(Clock::at(&self.event, &self.zones, browser::now()));
        if clock.differs_from(&self.shown.borrow()) {
            self.shown.replace(clock.clone());
            self.set.set(clock.now);
        }
        self.ask(&clock);
        if let Some(wait) = self.wait(&clock) {
            let ticker = self.clone();
            self.timer.set(Some(Timeout::new(wait, move || ticker.look())));
        }
    }

    /// Asks for the file if there may be a newer one.
    fn ask(&self, clock: &Clock) {
        let age = if self.has_returned.get() { RETURN } else { LIVE };
        let may_differ = self.has_returned.get() || clock.progress.is_live();
        let since = clock.now.signed_duration_since(self.asked.get()).num_milliseconds();
        if may_differ && since >= age && !self.event.is_preview {
            self.asked.set(clock.now);
            self.has_returned.set(false);
            self.refresh.emit(());
        }
    }

    /// Milliseconds until the next look; `None` once nothing can change.
    fn wait(&self, clock: &Clock) -> Option<u32> {
        let registration = self.event.outline().and_then(|outline| outline.next(clock.now));
        let next = clock.progress.next.into_iter().chain(registration).min();
        let wait = next.map(|next| next.signed_duration_since(clock.now).num_milliseconds());
        let wait = match wait {
            Some(wait) if wait <= DAY => wait.clamp(1, MINUTE),
            _ if self.has_returned.get() => MINUTE,
            Some(_) => DAY,
            None => return None,
        };
        u32::try_from(wait).ok()
    }
}
