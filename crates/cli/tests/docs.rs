//! The documentation against the program: what is public is written down, and links lead somewhere.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Files below a folder whose name ends like this, from the root.
fn files(folder: &str, end: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&path, end));
        } else if path.ends_with(end) {
            found.push(path);
        }
    }
    found
}

/// Every page for people, and what is in it.
fn pages() -> Vec<(String, String)> {
    let mut pages = files("docs", ".md");
    pages.extend(["README.md", "CHANGELOG.md", "CONTRIBUTING.md"].map(str::to_owned));
    pages.into_iter().map(|page| (page.clone(), read(&page))).collect()
}

/// What stands between `open` and the next `close`.
fn within<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    let (_, rest) = text.split_once(open).unwrap_or_else(|| panic!("there is no {open}"));
    rest.split_once(close).unwrap_or_else(|| panic!("{open} has no end")).0
}

/// What stands in double quotes.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// Runs of small letters and hyphens that begin like this.
fn words<'a>(text: &'a str, start: &str) -> BTreeSet<&'a str> {
    let rests = text.match_indices(start).map(|(at, _)| &text[at..]);
    rests.filter_map(|rest| rest.split(|c: char| !c.is_ascii_lowercase() && c != '-').next()).collect()
}

/// Fails unless a page's section, or with no heading the page, has each name, written as `form` with the name in place of `{}`.
fn assert_named(page: &str, heading: &str, form: &str, names: &BTreeSet<&str>) {
    let text = read(page);
    let (_, from) = text.split_once(heading).unwrap_or_else(|| panic!("{page} lacks {heading:?}"));
    let section = if heading.is_empty() { from } else { from.split("\n## ").next().unwrap() };
    assert!(!names.is_empty(), "nothing was found that {page} has to name");
    let wanted = names.iter().map(|name| form.replace("{}", name));
    let lacking: Vec<_> = wanted.filter(|name| !section.contains(name)).collect();
    assert!(lacking.is_empty(), "{page}, {heading:?}, lacks {lacking:?}");
}

#[test]
fn attributes_are_documented() {
    let script = read("embed/huso.js");
    let observed = quoted(within(&script, "const ATTRIBUTES = [", "]"));
    let upgraded = quoted(within(&script, "for (const name of [", "]"));
    for names in [&observed, &upgraded] {
        assert_named("docs/embedding.md", "## Attributes", "\n| `{}` |", names);
        let types = read("embed/huso.d.ts");
        let lacking: Vec<_> =
            names.iter().filter(|name| !types.contains(&format!(" * - `{name}`: "))).collect();
        assert!(lacking.is_empty(), "embed/huso.d.ts lacks {lacking:?}");
    }
    assert_named("docs/embedding.md", "## WordPress", "`data-huso-{}`", &upgraded);
}

#[test]
fn events_are_documented() {
    let types = read("embed/huso.d.ts");
    let map = quoted(within(&types, "interface HusoEventMap", "\n}"));
    let declared: BTreeSet<_> = map.into_iter().filter(|name| name.starts_with("huso-")).collect();
    assert_named("docs/embedding.md", "## Events", "\n| `{}` |", &declared);
    for file in files("src", ".rs") {
        let source = read(&file);
        let sent = source.split('"').filter(|text| words(text, "huso-").contains(text));
        for name in sent.filter(|name| *name != "huso-event") {
            assert!(declared.contains(name), "huso.d.ts lacks {name} of {file}");
        }
    }
}

/// What a member of the manifest's class lists by name, or by another key.
fn listed<'a>(manifest: &'a Value, list: &str, key: &str) -> BTreeSet<&'a str> {
    let entries = manifest["modules"][0]["declarations"][0][list].as_array();
    let entries = entries.unwrap_or_else(|| panic!("custom-elements.json lacks {list}"));
    entries.iter().filter_map(|entry| entry[key].as_str()).collect()
}

/// What stands first in each row of a table, in backticks.
fn first_column<'a>(page: &'a str, head: &str) -> BTreeSet<&'a str> {
    let table = within(page, head, "\n\n");
    let cells = table.lines().filter_map(|row| row.strip_prefix('|')?.split('|').next());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

/// embed/custom-elements.json against what it is made from by hand.
#[test]
fn the_manifest_lists_what_is_documented() {
    let manifest: Value = serde_json::from_str(&read("embed/custom-elements.json")).unwrap();
    let page = read("docs/embedding.md");
    let same = |list: &str, names: &BTreeSet<&str>| {
        assert_eq!(&listed(&manifest, list, "name"), names, "custom-elements.json, {list}");
    };
    same("attributes", &first_column(&page, "| attribute | value | without it |"));
    same("events", &first_column(&page, "| event | when | `detail` |"));
    same("cssParts", &first_column(&page, "| part | what it is |"));
    same("cssProperties", &words(&read("styles/tokens.css"), "--huso-"));
    let types = read("embed/huso.d.ts");
    let element = within(&types, "export interface HusoEventElement", "\n}");
    for member in listed(&manifest, "members", "name") {
        let is_typed = [": ", "(", "()"].iter().any(|end| element.contains(&format!("{member}{end}")));
        assert!(is_typed || member == "build", "huso.d.ts lacks {member}");
    }
}

