//! Texts with values in them.

/// Puts values into a text's `{name}` places.
///
/// ```
/// assert_eq!(huso_i18n::fill("{n} de {all}", &[("n", "2"), ("all", "5")]), "2 de 5");
/// ```
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        filled.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    filled + rest
}

/// The text for a number of things: one, or any other number; `{n}` in it is the number.
pub fn plural(n: usize, one: &str, other: &str) -> String {
    fill(if n == 1 { one } else { other }, &[("n", &n.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_leaves_what_it_does_not_know() {
        assert_eq!(fill("a {b", &[]), "a {b");
        assert_eq!(fill("{x}{y}", &[("y", "{x}")]), "{x}");
    }
}
