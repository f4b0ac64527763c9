//! The list: days and their sessions, one below another.

use super::day::{Day, DayRow};
use super::use_star::use_star;
use super::view_props::ViewProps;
use crate::context::use_event;
use crate::hooks::use_drawn_rows;
use std::collections::HashSet;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo};

/// Properties of [`DayList`].
#[derive(Clone, Properties, PartialEq)]
pub struct DayListProps {
    /// What every view is given.
    pub view: ViewProps,
    /// Called with `true` once all rows are drawn.
    #[prop_or_default]
    pub on_drawn: Callback<bool>,
}

/// Days and their sessions. Rows that are not shown are there and hidden: thousands are hidden and shown again between
/// two letters of a search, and not drawn anew.
#[component]
pub fn DayList(props: &DayListProps) -> Html {
    let event = use_event();
    let ViewProps { shown, rows, on_choose, .. } = &props.view;
    let on_plan = use_star(on_choose);
    let total = rows.len();
    let drawn = use_drawn_rows(total);
    use_effect_with((drawn == total, props.on_drawn.clone()), |(is_drawn, on_drawn)| {
        if *is_drawn {
            on_drawn.emit(true);
        }
    });
    // On a server there are no later tasks.
    let drawn = if event.is_prerendered { total } else { drawn };
    let order = use_memo((shown.clone(), total), |(shown, total)| DrawingOrder::new(shown, *total));
    let mut first = 0;
    let days = event.agenda().days().into_iter().map(|day| {
        let start = first;
        first += day.sessions.len();
        let rows = (start..first).map(|index| {
            let state = rows.get(index).copied().filter(|_| order.is_drawn(index, drawn));
            state.map(|state| DayRow { state, is_shown: order.is_shown(index) })
        });
        let rows: Vec<_> = rows.collect();
        html! {
            if rows.iter().any(Option::is_some) {
                <Day date={day.date} first={start} {rows} {on_choose} on_plan={&on_plan} />
            }
        }
    });
    html! { for day in days { {day} } }
}

/// In which order rows are drawn: those that are shown first.
#[derive(PartialEq)]
struct DrawingOrder {
    /// Of each session, how many are drawn before it.
    ranks: Vec<usize>,
    /// How many are shown.
    shown: usize,
}

impl DrawingOrder {
    fn new(shown: &[usize], total: usize) -> Self {
        let is_shown: HashSet<usize> = shown.iter().copied().collect();
        let (mut next_shown, mut next_hidden) = (0, is_shown.len());
        let rank = |index| {
            let next = if is_shown.contains(&index) { &mut next_shown } else { &mut next_hidden };
            *next += 1;
            *next - 1
        };
        Self { ranks: (0..total).map(rank).collect(), shown: is_shown.len() }
    }

    fn is_shown(&self, index: usize) -> bool {
        self.ranks.get(index).is_some_and(|rank| *rank < self.shown)
    }

    /// Whether it is one of the first that are `drawn`.
    fn is_drawn(&self, index: usize, drawn: usize) -> bool {
        self.ranks.get(index).is_some_and(|rank| *rank < drawn)
    }
}

#[cfg(test)]
mod tests {
    use super::DrawingOrder;

    #[test]
    fn what_is_shown_is_drawn_first() {
        let order = DrawingOrder::new(&[1, 3], 5);
        let drawn = |count| (0..5).filter(|index| order.is_drawn(*index, count)).collect::<Vec<_>>();
        assert_eq!(drawn(1), [1]);
        assert_eq!(drawn(3), [0, 1, 3]);
        assert_eq!(drawn(5), [0, 1, 2, 3, 4]);
        assert_eq!((0..6).filter(|index| order.is_shown(*index)).collect::<Vec<_>>(), [1, 3]);
    }
}
