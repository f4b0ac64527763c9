//! By which name the tab keeps an element's form and registration.

use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    /// The names that elements of the page have. What is stored is the tab's, so who shares it can't be told from
    /// within a component: the program has one page.
    static TAKEN: RefCell<BTreeSet<(String, u32)>> = const { RefCell::new(BTreeSet::new()) };
}

/// A name that no other element of the page has, until it is dropped. The first element of an event has the event's: it
/// finds what was entered on another page. Another of the same event has one with its number.
#[derive(Debug, PartialEq)]
pub struct TabName {
    event: String,
    number: u32,
}

impl TabName {
    /// A name of an event: the one with this number, or the first that is free.
    pub fn take(event: &str, number: u32) -> Self {
        let event = event.to_owned();
        TAKEN.with_borrow_mut(|taken| {
            let mut numbers = std::iter::once(number).chain(1..);
            let number = numbers.find(|number| taken.insert((event.clone(), *number))).unwrap_or_default();
            Self { event, number }
        })
    }

    /// The key of something in the tab's storage, such as `huso.draft.fair`; of the second element `huso.draft-2.fair`.
    /// Ids of events may have any characters: the number stands before them.
    pub fn key(&self, what: &str) -> String {
        let Self { event, number } = self;
        if *number == 1 { format!("huso.{what}.{event}") } else { format!("huso.{what}-{number}.{event}") }
    }
}

impl Drop for TabName {
    fn drop(&mut self) {
        TAKEN.with_borrow_mut(|taken| taken.remove(&(std::mem::take(&mut self.event), self.number)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_of_an_event_has_its_own_until_it_is_gone() {
        let second = TabName::take("fair", 2);
        let first = TabName::take("fair", 1);
        let third = TabName::take("fair", 2);
        let other = TabName::take("2.fair", 1);
        assert_eq!(first.key("draft"), "huso.draft.fair");
        assert_eq!(second.key("draft"), "huso.draft-2.fair");
        assert_eq!(third.key("draft"), "huso.draft-3.fair");
        assert_eq!(other.key("draft"), "huso.draft.2.fair");
        drop(first);
        assert_eq!(TabName::take("fair", 1).key("receipt"), "huso.receipt.fair");
        assert_eq!(TabName::take("fair", 1).key("receipt"), "huso.receipt.fair", "it was given back");
    }
}
