//! Where the agenda stands, kept up to date while somebody looks at it.

use crate::platform::{self, Looks};
use crate::view::ViewRef;
use gloo_timers::callback::Timeout;
use huso_agenda::{Instant, Progress};
use std::cell::Cell;
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

/// Where the agenda stands. The component is drawn again when that changes, and never otherwise. While the
/// page is hidden, and once nothing can change, no timer runs. `refresh` is called when there may be a
/// newer file.
#[hook]
pub fn use_progress(view: &Option<ViewRef>, refresh: Callback<()>) -> Rc<Progress> {
    let first = use_memo(view.clone(), |view| view.as_ref().map(stand).unwrap_or_default());
    let later = use_state(|| None);
    let setter = later.setter();
    use_effect_with(view.clone(), {
        let shown = first.clone();
        move |view| {
            let clock = view.clone().map(|view| Clock::start(view, shown, setter, refresh));
            move || {
                if let Some((clock, looks)) = clock {
                    drop(looks);
                    clock.timer.take();
                }
            }
        }
    });
    match &*later {
        Some((of, progress)) if Some(of) == view.as_ref() => Rc::clone(progress),
        _ => first,
    }
}

fn stand(view: &ViewRef) -> Progress {
    Progress::at(view.agenda(), platform::now(), view.viewer.zone.as_ref())
}

struct Clock {
    view: ViewRef,
    shown: Cell<Rc<Progress>>,
    setter: UseStateSetter<Option<(ViewRef, Rc<Progress>)>>,
    refresh: Callback<()>,
    /// When the file was last asked for.
    asked: Cell<Instant>,
    /// Whether the visitor returned since then.
    returned: Cell<bool>,
    timer: Cell<Option<Timeout>>,
}

impl Clock {
    fn start(
        view: ViewRef,
        shown: Rc<Progress>,
        setter: UseStateSetter<Option<(ViewRef, Rc<Progress>)>>,
        refresh: Callback<()>,
    ) -> (Rc<Self>, Looks) {
        let (shown, asked) = (Cell::new(shown), Cell::new(platform::now()));
        let (returned, timer) = (Cell::default(), Cell::default());
        let clock = Rc::new(Self { view, shown, setter, refresh, asked, returned, timer });
        clock.look();
        let again = clock.clone();
        let look = move || {
            again.returned.set(true);
            again.look();
        };
        (clock, Looks::new(Box::new(look)))
    }

    /// Draws what has changed, and looks again when something will.
    fn look(self: &Rc<Self>) {
        self.timer.take();
        if platform::is_hidden() {
            return;
        }
        let now = platform::now();
        let progress = Rc::new(stand(&self.view));
        if self.shown.replace(progress.clone()) != progress {
            self.setter.set(Some((self.view.clone(), progress.clone())));
        }
        let since = |instant: Instant| now.signed_duration_since(instant).num_milliseconds();
        let age = if self.returned.get() { RETURN } else { LIVE };
        let may_differ = self.returned.get() || progress.is_live();
        if may_differ && since(self.asked.get()) >= age && !self.view.preview {
            self.asked.set(now);
            self.returned.set(false);
            self.refresh.emit(());
        }
        let wait = match progress.next.map(|next| -since(next)) {
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
