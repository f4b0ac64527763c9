//! How many rows of a long list are drawn.

use super::use_window_event;
use gloo_timers::callback::Timeout;
use yew::{hook, use_callback, use_effect_with, use_state_eq};

/// Rows that are drawn at once: more than a screen shows.
const FIRST: usize = 20;

/// How many of `total` rows are drawn: first as many as a screen shows, the rest in tasks that follow, between which
/// the page answers, and all before the page is printed.
#[hook]
pub fn use_drawn_rows(total: usize) -> usize {
    let drawn = use_state_eq(|| FIRST);
    let set = drawn.setter();
    use_effect_with((*drawn, total), move |(drawn, total)| {
        let drawn = *drawn;
        let next = (drawn < *total).then(|| Timeout::new(0, move || set.set(drawn + step(drawn))));
        move || drop(next)
    });
    let set = drawn.setter();
    let draw_all = use_callback((), move |(), ()| set.set(usize::MAX));
    use_window_event(&["beforeprint"], draw_all);
    (*drawn).min(total)
}

/// Rows that the next task adds. Each task compares what is drawn already: steps of one size would take a time that
/// grows with the square of the rows.
fn step(drawn: usize) -> usize {
    FIRST.max(drawn / 10)
}

#[cfg(test)]
mod tests {
    use super::{FIRST, step};

    #[test]
    fn two_thousand_rows_take_some_fifty_tasks() {
        let mut drawn = FIRST;
        let mut tasks = 0;
        while drawn < 2_000 {
            drawn += step(drawn);
            tasks += 1;
        }
        assert!((20..50).contains(&tasks), "{tasks}");
    }
}
