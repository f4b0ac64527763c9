//! Who speaks, where that is said plainly: behind a label, or behind `a cargo de`.

use huso_agenda::fold::fold;
use std::ops::Range;

/// Somebody who speaks, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) name: String,
    /// What they are.
    pub(super) role: Option<String>,
    /// Bytes of the text that says so, from its start.
    pub(super) range: Range<usize>,
}

/// Before who speaks, in a sentence.
#[rustfmt::skip]
const BY: &[&str] = &[
    "given by ", "presented by ", "delivered by ", "led by ", "moderated by ", "chaired by ", "presided by ", "preceded by ",
    "taught by ", "a cargo de ", "dictado por ", "dictada por ", "impartido por ", "impartida por ", "presidido por ",
    "presidida por ", "moderado por ", "moderada por ", "presentado por ", "presentada por ", "dirigido por ",
    "dirigida por ", "ofrecido por ", "ofrecida por ", "ministrado por ", "ministrada por ", "apresentado por ",
    "apresentada por ", "proferido por ", "proferida por ", "mediado por ", "mediada por ", "conduzido por ",
    "conduzida por ", "conducido por ", "conducida por ",
];
/// Within a name, in small letters.
const PARTICLES: &[&str] =
    &["de", "del", "da", "do", "dos", "das", "la", "las", "los", "van", "von", "y", "e", "di"];
const TITLES: &[&str] = &[
    "dr.", "dra.", "sr.", "sra.", "prof.", "profa.", "ing.", "lic.", "mr.", "ms.", "mrs.", "don", "doña",
    "dona",
];
/// Fewest and most words of a name that start with a capital.
const WORDS: std::ops::RangeInclusive<usize> = 2..=6;
/// Longest role, in letters.
const LONGEST_ROLE: usize = 200;

/// Who speaks by a sentence: `given by Gabriela Mistral, director of …`.
pub(super) fn in_sentence(text: &str) -> Vec<Said> {
    let small: Vec<(usize, char)> =
        text.char_indices().map(|(at, letter)| (at, fold(letter).unwrap_or(letter))).collect();
    let folded: String = small.iter().map(|(_, letter)| letter).collect();
    let mut all = Vec::new();
    for by in BY {
        for (at, _) in folded.match_indices(by) {
            let letters = folded.get(..at + by.len()).unwrap_or_default().chars().count();
            let is_word =
                at == 0 || folded.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
            let Some(start) = small.get(letters).map(|(start, _)| *start).filter(|_| is_word) else {
                continue;
            };
            all.extend(text.get(start..).and_then(|rest| person(rest, start)));
        }
    }
    all.sort_by_key(|said| said.range.start);
    all
}

/// Who speaks by what stands behind a label: `Gabriela Mistral, directora de turismo; Rubén Darío (SERNATUR)`.
pub(super) fn listed(text: &str) -> Vec<Said> {
    let mut all = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive(';') {
        all.extend(of_part(part.trim_end_matches(';'), start));
        start += part.len();
    }
    all
}

/// One person with a role, or several without.
fn of_part(part: &str, start: usize) -> Vec<Said> {
    let is_names = |separators: &[&str]| {
        let mut names = vec![part];
        for separator in separators {
            names = names.into_iter().flat_map(|name| name.split(*separator)).collect();
        }
        (names.len() > 1 && names.iter().all(|name| is_name(name.trim()))).then_some(names)
    };
    if let Some(names) = is_names(&[", ", " y ", " and ", " e ", " & "]) {
        let at = |name: &str| start + (name.as_ptr() as usize).saturating_sub(part.as_ptr() as usize);
        return names.into_iter().filter_map(|name| person(name, at(name))).collect();
    }
    person(part, start).into_iter().collect()
}

/// Whether words are a name and nothing else.
fn is_name(words: &str) -> bool {
    person(words, 0).is_some_and(|said| {
        said.role.is_none() && said.range.end == words.trim_end().trim_end_matches('.').len()
    })
}

