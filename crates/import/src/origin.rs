//! Where something that was understood stands.

/// Where something that was understood stands in what was brought.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Which of the files it is in, from 0; those of an archive count each.
    pub file: usize,
    /// Where in it.
    pub place: Place,
}

/// A place in a file, as its kind has them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Bytes of a text, from and until before.
    Text {
        /// The first.
        start: usize,
        /// The one after the last.
        end: usize,
    },
    /// A line of a file that machines write, from 1.
    Line(usize),
    /// A cell of a table.
    Cell {
        /// The sheet's name; empty where there is one table.
        sheet: String,
        /// From 1, as spreadsheets count.
        row: u32,
        /// From 1: 1 is A.
        column: u32,
    },
    /// An entry of an export, by the way to it: `days[0].rooms.Hall[2]`.
    Entry(String),
}
