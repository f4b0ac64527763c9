//! Circles in what uses what.

use crate::Uses;
use std::collections::BTreeSet;

/// One circle, if there is any: each uses the next.
pub(crate) fn circle(uses: &Uses) -> Option<Vec<String>> {
    let mut finished = BTreeSet::new();
    uses.keys().find_map(|start| walk(start, uses, &mut Vec::new(), &mut finished))
}

fn walk(
    name: &str,
    uses: &Uses,
    path: &mut Vec<String>,
    finished: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(start) = path.iter().position(|other| other == name) {
        return Some([&path[start..], &[name.to_owned()]].concat());
    }
    if finished.contains(name) {
        return None;
    }
    path.push(name.to_owned());
    let used = uses.get(name).map(Vec::as_slice).unwrap_or_default();
    let found = used.iter().find_map(|next| walk(next, uses, path, finished));
    path.pop();
    finished.insert(name.to_owned());
    found
}

#[test]
fn circles_are_found_however_long() {
    let uses = |edges: &[(&str, &str)]| {
        let mut all = Uses::new();
        for (from, to) in edges {
            all.entry((*from).to_owned()).or_default().push((*to).to_owned());
        }
        all
    };
    assert_eq!(circle(&uses(&[("a", "b"), ("a", "c"), ("b", "c")])), None);
    let found = circle(&uses(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "b")]));
    assert_eq!(found, Some(["b", "c", "d", "b"].map(str::to_owned).to_vec()));
}
