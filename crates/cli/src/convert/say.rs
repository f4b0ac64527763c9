//! What is said on standard error.

use crate::files;
use huso_agenda::printable::printable_lines;
use huso_agenda::{Lang, Severity};
use huso_i18n::Texts as _;
use huso_import::{Opened, Place};

/// What something that is said is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Fault(Severity),
    Question,
}

/// Prints something with its file and place: `programa.xlsx: Fila 11, columna B: aviso: …`.
pub(super) fn say(opened: &Opened, place: Option<&Place>, said: Said, message: &str, lang: Lang) {
    let place = place.map(|place| opened.place(place, lang)).filter(|place| !place.is_empty());
    let what = match said {
        Said::Fault(severity) => files::severity(severity, lang),
        Said::Question => lang.findings().question.to_owned(),
    };
    let parts = [Some(opened.name.clone()), place, Some(what), Some(message.to_owned())];
    let line: Vec<String> = parts.into_iter().flatten().collect();
    eprintln!("{}", printable_lines(&line.join(": ")));
}
