//! What of the agenda somebody looks at, and how.

use crate::view::View;
use std::rc::Rc;
use yew::Reducible;

/// What of the agenda somebody looks at, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Browse {
    /// The way to look at it.
    pub view: View,
}

/// What somebody does to look at something else.
#[derive(Clone, Debug, PartialEq)]
pub enum BrowseAction {
    /// Switches to a view.
    Show(View),
}

impl Reducible for Browse {
    type Action = BrowseAction;

    fn reduce(self: Rc<Self>, action: BrowseAction) -> Rc<Self> {
        match action {
            BrowseAction::Show(view) => Rc::new(Self { view, ..Self::clone(&self) }),
        }
    }
}
