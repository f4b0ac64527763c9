//! The ways to look at an agenda.

/// A way to look at an agenda.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Days and their sessions, one below another.
    #[default]
    List,
    /// Tracks or venues beside each other, and time downwards.
    Grid,
    /// A scale for each country, and sessions as bars.
    Ruler,
}

impl View {
    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Grid => "grid",
            Self::Ruler => "ruler",
        }
    }

    /// The view of a name.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::List, Self::Grid, Self::Ruler].into_iter().find(|view| view.key() == key)
    }
}

/// The views that can be switched to, in the order in which they are offered.
pub const VIEWS: &[View] = &[View::List, View::Grid, View::Ruler];
