//! What uses what: CONTRIBUTING's table "What uses what" names every use between crates and between the modules of
//! a crate that it lists, and nothing goes round in a circle. Tests may use anything.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod circle;
mod modules;
mod packages;
mod table;

use modules::Modules;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Who uses whom, by name.
type Uses = BTreeMap<String, Vec<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The uses that the table doesn't name, and what it names and isn't used any more.
fn differences(found: &Uses, table: &Uses) -> Vec<String> {
    let mut all = Vec::new();
    let edges = |uses: &Uses| -> Vec<(String, String)> {
        uses.iter().flat_map(|(from, to)| to.iter().map(|to| (from.clone(), to.clone()))).collect()
    };
    let (found, named) = (edges(found), edges(table));
    for (from, to) in found.iter().filter(|edge| !named.contains(edge)) {
        all.push(format!("{from} uses {to}: the table doesn't name it"));
    }
    for (from, to) in named.iter().filter(|edge| !found.contains(edge)) {
        all.push(format!("{from} doesn't use {to}: the table names it"));
    }
    all
}

#[test]
fn crates_use_what_the_table_says() {
    let found = packages::uses();
    assert_eq!(differences(&found, &table::crates()), [""; 0]);
    assert_eq!(circle::circle(&found), None);
}

#[test]
fn modules_use_what_the_table_says() {
    let tables = table::modules();
    assert!(tables.len() > 2, "{tables:?}");
    for (folder, table) in tables {
        let found = Modules::read(&root().join(&folder)).uses_of_first_level();
        assert_eq!(differences(&found, &table), [""; 0], "in {folder}");
    }
}

#[test]
fn modules_use_each_other_one_way() {
    for folder in packages::sources() {
        let found = Modules::read(&folder).uses();
        assert_eq!(circle::circle(&found), None, "in {}", folder.display());
    }
}