#[test]
fn the_page_has_everything_at_a_glance() {
    let manifest: Value = serde_json::from_str(&read("embed/custom-elements.json")).unwrap();
    let page = read("docs/embedding.md");
    let glance = within(&page, "## At a glance", "\n## ");
    let row = |what: &str| -> BTreeSet<&str> {
        let names = within(glance, &format!("\n| [{what}]("), " |\n").split('`');
        names.skip(1).step_by(2).collect()
    };
    for (what, list) in [
        ("attributes", "attributes"),
        ("events", "events"),
        ("custom properties", "cssProperties"),
        ("parts", "cssParts"),
    ] {
        assert_eq!(row(what), listed(&manifest, list, "name"), "docs/embedding.md, at a glance, {what}");
    }
    let members: BTreeSet<_> = row("properties").union(&row("methods")).copied().collect();
    // `lang` every element has, and `build` is the class's.
    let of_the_element = listed(&manifest, "members", "name").into_iter().filter(|name| *name != "build");
    assert_eq!(members, of_the_element.chain(["lang"]).collect(), "docs/embedding.md, at a glance, members");
    assert_eq!(
        row("files"),
        first_column(&page, "| file | what it is |"),
        "docs/embedding.md, at a glance, files"
    );
}

#[test]
fn custom_properties_are_documented() {
    let styles = read("styles/tokens.css");
    assert_named("docs/embedding.md", "## Looks", "\n| `{}` |", &words(&styles, "--huso-"));
    let widget = read("styles/widget.css");
    let sheets = widget.split('"').filter_map(|name| name.strip_prefix("./"));
    let others: Vec<&str> = sheets.filter(|name| *name != "tokens.css").collect();
    assert!(others.len() > 10, "{others:?}");
    for name in others {
        let sheet = read(&format!("styles/{name}"));
        assert_eq!(
            words(&sheet, "--huso-"),
            BTreeSet::new(),
            "{name}: custom properties belong to tokens.css"
        );
    }
}

#[test]
fn keys_and_words_of_the_event_file_are_documented() {
    fn collect<'a>(schema: &'a Value, keys: &mut BTreeSet<&'a str>, words: &mut BTreeSet<&'a str>) {
        match schema {
            Value::Object(object) => {
                let properties = object.get("properties").and_then(Value::as_object);
                keys.extend(properties.into_iter().flatten().map(|(key, _)| key.as_str()));
                words.extend(object.get("const").and_then(Value::as_str));
                let allowed = object.get("enum").and_then(Value::as_array);
                words.extend(allowed.into_iter().flatten().filter_map(Value::as_str));
                object.values().for_each(|value| collect(value, keys, words));
            }
            Value::Array(items) => items.iter().for_each(|value| collect(value, keys, words)),
            _ => {}
        }
    }
    let schema: Value = serde_json::from_str(&read("docs/event-file.schema.json")).unwrap();
    let (mut keys, mut words) = (BTreeSet::new(), BTreeSet::new());
    collect(&schema, &mut keys, &mut words);
    assert_named("docs/event-file.md", "", "`{}`", &keys);
    assert_named("docs/event-file.md", "", "`\"{}\"`", &words);
}

#[test]
fn codes_of_findings_are_documented() {
    let codes = read("crates/explain/src/code.rs");
    let codes = quoted(within(&codes, "fn of_problem(", "\n}\n\nfn of_remark("));
    assert!(codes.len() > 30, "{codes:?}");
    assert_named("docs/event-file.md", "## What could be better", "`{}`", &codes);
    let codes = read("crates/explain/src/code.rs");
    let codes = quoted(within(&codes, "fn of_remark(", "\n}\n"));
    assert_named("docs/event-file.md", "## What could be better", "\n| `{}` |", &codes);
}

#[test]
fn codes_of_the_endpoint_are_documented() {
    let problems = read("crates/receiver/src/problem.rs");
    let codes = quoted(within(&problems, "fn code(&self)", "\n    }"));
    assert_named("docs/endpoints.md", "## Problems", "| `{}` |", &codes);
    let faults = read("crates/registration/src/fault.rs");
    let codes = quoted(within(&faults, "fn word(&self)", "\n    }"));
    assert_named("docs/endpoints.md", "## Problems", "| `{}` |", &codes);
}

