//! The order of a module's functions, which nothing depends on but compression: brotli writes a repeated
//! stretch shorter the nearer the first one is (docs/decisions/0004).

use anyhow::{Context as _, Result};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Words of 64 bits in a function's fingerprint.
const WORDS: usize = 64;

/// Which pairs of neighbouring lines a function has, by their hashes.
struct Fingerprint {
    bits: [u64; WORDS],
    count: f64,
}

impl Fingerprint {
    fn of(function: &str) -> Self {
        let lines: Vec<&str> = function.lines().map(str::trim).collect();
        let mut bits = [0_u64; WORDS];
        for pair in lines.windows(2) {
            let mut hasher = DefaultHasher::new();
            pair.hash(&mut hasher);
            let bit = hasher.finish() as usize % (64 * WORDS);
            if let Some(word) = bits.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        let count = bits.iter().map(|word| word.count_ones()).sum::<u32>();
        Self { bits, count: f64::from(count.max(1)) }
    }

    /// From 0, nothing in common, to 1.
    fn likeness(&self, other: &Self) -> f64 {
        let shared = self.bits.iter().zip(&other.bits).map(|(one, other)| (one & other).count_ones());
        f64::from(shared.sum::<u32>()) / (self.count * other.count).sqrt()
    }
}

/// A module in wasm-opt's text form with each function after the one most like it, starting with the
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
    functions.sort_by_key(|function| std::cmp::Reverse(function.len()));
    let mut left: Vec<_> = functions.into_iter().map(|text| (text, Fingerprint::of(text))).collect();
    let mut next = left.pop();
    while let Some((text, fingerprint)) = next {
        ordered.extend(["\n (", text]);
        let likeness = |index: &usize| left.get(*index).map_or(0.0, |(_, other)| fingerprint.likeness(other));
        let most = (0..left.len()).max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
        next = most.map(|index| left.swap_remove(index));
    }
    Ok(ordered + "\n)\n")
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