/// The name that a text starts with, and the role behind it.
fn person(text: &str, offset: usize) -> Option<Said> {
    let lead = text.len() - text.trim_start().len();
    let (mut end, mut last, mut capitals) = (lead, lead, 0);
    for word in text.get(lead..)?.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', ',', '.', ';', ':', ')', '\n', '\r']);
        let is_title = TITLES.contains(&word.trim().to_lowercase().as_str());
        let is_capital = bare.chars().next().is_some_and(char::is_uppercase);
        if !(is_title || is_capital || PARTICLES.contains(&bare)) || capitals >= *WORDS.end() {
            break;
        }
        end += word.len();
        if is_capital || is_title {
            capitals += usize::from(!is_title);
            last = end - (word.len() - bare.len());
        }
        let is_initial = bare.chars().count() == 1 && word.trim_end().ends_with('.');
        if word.trim_end().len() > bare.len() && !is_title && !is_initial {
            break;
        }
    }
    let name = text.get(lead..last).filter(|_| WORDS.contains(&capitals))?;
    let role = role(text.get(last..)?);
    let length = role.as_ref().map_or(0, |(length, _)| *length);
    Some(Said {
        name: name.to_owned(),
        role: role.map(|(_, role)| role),
        range: offset + lead..offset + last + length,
    })
}

/// The role behind a name: after a comma or a dash up to the next, or in parentheses. With its length in bytes.
fn role(rest: &str) -> Option<(usize, String)> {
    let (sign, closing): (&str, &[&str]) = if rest.starts_with(" (") {
        (" (", &[")"])
    } else if let Some(dash) = [" – ", " - ", " — "].into_iter().find(|dash| rest.starts_with(dash)) {
        (dash, &[". ", "\n"])
    } else {
        (rest.starts_with(", ").then_some(", ")?, &[", ", ". ", "; ", "\n"])
    };
    let behind = rest.get(sign.len()..)?;
    let end = closing.iter().filter_map(|sign| behind.find(sign)).min().unwrap_or(behind.len());
    let role = behind.get(..end)?.trim().trim_end_matches('.');
    let fits = !role.is_empty() && role.chars().count() <= LONGEST_ROLE;
    fits.then(|| (sign.len() + end + usize::from(sign == " ("), role.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(all: &[Said]) -> Vec<String> {
        all.iter().map(|said| format!("{}|{}", said.name, said.role.as_deref().unwrap_or_default())).collect()
    }

    #[test]
    fn who_speaks_is_read_where_it_is_said_plainly() {
        let text =
            "Keynote speech “Tourism, a chance” given by Gabriela Mistral, Vice President of the Summit.";
        let found = in_sentence(text);
        assert_eq!(shown(&found), ["Gabriela Mistral|Vice President of the Summit"]);
        assert!(text[found[0].range.clone()].starts_with("Gabriela Mistral, Vice"));
        assert_eq!(
            shown(&in_sentence(
                "Taller interactivo a cargo de Juana de la Cruz, presidente de la Cumbre, a las empresas."
            )),
            ["Juana de la Cruz|presidente de la Cumbre"]
        );
        assert_eq!(shown(&in_sentence("Palestra ministrada por Chiquinha Gonzaga.")), ["Chiquinha Gonzaga|"]);
        assert!(in_sentence("Given by incoming agents from Chile, led by example").is_empty());
    }

    #[test]
    fn several_stand_behind_one_label() {
        assert_eq!(
            shown(&listed("Gabriela Mistral, Rubén Darío y Violeta Parra")),
            ["Gabriela Mistral|", "Rubén Darío|", "Violeta Parra|"]
        );
        assert_eq!(
            shown(&listed("Gabriela Mistral, directora de turismo; Rubén Darío (SERNATUR)")),
            ["Gabriela Mistral|directora de turismo", "Rubén Darío|SERNATUR"]
        );
        assert!(listed("por confirmar").is_empty());
    }
}
