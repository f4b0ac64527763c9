//! What is done to publish an event.

/// A step of publishing. None needs another, but for the archive, which has all of them in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Saving the event file.
    EventFile,
    /// Pasting the snippet.
    Snippet,
    /// Pasting the shortcode.
    WordPress,
    /// Calendar, schedules, tables.
    Others,
    /// Sheets to print.
    Sheets,
    /// Announcements.
    Announcements,
    /// The QR code.
    Code,
    /// The link with the agenda in it.
    Link,
    /// All of it in one file.
    Archive,
}

impl Task {
    /// In their order.
    pub const ALL: [Self; 9] = [
        Self::EventFile,
        Self::Snippet,
        Self::WordPress,
        Self::Others,
        Self::Sheets,
        Self::Announcements,
        Self::Code,
        Self::Link,
        Self::Archive,
    ];

    /// Those that every event needs.
    pub const NEEDED: [Self; 3] = [Self::EventFile, Self::Snippet, Self::Archive];

    /// Its number in the list, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|other| **other != self).count() + 1
    }
}
