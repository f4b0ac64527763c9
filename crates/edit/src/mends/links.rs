//! Links that are not encrypted.

use super::mend::{Mend, Outcome};
use crate::change::Change;
use crate::document::Document;
use crate::place::Place;

/// Of links that begin with http: https.
pub fn encrypted(document: &Document, places: &[Place]) -> Vec<Mend> {
    let change = |place: &Place| {
        let (_, rest) = document.str(place).trim().split_once("://")?;
        Some(Change::Set(place.clone(), format!("https://{rest}").into()))
    };
    let changes: Vec<_> = places.iter().filter_map(change).collect();
    let mend = Mend { outcome: Outcome::Encrypted(changes.len()), changes };
    if mend.changes.is_empty() { Vec::new() } else { vec![mend] }
}
