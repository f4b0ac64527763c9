//! One module in two: the program, and a part of it that is downloaded when it is needed. Both have the same
//! memory, tables and stack: the part is the same code, only later (docs/decisions/0013).
//!
//! The part is what only its gates lead to, functions that the source names. In the program a gate
//! calls through the table, into a slot that the part fills when it is instantiated.

use anyhow::{Context as _, Result, bail};
use std::collections::{BTreeMap, BTreeSet};

/// A module's two halves, in wasm-opt's text form.
pub struct Halves {
    /// What is downloaded first. It exports what the part imports.
    pub program: String,
    /// The part.
    pub part: String,
}

/// The module that the part imports the program from.
pub const PROGRAM: &str = "program";

/// Divides a module in wasm-opt's text form. `is_gate` and `is_owned` are asked with the names of its
/// functions, without the compiler's hashes. Of those that are called through the table, by nobody knows
/// whom, the part gets the ones that are owned, and neither half those that nobody calls.
///
/// # Errors
/// Text that isn't such a module, or that lacks a gate.
pub fn split(
    module: &str,
    is_gate: impl Fn(&str) -> bool,
    is_owned: impl Fn(&str) -> bool,
    is_dead: impl Fn(&str) -> bool,
) -> Result<Halves> {
    let body = module.trim_end().strip_suffix(')').context("a module's text ends with a parenthesis")?;
    // What follows the last form are comments on sections that have no text.
    let forms: Vec<(&str, &str)> = body
        .split("\n ;;")
        .next()
        .unwrap_or_default()
        .trim_end()
        .split("\n (")
        .skip(1)
        .filter_map(|form| Some((form.split(' ').next()?, form.strip_suffix(')')?)))
        .collect();
    let of_kind = |kind| forms.iter().filter(move |(other, _)| *other == kind).map(|(_, form)| *form);
    let functions: BTreeMap<&str, &str> = of_kind("func").map(|form| (name(form), form)).collect();
    let gates: Vec<&str> = functions.keys().copied().filter(|name| is_gate(&plain(name))).collect();
    if gates.is_empty() {
        bail!("no function of the module is a gate");
    }
    let table = Table::read(of_kind("table").next(), of_kind("elem").next())?;

    let listed = table.functions.iter().copied().filter(|name| !is_dead(&plain(name)));
    let (owned, others): (Vec<_>, Vec<_>) = listed.partition(|name| is_owned(&plain(name)));
    let outside = of_kind("export").chain(of_kind("start")).flat_map(names);
    let mut first = BTreeSet::new();
    reach(&functions, outside.chain(others).collect(), &mut first, |name| gates.contains(&name));
    let mut later = BTreeSet::new();
    reach(&functions, [owned, gates.clone()].concat(), &mut later, |name| first.contains(name));
    let needed: BTreeSet<&str> =
        later.iter().filter_map(|name| functions.get(name)).flat_map(|text| names(text)).collect();
    let spare =
        table.functions.iter().find(|name| first.contains(*name)).context("the program has functions")?;

    let (mut program, mut part) = (Text::default(), Text::default());
    for (kind, form) in &forms {
        let is_needed = needed.contains(name(form)) || *kind == "memory";
        let shared = match *kind {
            "type" | "import" => {
                program.head(form);
                if *kind == "type" || is_needed {
                    part.head(form);
                }
                continue;
            }
            "func" if !first.contains(name(form)) => {
                if later.contains(name(form)) {
                    part.body(form);
                }
                continue;
            }
            "table" if name(form) == table.name => {
                let form = table.with_slots(gates.len());
                program.body(&form);
                Some(form)
            }
            "elem" => {
                let kept = table.functions.iter().map(|name| if first.contains(name) { name } else { spare });
                program.body(&table.elements(0, kept.copied()));
                None
            }
            "func" | "global" | "memory" | "table" if is_needed => {
                program.body(form);
                Some(declaration(form).to_owned())
            }
            _ => {
                program.body(form);
                None
            }
        };
        if let Some(shared) = shared {
            let short = format!("p{}", program.exports);
            program.exports += 1;
            program.body(&format!("export \"{short}\" ({kind} {})", name(form)));
            part.head(&format!("import \"{PROGRAM}\" \"{short}\" ({shared})"));
        }
    }
    for (slot, name) in table.functions.iter().enumerate().filter(|(_, name)| later.contains(*name)) {
        part.body(&table.elements(slot, std::iter::once(*name)));
    }
    part.body(&table.elements(table.functions.len(), gates.iter().copied()));
    for (index, gate) in gates.iter().enumerate() {
        let text = functions.get(gate).copied().unwrap_or_default();
        program.body(&through_slot(text, table.offset + table.functions.len() + index));
    }
    Ok(Halves { program: program.whole(), part: part.whole() })
}

