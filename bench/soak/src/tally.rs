//! What was tried, what came of it, and what was wrong.

use crate::held::held;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// So many wrongs are printed; there are more of a kind than anybody reads.
const PRINTED: usize = 40;

/// Of one database; shared by all who try something.
#[derive(Debug)]
pub struct Tally {
    title: &'static str,
    counts: Mutex<BTreeMap<(String, String), usize>>,
    wrongs: Mutex<BTreeSet<String>>,
}

impl Tally {
    /// Nothing was tried yet.
    pub fn new(title: &'static str) -> Self {
        Self { title, counts: Mutex::default(), wrongs: Mutex::default() }
    }

    /// Something was tried, and this came of it.
    pub fn count(&self, what: impl Into<String>, outcome: impl Into<String>) {
        *held(&self.counts).entry((what.into(), outcome.into())).or_default() += 1;
    }

    /// Something is not as it has to be.
    pub fn wrong(&self, wrong: String) {
        let title = self.title;
        let mut wrongs = held(&self.wrongs);
        if wrongs.len() < PRINTED && !wrongs.contains(&wrong) {
            eprintln!("{title}: WRONG: {wrong}");
        }
        wrongs.insert(wrong);
    }

    /// Whether all is as it has to be.
    pub fn is_right(&self) -> bool {
        held(&self.wrongs).is_empty()
    }

    /// Prints a table.
    pub fn print(&self) {
        println!("\n| {} | outcome | times |\n| --- | --- | ---: |", self.title);
        for ((what, outcome), times) in &*held(&self.counts) {
            println!("| {what} | {outcome} | {times} |");
        }
        let wrongs = held(&self.wrongs);
        println!("| wrong | | {} |", wrongs.len());
        for wrong in wrongs.iter().take(PRINTED) {
            println!("{}: WRONG: {wrong}", self.title);
        }
    }
}