/// What `huso … --help` says.
fn help(command: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_huso")).args(command).arg("--help").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn commands_and_their_options_are_documented() {
    let page = read("docs/organizers.md");
    let list = help(&[]);
    let commands = within(&list, "Commands:\n", "\n\n").lines();
    let commands: Vec<_> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.contains(&"check"), "{list}");
    for command in commands.into_iter().filter(|command| *command != "help") {
        assert!(page.contains(&format!("huso {command}")), "organizers.md lacks huso {command}");
        for option in words(&help(&[command]), "--").into_iter().filter(|option| option.len() > 2) {
            let known = ["--help", "--version"].contains(&option) || page.contains(option);
            assert!(known, "organizers.md lacks {option} of huso {command}");
        }
    }
}

/// Whatever a page calls, in a block or in a line.
fn calls(text: &str) -> impl Iterator<Item = &str> {
    let called =
        text.split("huso ").skip(1).filter_map(|rest| rest.split(['`', '\n', '|', '&', '>', '$']).next());
    called.filter(|call| call.starts_with(|c: char| c.is_ascii_lowercase() || c == '-'))
}

/// What is tried once and written down stays true only if what it calls stays there.
#[test]
fn what_the_operator_is_told_to_call_is_there() {
    let page = read("docs/receiver.md");
    let commands = within(&help(&[]), "Commands:\n", "\n\n").to_owned();
    let commands: BTreeSet<_> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let mut seen = BTreeSet::new();
    for call in calls(&page) {
        let command = call.split_whitespace().next().unwrap();
        if !commands.contains(command) {
            continue;
        }
        let known = help(&[command]);
        for option in words(call, "--").into_iter().filter(|option| option.len() > 2) {
            assert!(words(&known, "--").contains(option), "receiver.md: huso {command} has no {option}");
        }
        seen.insert(command.to_owned());
    }
    let needed = [
        "serve",
        "check",
        "registrations",
        "cancel",
        "promote",
        "erase",
        "invite",
        "backup",
        "restore",
        "doctor",
    ];
    let lacking: Vec<_> = needed.into_iter().filter(|command| !seen.contains(*command)).collect();
    assert!(lacking.is_empty(), "receiver.md lacks {lacking:?}");
}

#[test]
fn options_of_the_environment_are_those_of_serve() {
    let page = read("docs/receiver.md");
    let options = words(within(&page, "\nHUSO_OPTIONS=\"", "\"\n"), "--");
    let serve = help(&["serve"]);
    assert!(!options.is_empty());
    assert!(options.is_subset(&words(&serve, "--")), "{options:?}");
}

#[test]
fn files_to_deploy_are_those_that_the_page_shows() {
    let page = read("docs/receiver.md");
    let shown: Vec<_> =
        page.split("```").skip(1).step_by(2).filter_map(|block| block.split_once('\n')).collect();
    let deployed = files("deploy", "");
    assert!(deployed.len() >= 5, "{deployed:?}");
    for file in deployed {
        let text = read(&file);
        assert!(shown.iter().any(|(_, block)| *block == text), "receiver.md does not show {file} as it is");
        assert!(page.contains(&file), "receiver.md does not say where {file} goes");
    }
}

/// A heading's name in addresses, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Where a page's links lead, and where its pictures are.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0))
}

#[test]
fn links_lead_somewhere() {
    for (page, text) in pages() {
        for target in links(&text).filter(|target| !target.contains("://")) {
            let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
            let folder = root().join(&page).parent().unwrap().to_owned();
            let file = if path.is_empty() { root().join(&page) } else { folder.join(path) };
            assert!(file.exists(), "{page}: {target}");
            if !fragment.is_empty() {
                let there = std::fs::read_to_string(file).unwrap();
                let mut headings = there.lines().filter(|line| line.starts_with('#'));
                let found = headings.any(|line| anchor(line.trim_start_matches('#').trim()) == fragment);
                assert!(found, "{page}: {target}");
            }
        }
    }
}

/// Comments name pages by their path, decisions by their number.
#[test]
fn pages_that_the_source_names_exist() {
    let decisions = files("docs/decisions", ".md");
    let folders = ["src", "crates", "xtask", "embed", "styles"];
    let sources = folders.iter().flat_map(|folder| files(folder, "")).chain(["Cargo.toml".to_owned()]);
    let mut seen = 0;
    for file in sources {
        // Not this file, which names the pages it looks for.
        let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
        for rest in text.split("docs/").skip(1).filter(|_| !file.ends_with("tests/docs.rs")) {
            let path: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || "-/.".contains(*c)).collect();
            let path = format!("docs/{}", path.trim_end_matches('.'));
            let exists = root().join(&path).is_file() || decisions.iter().any(|page| page.starts_with(&path));
            assert!(exists, "{file} names {path}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}
