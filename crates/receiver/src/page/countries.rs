//! Names of countries, for pages that have no browser's `Intl.DisplayNames`.

use huso_agenda::Lang;

/// Code and name, one a line, in each language's alphabetical order: Unicode CLDR 48
/// (<https://www.unicode.org/license.txt>).
fn table(lang: Lang) -> &'static str {
    match lang {
        Lang::Es => include_str!("countries/es.txt"),
        Lang::En => include_str!("countries/en.txt"),
        Lang::Pt => include_str!("countries/pt.txt"),
    }
}

/// Codes and names, in the order in which they are looked for.
pub(super) fn countries(lang: Lang) -> Vec<(&'static str, &'static str)> {
    table(lang).lines().filter_map(|line| line.split_once(' ')).collect()
}

#[cfg(test)]
mod tests {
    use super::countries;
    use huso_agenda::Lang;
    use huso_registration::country;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for lang in Lang::ALL {
            let mut named = countries(lang);
            named.sort();
            assert!(named.iter().map(|(code, _)| *code).eq(country::codes()), "{}", lang.tag());
            assert!(named.iter().all(|(_, name)| name.chars().count() > 2), "{}", lang.tag());
        }
        assert!(countries(Lang::Es).contains(&("MX", "México")));
    }
}