/// Adds to `reached` what the `open` functions lead to, but for those that `stops`.
fn reach<'a>(
    functions: &BTreeMap<&'a str, &'a str>,
    mut open: Vec<&'a str>,
    reached: &mut BTreeSet<&'a str>,
    stops: impl Fn(&'a str) -> bool,
) {
    while let Some(name) = open.pop() {
        let Some(text) = functions.get(name).filter(|_| !stops(name)) else { continue };
        if reached.insert(name) {
            open.extend(names(text));
        }
    }
}

/// A module that is being written.
#[derive(Default)]
struct Text {
    head: String,
    body: String,
    exports: usize,
}

impl Text {
    /// Types and imports come before anything else.
    fn head(&mut self, form: &str) {
        self.head.extend(["\n (", form, ")"]);
    }

    fn body(&mut self, form: &str) {
        self.body.extend(["\n (", form, ")"]);
    }

    fn whole(self) -> String {
        ["(module", &self.head, &self.body, "\n)\n"].concat()
    }
}

/// The table of functions, which one segment fills to its end.
struct Table<'a> {
    name: &'a str,
    offset: usize,
    functions: Vec<&'a str>,
}

impl<'a> Table<'a> {
    fn read(table: Option<&'a str>, segment: Option<&'a str>) -> Result<Self> {
        let read = || {
            let (place, functions) = segment?.split_once(" func ")?;
            let offset = place.split_once("(i32.const ")?.1.strip_suffix(')')?.parse().ok()?;
            Some(Self { name: name(table?), offset, functions: names(functions).collect() })
        };
        read().context("a module has a table and a segment of functions")
    }

    fn with_slots(&self, more: usize) -> String {
        let slots = self.offset + self.functions.len() + more;
        format!("table {} {slots} {slots} funcref", self.name)
    }

    fn elements<'n>(&self, from: usize, functions: impl Iterator<Item = &'n str>) -> String {
        let slot = self.offset + from;
        let functions: Vec<_> = functions.collect();
        format!("elem $e{slot} (table {}) (i32.const {slot}) func {}", self.name, functions.join(" "))
    }
}

/// A function like this one that calls what stands in a slot of the table, the first there is.
fn through_slot(function: &str, slot: usize) -> String {
    let header = declaration(function);
    let parameters: Vec<_> =
        header.split("(param ").skip(1).filter_map(|rest| rest.split_once(')')?.0.split_once(' ')).collect();
    let result = header.split_once("(result ").map(|(_, rest)| format!("(result {rest}")).unwrap_or_default();
    let types: String = parameters.iter().map(|(_, kind)| format!("(param {kind})")).collect();
    let given: String = parameters.iter().map(|(name, _)| format!("(local.get {name})")).collect();
    format!("{header}\n  (call_indirect {types}{result} {given} (i32.const {slot}))\n ")
}

/// What an import says of a function, global or table: all but the code, or the value at first.
fn declaration(form: &str) -> &str {
    let line = form.lines().next().unwrap_or_default().trim_end();
    match form.starts_with("global ") {
        true => line.rsplit_once(" (").map_or(line, |(before, _)| before),
        false => line,
    }
}

/// What a form defines, or first names.
fn name(form: &str) -> &str {
    names(form).next().unwrap_or_default()
}

/// All names in a text: `$name`, or `$"any name"`.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let from = rest.get(rest.find('$')?..)?;
        let end = match from.strip_prefix("$\"") {
            Some(quoted) => {
                let mut ends = quoted.match_indices('"').map(|(end, _)| end);
                ends.find(|end| quoted.get(..*end).is_some_and(|before| !before.ends_with('\\')))? + 3
            }
            None => from.find([' ', ')', '\n']).unwrap_or(from.len()),
        };
        let (name, after) = from.split_at_checked(end)?;
        rest = after;
        Some(name)
    })
}

