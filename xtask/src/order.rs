//! The order of a module's functions, which nothing depends on but compression: brotli writes a repeated
//! stretch shorter the nearer the first one is (docs/decisions/0004).

use anyhow::{Context as _, Result};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a function's likeness to those before it is left with each that comes after them: brotli
/// finds what repeats farther back, too, but not as cheaply.
const FADING: f64 = 0.6;

struct Function<'a> {
    text: &'a str,
    /// Which pairs of neighbouring lines it has, of those that others have as well.
    pairs: Vec<usize>,
    /// To the functions that have a place; `None` once it has one itself.
    likeness: Option<f64>,
}

/// A module in wasm-opt's text form with each function after those most like it, starting with the
/// shortest. Names stand for indices there, so that nothing else changes.
///
/// # Errors
/// Text that isn't a module.
pub fn by_likeness(module: &str) -> Result<String> {
    let body =
        module.trim_end().strip_suffix(')').context("a module's text ends with a parenthesis")?.trim_end();
    let mut forms = body.split("\n (");
    let mut ordered = forms.next().unwrap_or_default().to_owned();
    let (mut functions, others): (Vec<_>, Vec<_>) = forms.partition(|form| form.starts_with("func "));
    for form in others {
        ordered.extend(["\n (", form]);
    }
    functions.sort_by_key(|function| function.len());
    let (mut functions, holders) = with_pairs(&functions);
    let mut next = functions.first().map(|_| 0);
    while let Some(function) = next.and_then(|index| functions.get_mut(index)) {
        function.likeness = None;
        ordered.extend(["\n (", function.text]);
        let pairs = std::mem::take(&mut function.pairs);
        let mut shared = vec![0_u32; functions.len()];
        for holder in pairs.iter().filter_map(|pair| holders.get(*pair)).flatten() {
            if let Some(count) = shared.get_mut(*holder) {
                *count += 1;
            }
        }
        for (function, shared) in functions.iter_mut().zip(shared) {
            let sizes = (pairs.len() * function.pairs.len()).max(1) as f64;
            function.likeness =
                function.likeness.map(|likeness| likeness * FADING + f64::from(shared) / sizes.sqrt());
        }
        let left =
            functions.iter().enumerate().filter_map(|(index, function)| Some((function.likeness?, index)));
        // Of several, the shortest.
        next = left.rev().max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, index)| index);
    }
    Ok(ordered + "\n)\n")
}

/// The functions, and for each pair of lines that several have, which.
fn with_pairs<'a>(texts: &[&'a str]) -> (Vec<Function<'a>>, Vec<Vec<usize>>) {
    let mut holders: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, text) in texts.iter().enumerate() {
        let lines = text.lines().map(str::trim);
        let pairs: BTreeSet<_> = lines.clone().zip(lines.skip(1)).collect();
        for pair in pairs {
            holders.entry(pair).or_default().push(index);
        }
    }
    let holders: Vec<_> = holders.into_values().filter(|holders| holders.len() > 1).collect();
    let function = |text: &&'a str| Function { text, pairs: Vec::new(), likeness: Some(0.0) };
    let mut functions: Vec<_> = texts.iter().map(function).collect();
    for (pair, holders) in holders.iter().enumerate() {
        for holder in holders {
            if let Some(function) = functions.get_mut(*holder) {
                function.pairs.push(pair);
            }
        }
    }
    (functions, holders)
}

#[cfg(test)]
mod tests {
    use super::by_likeness;

    #[test]
    fn like_functions_become_neighbours_and_nothing_is_lost() {
        let function = |name: &str, lines: &[&str]| format!("\n (func ${name}\n  {}\n )", lines.join("\n  "));
        let (one, like_one) = (["nop", "drop", "return"], ["nop", "drop", "return", "nop"]);
        let (two, like_two) = (
            ["i32.add", "i32.sub", "i32.mul", "i32.or"],
            ["i32.add", "i32.sub", "i32.mul", "i32.or", "i32.xor"],
        );
        let text =
            [function("a", &one), function("b", &two), function("c", &like_one), function("d", &like_two)];
        let ordered = by_likeness(&format!("(module\n (memory 1){}\n)\n", text.concat())).unwrap();
        let names: String = ordered.split("func $").skip(1).filter_map(|rest| rest.chars().next()).collect();
        assert_eq!(names, "acbd");
        assert!(ordered.starts_with("(module\n (memory 1)\n (func $a") && ordered.ends_with(" )\n)\n"));
        assert!(by_likeness("not a module").is_err());
    }
}
