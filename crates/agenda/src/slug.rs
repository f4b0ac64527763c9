//! Ids that are made of names.

use crate::fold::folded;
use std::collections::HashSet;

/// Longest id that is made of a name.
const LONGEST: usize = 40;

/// A name as an id: letters and digits of ASCII, and hyphens between words; whole words, at most 40 characters.
///
/// ```
/// assert_eq!(huso_agenda::slug::slug("Inauguración: «Perú»"), "inauguracion-peru");
/// ```
pub fn slug(name: &str) -> String {
    let words = folded(name);
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() && slug.len() + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// An id that is not taken yet: the wished one, or that with a number. It is taken from then on.
///
/// ```
/// let mut taken = ["opening".to_owned()].into();
/// assert_eq!(huso_agenda::slug::unused("opening", &mut taken), "opening-2");
/// assert_eq!(huso_agenda::slug::unused("opening", &mut taken), "opening-3");
/// ```
pub fn unused(wished: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{wished}-{number}"));
    let free = std::iter::once(wished.to_owned()).chain(numbered).find(|id| taken.insert(id.clone()));
    free.unwrap_or_default()
}