/// A name without quotes and without the hashes of the compiler: `huso[f123456789abcdef]::state`. They are
/// written without zeros in front, so that one in sixteen is shorter.
fn plain(name: &str) -> String {
    let is_hash =
        |text: &str| (9..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut plain = String::new();
    for (index, piece) in name.trim_matches(['$', '"']).split('[').enumerate() {
        match piece.split_once(']') {
            Some((hash, rest)) if index > 0 && is_hash(hash) => plain.push_str(rest),
            _ if index == 0 => plain.push_str(piece),
            _ => plain.extend(["[", piece]),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Halves, plain, split};

    /// `shown` calls the gate, which calls what only it calls, what is also called without it, and what is
    /// only in the table.
    const MODULE: &str = r#"(module
 (type $0 (func (param i32) (result i32)))
 (import "h" "0" (func $both (param i32)))
 (import "h" "1" (func $later_only))
 (global $stack (mut i32) (i32.const 16))
 (global $other i32 (i32.const 3))
 (memory $0 1)
 (table $0 5 5 funcref)
 (elem $0 (table $0) (i32.const 1) func $free $owned $dead $"a \"b\" c")
 (export "shown" (func $shown))
 (func $shown (param $0 i32) (result i32)
  (call $both
   (local.get $0)
  )
  (call $"huso[0123456789abcdef]::gate"
   (local.get $0)
  )
 )
 (func $"huso[0123456789abcdef]::gate" (param $0 i32) (result i32)
  (call $inner)
  (call $free)
  (global.get $stack)
 )
 (func $inner
  (call $later_only)
 )
 (func $"a \"b\" c"
  (nop)
 )
 (func $free
  (nop)
 )
 (func $owned
  (call $inner)
 )
 (func $dead
  (nop)
 )
 ;; custom section "producers", size 86
)
"#;

    fn halves() -> Halves {
        split(MODULE, |name| name == "huso::gate", |name| name == "owned", |name| name == "dead").unwrap()
    }

    #[test]
    fn the_part_is_what_only_the_gate_leads_to() {
        let Halves { program, part } = halves();
        for gone in ["$inner\n", "func $owned"] {
            assert!(!program.contains(gone), "{gone} in {program}");
            assert!(part.contains(gone), "{gone} not in {part}");
        }
        for kept in ["(func $free\n", "(func $shown", "(global $other i32 (i32.const 3))"] {
            assert!(program.contains(kept), "{kept} not in {program}");
            assert!(!part.contains(kept), "{kept} in {part}");
        }
        assert!(!program.contains("dead") && !part.contains("dead"));
        assert!(part.contains("\"1\" (func $later_only)") && !part.contains("$both"), "{part}");
    }

    #[test]
    fn the_program_calls_the_gate_through_a_slot_that_the_part_fills() {
        let Halves { program, part } = halves();
        assert!(program.contains("(table $0 6 6 funcref)"), "{program}");
        assert!(program.contains("(i32.const 1) func $free $free $free $\"a \\\"b\\\" c\")"), "{program}");
        let call = "(call_indirect (param i32)(result i32) (local.get $0) (i32.const 5))";
        assert!(program.contains(call), "{program}");
        assert!(part.contains("(i32.const 2) func $owned)"), "{part}");
        assert!(part.contains("(i32.const 5) func $\"huso[0123456789abcdef]::gate\")"), "{part}");
    }

    #[test]
    fn the_part_imports_what_the_program_exports() {
        let Halves { program, part } = halves();
        for (declared, exported) in [
            ("(global $stack (mut i32))", "(global $stack)"),
            ("(memory $0 1)", "(memory $0)"),
            ("(table $0 6 6 funcref)", "(table $0)"),
            ("(func $free)", "(func $free)"),
        ] {
            let import = part.lines().find(|line| line.contains("\"program\"") && line.contains(declared));
            let short = import.unwrap().split('"').nth(3).unwrap();
            assert!(program.contains(&format!("(export \"{short}\" {exported})")), "{short}: {program}");
        }
    }

    #[test]
    fn a_module_without_a_gate_is_refused() {
        assert!(split(MODULE, |_| false, |_| false, |_| false).is_err());
        assert!(split("not a module", |_| true, |_| false, |_| false).is_err());
    }

    #[test]
    fn hashes_are_left_out_of_names() {
        assert_eq!(plain("$\"<a[0123456789abcdef]::B<[u8]> as c>::d[1]\""), "<a::B<[u8]> as c>::d[1]");
        // From a build that found no gate, since the crate's hash began with a zero.
        assert_eq!(plain("$\"huso[804954a772e9582]::components\""), "huso::components");
    }
}
