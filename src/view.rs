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

/// The views that can be switched to, in the order in which they are offered.
pub const VIEWS: &[View] = &[View::List, View::Grid, View::Ruler];
