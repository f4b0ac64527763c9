//! The questions for the event file.

use std::cell::Cell;

/// The questions for the file. Only the latest one's answer is taken.
#[derive(Default)]
pub struct Questions {
    /// The number of the latest.
    latest: Cell<u32>,
    /// The number of the latest that is answered.
    answered: Cell<u32>,
}

impl Questions {
    /// The number of another question.
    pub fn ask(&self) -> u32 {
        self.latest.set(self.latest.get().wrapping_add(1));
        self.latest.get()
    }

    /// Whether there is none after it.
    pub fn is_latest(&self, question: u32) -> bool {
        self.latest.get() == question
    }

    /// Whether an answer to it is taken.
    pub fn settle(&self, question: u32) -> bool {
        if self.is_latest(question) {
            self.answered.set(question);
        }
        self.is_latest(question)
    }

    /// Whether an answer is awaited.
    pub fn is_open(&self) -> bool {
        self.answered != self.latest
    }
}

#[cfg(test)]
mod tests {
    use super::Questions;

    #[test]
    fn only_the_latest_answer_is_taken() {
        let questions = Questions::default();
        assert!(!questions.is_open());
        let (first, second) = (questions.ask(), questions.ask());
        assert!(!questions.is_latest(first) && questions.is_latest(second));
        assert!(!questions.settle(first) && questions.is_open());
        assert!(questions.settle(second) && !questions.is_open());
    }
}
