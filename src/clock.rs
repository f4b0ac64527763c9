//! Where the agenda stands, kept up to date while somebody looks at it.

use crate::platform::{self, Looks};
use crate::view::ViewRef;
use gloo_timers::callback::Timeout;
use huso_agenda::{Instant, Progress};
use std::cell::Cell;
use std::rc::Rc;
use yew::Callback;

/// Most milliseconds between two looks at the clock: a computer that slept resumes its timers where
/// they were.
const MINUTE: i64 = 60_000;
/// Milliseconds between looks while nothing can change for longer.
const DAY: i64 = 24 * 60 * MINUTE;
/// Milliseconds after which the file is asked for when the visitor returns.
const RETURN: i64 = MINUTE;
/// Milliseconds after which the file is asked for while something is under way.
const LIVE: i64 = 5 * MINUTE;

/// What the clock has to say.
pub enum Tick {
    /// A view's agenda stands elsewhere than it did, or its registration opened or closed.
    Stands(ViewRef, Rc<Progress>),
    /// There may be a newer file.
    Refresh,
}

/// Where a view's agenda stands now.
pub fn stand(view: &ViewRef) -> Rc<Progress> {
    Rc::new(Progress::at(view.agenda(), platform::now(), view.viewer.zone.as_ref()))
}

/// A clock that runs until it is dropped.
pub struct Running(Rc<Clock>, #[allow(dead_code, reason = "it listens")] Looks);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.timer.take();
    }
}

struct Clock {
    view: ViewRef,
    shown: Cell<Rc<Progress>>,
    /// Whether registration was open then.
    open: Cell<bool>,
    tell: Callback<Tick>,
    /// When the file was last asked for.
    asked: Cell<Instant>,
    /// Whether the visitor returned since then.
    returned: Cell<bool>,
    timer: Cell<Option<Timeout>>,
}

impl Running {
    /// Tells when the agenda stands elsewhere than `shown`, or registration opens or closes, and never
    /// otherwise. While the page is hidden, and once nothing can change, no timer runs.
    pub fn start(view: ViewRef, shown: Rc<Progress>, tell: Callback<Tick>) -> Self {
        let (shown, asked) = (Cell::new(shown), Cell::new(platform::now()));
        let (returned, timer) = (Cell::default(), Cell::default());
        let open = Cell::new(view.is_open());
        let clock = Rc::new(Clock { view, shown, open, tell, asked, returned, timer });
        clock.look();
        let again = clock.clone();
        let look = move || {
            again.returned.set(true);
            again.look();
        };
        Self(clock, Looks::new(Box::new(look)))
    }
}

impl Clock {
    /// Draws what has changed, and looks again when something will.
    fn look(self: &Rc<Self>) {
        self.timer.take();
        if platform::is_hidden() {
            return;
        }
        let now = platform::now();
        let progress = stand(&self.view);
        let is_open = self.view.is_open();
        if (self.shown.replace(progress.clone()) != progress) | (self.open.replace(is_open) != is_open) {
            self.tell.emit(Tick::Stands(self.view.clone(), progress.clone()));
        }
        let since = |instant: Instant| now.signed_duration_since(instant).num_milliseconds();
        let age = if self.returned.get() { RETURN } else { LIVE };
        let may_differ = self.returned.get() || progress.is_live();
        if may_differ && since(self.asked.get()) >= age && !self.view.preview {
            self.asked.set(now);
            self.returned.set(false);
            self.tell.emit(Tick::Refresh);
        }
        let registration = self.view.outline().and_then(|outline| outline.next(now));
        let next = match (progress.next, registration) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let wait = match next.map(|next| -since(next)) {
            Some(wait) if wait <= DAY => wait.clamp(1, MINUTE),
            _ if self.returned.get() => MINUTE,
            Some(_) => DAY,
            None => return,
        };
        let clock = self.clone();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 ms to a day")]
        self.timer.set(Some(Timeout::new(wait as u32, move || clock.look())));
    }
}
