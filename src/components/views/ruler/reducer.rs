//! Where the cursor is.

use huso_agenda::ruler::{Step, step};
use std::rc::Rc;
use yew::Reducible;

/// Where the cursor is, in minutes of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Where it was put.
    pub at: i64,
    /// Where the pointer is, over the drawing.
    pub pointer: Option<i64>,
    /// How long the scale is.
    pub length: i64,
}

/// What moves the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CursorAction {
    /// It is put at a minute.
    Put(i64),
    /// A key moves it.
    Step(Step),
    /// It follows the pointer, or goes back to where it was put.
    Follow(Option<i64>),
}

impl Cursor {
    /// Where it is seen.
    pub fn seen(&self) -> i64 {
        self.pointer.unwrap_or(self.at)
    }
}

impl Reducible for Cursor {
    type Action = CursorAction;

    fn reduce(self: Rc<Self>, action: CursorAction) -> Rc<Self> {
        let length = self.length;
        Rc::new(match action {
            CursorAction::Put(minute) => Self { at: minute.clamp(0, length), pointer: None, length },
            CursorAction::Step(by) => Self { at: step(self.at, by, length), pointer: None, length },
            CursorAction::Follow(pointer) => Self { pointer, ..*self },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_pointer_shows_is_gone_with_it() {
        let mut cursor = Rc::new(Cursor { at: 60, pointer: None, length: 600 });
        let mut act = |action| {
            cursor = cursor.clone().reduce(action);
            cursor.seen()
        };
        assert_eq!(act(CursorAction::Follow(Some(90))), 90);
        assert_eq!(act(CursorAction::Follow(None)), 60);
        act(CursorAction::Follow(Some(90)));
        assert_eq!(act(CursorAction::Step(Step::By(15))), 75, "keys go on from where it was put");
        assert_eq!(act(CursorAction::Put(700)), 600);
    }
}
