//! Sessionize's categories: organizers name them as they like, and one is often the track.

use crate::json::{list, text};
use serde_json::Value;

/// A session's category and its item.
pub(super) type Chosen = (String, String);

/// The items of a session that names them: its own `categories`.
pub(super) fn own(session: &Value) -> Vec<Chosen> {
    chosen(list(&session["categories"]), "categoryItems").map(|(_, chosen)| chosen).collect()
}

/// All items by their ids: the `categories` of the view All.
pub(super) fn all(value: &Value) -> Vec<(String, Chosen)> {
    chosen(list(&value["categories"]), "items").collect()
}

fn chosen<'a>(categories: &'a [Value], items: &'a str) -> impl Iterator<Item = (String, Chosen)> + 'a {
    categories.iter().flat_map(move |category| {
        let title = text(&category["name"]);
        let title = if title.is_empty() { text(&category["title"]) } else { title };
        list(&category[items])
            .iter()
            .map(move |item| (text(&item["id"]), (title.clone(), text(&item["name"]))))
    })
}

/// Whether a category is of tracks.
pub(super) fn is_track(category: &str) -> bool {
    let name = category.to_lowercase();
    ["track", "pista", "eje", "trilha"].iter().any(|word| {
        name.split(|c: char| !c.is_alphanumeric())
            .any(|one| one == *word || one.strip_suffix('s') == Some(word))
    })
}
