//! Things of a kind, of which a sentence names the first.

use crate::shortened::shortened;
use huso_agenda::{Lang, Text};
use huso_i18n::{Texts as _, fill};

/// Most names that stand in a sentence.
const NAMED: usize = 3;

/// Things of a kind: how many, and the names of the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Several {
    /// How many there are.
    pub count: usize,
    /// The first names, in the file's order.
    names: Vec<Text>,
}

impl Several {
    /// One more.
    pub fn add(&mut self, name: &Text) {
        self.count += 1;
        if self.names.len() < NAMED {
            self.names.push(name.clone());
        }
    }

    /// The names: `«Apertura», «Taller», «Cierre» y 4 más`.
    pub fn named(&self, lang: Lang) -> String {
        let name =
            |name: &Text| fill(lang.explanations().item_named, &[("name", &shortened(name.get(lang, lang)))]);
        let names = self.names.iter().map(name).collect::<Vec<_>>().join(", ");
        match self.count - self.names.len() {
            0 => names,
            more => fill(lang.advice().and_more, &[("names", &names), ("n", &more.to_string())]),
        }
    }

    /// The sentence for one, or for as many as there are.
    pub fn sentence(&self, one: &str, other: &str, lang: Lang) -> String {
        let text = if self.count == 1 { one } else { other };
        fill(text, &[("n", &self.count.to_string()), ("names", &self.named(lang))])
    }
}

impl<'a> FromIterator<&'a Text> for Several {
    fn from_iter<I: IntoIterator<Item = &'a Text>>(names: I) -> Self {
        let mut several = Self::default();
        names.into_iter().for_each(|name| several.add(name));
        several
    }
}
