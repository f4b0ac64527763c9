//! How many rows of a long list are drawn.

use super::use_window_event;
use crate::browser::performance_now;
use gloo_timers::callback::Timeout;
use yew::{hook, use_callback, use_effect_with, use_state_eq};

/// Rows that are drawn at once: more than a screen shows.
const FIRST: usize = 20;
/// Milliseconds that a task of drawing may take, so that the page answers in between.
const TASK: f64 = 40.0;

/// What is drawn.
#[derive(Clone, Copy, PartialEq)]
struct Drawn {
    /// Rows, from the first.
    count: usize,
    /// Rows that the next task adds.
    step: usize,
    /// When the last task began: milliseconds of the page's time.
    began: f64,
}

/// How many of `total` rows are drawn: first as many as a screen shows, the rest in tasks that follow, and all
/// before the page is printed.
#[hook]
pub fn use_drawn_rows(total: usize) -> usize {
    let drawn = use_state_eq(|| Drawn { count: FIRST, step: FIRST, began: 0.0 });
    let set = drawn.setter();
    use_effect_with((*drawn, total), move |(drawn, total)| {
        let drawn = *drawn;
        let next = (drawn.count < *total).then(|| {
            let step = fitting_step(drawn.step, performance_now() - drawn.began);
            Timeout::new(0, move || {
                set.set(Drawn { count: drawn.count + step, step, began: performance_now() });
            })
        });
        move || drop(next)
    });
    let set = drawn.setter();
    let draw_all = use_callback((), move |(), ()| {
        set.set(Drawn { count: usize::MAX, step: FIRST, began: 0.0 });
    });
    use_window_event(&["beforeprint"], draw_all);
    drawn.count.min(total)
}

/// The rows of the next task, after one of `step` rows took so many milliseconds.
fn fitting_step(step: usize, took: f64) -> usize {
    if took < TASK / 2.0 {
        step * 2
    } else if took > TASK {
        (step / 2).max(FIRST / 2)
    } else {
        step
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST, TASK, fitting_step};

    #[test]
    fn steps_grow_while_tasks_are_short_and_shrink_to_half_a_screen() {
        assert_eq!(fitting_step(20, 1.0), 40);
        assert_eq!(fitting_step(80, TASK * 0.7), 80);
        assert_eq!(fitting_step(80, TASK * 3.0), 40);
        assert_eq!(fitting_step(1, 1_000.0), FIRST / 2);
    }
}
