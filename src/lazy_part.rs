//! Parts of the program that are fetched when they are needed (docs/decisions/0013).

use std::rc::Rc;
use yew::suspense::{Suspension, SuspensionHandle, SuspensionResult};

/// How far a part is.
#[derive(Clone)]
pub enum LazyPart<T> {
    /// Not here yet.
    Pending {
        /// What its place on the page waits for.
        suspension: Suspension,
        /// The wait is over when it is dropped.
        handle: Rc<SuspensionHandle>,
        /// Whether somebody needs it.
        is_asked: bool,
    },
    /// It didn't come; which file was looked for where, for whoever runs the page.
    Failed(Rc<str>),
    /// Here, and what it can do.
    Ready(T),
}

/// A part of the program did not come, or is of another build. `embed/files.js` knows why.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

impl<T> Default for LazyPart<T> {
    fn default() -> Self {
        let (suspension, handle) = Suspension::new();
        Self::Pending { suspension, handle: Rc::new(handle), is_asked: false }
    }
}

/// How far they are is compared, not what they can do, which is always the same.
impl<T> PartialEq for LazyPart<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Pending { suspension: one, .. }, Self::Pending { suspension: other, .. }) => one == other,
            (Self::Failed(one), Self::Failed(other)) => one == other,
            (Self::Ready(_), Self::Ready(_)) => true,
            _ => false,
        }
    }
}

impl<T> LazyPart<T> {
    /// What the part can do, or why it didn't come.
    ///
    /// # Errors
    /// The suspension while it is not here.
    pub fn get(&self) -> SuspensionResult<Result<&T, &Rc<str>>> {
        match self {
            Self::Pending { suspension, .. } => Err(suspension.clone()),
            Self::Failed(details) => Ok(Err(details)),
            Self::Ready(part) => Ok(Ok(part)),
        }
    }

    /// What the part can do, once it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(part) => Some(part),
            _ => None,
        }
    }

    /// Whether it did not come.
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }
}
