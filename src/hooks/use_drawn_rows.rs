//! How many rows of a long list are drawn.

use super::use_window_event;
use crate::browser;
use gloo_timers::callback::Timeout;
use huso_agenda::Instant;
use yew::{hook, use_callback, use_effect_with, use_mut_ref, use_state_eq};

/// Rows that are drawn at once: more than a screen shows.
const FIRST: usize = 20;
/// Rows from which on a list is long: what of it is out of sight costs something in every frame.
pub const LONG_LIST: usize = 100;
/// Milliseconds in which a frame begins, so that the first rows are seen before others are drawn.
const FRAME: u32 = 20;
/// Milliseconds that a task should take: meanwhile the page can't answer.
const TASK: usize = 60;

/// How many of `total` rows are drawn: first as many as a screen shows, the rest in tasks that follow, between which
/// the page answers, and all before the page is printed.
#[hook]
pub fn use_drawn_rows(total: usize) -> usize {
    let drawn = use_state_eq(|| FIRST);
    let pace = use_mut_ref(|| Pace { step: FIRST, begun: None });
    let set = drawn.setter();
    use_effect_with((*drawn, total), move |(drawn, total)| {
        let drawn = *drawn;
        pace.borrow_mut().finish_task();
        let pause = if drawn == FIRST { FRAME } else { 0 };
        let next = (drawn < *total).then(|| {
            Timeout::new(pause, move || set.set(drawn.saturating_add(pace.borrow_mut().begin_task())))
        });
        move || drop(next)
    });
    let set = drawn.setter();
    let draw_all = use_callback((), move |(), ()| set.set(usize::MAX));
    use_window_event(&["beforeprint"], draw_all);
    (*drawn).min(total)
}

/// How many rows are drawn in a task.
struct Pace {
    step: usize,
    /// When the task that is under way began.
    begun: Option<Instant>,
}

impl Pace {
    /// How many rows to draw in the task that begins.
    fn begin_task(&mut self) -> usize {
        self.begun = Some(browser::now());
        self.step
    }

    /// The rows are drawn.
    fn finish_task(&mut self) {
        if let Some(begun) = self.begun.take() {
            let took = browser::now().signed_duration_since(begun).num_milliseconds();
            self.step = next_step(self.step, took.try_into().unwrap_or_default());
        }
    }
}

/// How many rows to draw after so many took so many milliseconds. One slow task, or a clock that was set, says little:
/// at most twice as many, at least half.
fn next_step(step: usize, took: usize) -> usize {
    (step * TASK / took.max(1)).clamp(step.div_ceil(2), step * 2)
}

#[cfg(test)]
mod tests {
    use super::{FIRST, TASK, next_step};

    #[test]
    fn a_task_takes_about_the_same_time_on_every_device() {
        for rows_in_task in [5, 30, 400] {
            let step = (0..10).fold(FIRST, |step, _| next_step(step, step * TASK / rows_in_task));
            assert!(step.abs_diff(rows_in_task) <= rows_in_task / 5, "{step} of {rows_in_task}");
        }
    }

    #[test]
    fn one_measurement_changes_little() {
        assert_eq!(next_step(20, 0), 40);
        assert_eq!(next_step(20, 60_000), 10);
        assert_eq!(next_step(1, 60_000), 1);
    }
}
