//! The WordPress plugin as WordPress installs it: integrations/wordpress with its translations compiled, and the
//! embeddable package with what each of its files has to be.

use crate::build::build;
use crate::integrity::MANIFEST;
use crate::run::{program, root, run, step, test_files};
use crate::tools;
use anyhow::{Context as _, Result, bail};
use polib::catalog::Catalog;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The block's script of block.php, whose texts WordPress looks for in a file that is named after it.
const EDITOR_SCRIPT: &str = "huso-event-editor";

/// Contents by the path that they have in the plugin's folder.
type Files = BTreeMap<String, Vec<u8>>;

/// The step of the gate.
pub fn test() -> Result<()> {
    let plugin = pack()?;
    tools::wordpress()?;
    run(program("node")
        .args(["--test", "--test-concurrency=1", "--test-timeout=600000", "--test-reporter=spec"])
        .args(test_files("tests/wordpress")?)
        .env("HUSO_CHROMIUM", tools::browser()?.chromium)
        .env("HUSO_BIN", root().join("target/release/huso"))
        .env("HUSO_DIST", root().join("dist"))
        .env("HUSO_WORDPRESS_ZIP", plugin))
}

/// Builds, and makes target/huso-wordpress.zip. Returns its path.
pub fn pack() -> Result<PathBuf> {
    build()?;
    let zip = root().join("target/huso-wordpress.zip");
    step("packing target/huso-wordpress.zip", || {
        let mut files = sources()?;
        translate(&mut files)?;
        embed(&mut files, &root().join("dist"))?;
        files.insert("LICENSE".to_owned(), std::fs::read(root().join("LICENSE-MIT"))?);
        write(&files, &zip)
    })?;
    Ok(zip)
}

/// The plugin as it is written by hand.
fn sources() -> Result<Files> {
    let mut files = Files::new();
    collect(&root().join("integrations/wordpress"), "", &mut files)?;
    for (file, label) in [("huso.php", " * Version:"), ("readme.txt", "Stable tag:")] {
        let text =
            String::from_utf8_lossy(files.get(file).with_context(|| format!("no {file}"))?).into_owned();
        let line = text.lines().find_map(|line| line.strip_prefix(label)).unwrap_or_default();
        if line.trim() != env!("CARGO_PKG_VERSION") {
            bail!("{file} has version {line:?}, and Cargo.toml has {}", env!("CARGO_PKG_VERSION"));
        }
    }
    Ok(files)
}

fn collect(folder: &Path, name: &str, files: &mut Files) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = format!("{name}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, std::fs::read(&path)?);
        }
    }
    Ok(())
}

/// Adds to each `.po` what WordPress reads: `.mo` for PHP, and JSON for the block's script.
fn translate(files: &mut Files) -> Result<()> {
    let names: Vec<_> = files.keys().filter(|name| name.ends_with(".po")).cloned().collect();
    for name in names {
        let source = root().join("integrations/wordpress").join(&name);
        let catalog = polib::po_file::parse(&source).with_context(|| name.clone())?;
        let compiled = root().join("target/huso.mo");
        polib::mo_file::write(&catalog, &compiled)?;
        let stem = name.trim_end_matches(".po");
        files.insert(format!("{stem}.mo"), with_hash_address(std::fs::read(&compiled)?)?);
        files.insert(format!("{stem}-{EDITOR_SCRIPT}.json"), script_texts(&catalog).to_string().into_bytes());
    }
    Ok(())
}

/// WordPress finds the end of the tables by where the hash table is said to be (GNU gettext manual, “The Format of GNU
/// MO Files”), also where there is none, as in what polib writes.
fn with_hash_address(mut compiled: Vec<u8>) -> Result<Vec<u8>> {
    let number = |at: usize| Some(u32::from_le_bytes(compiled.get(at..at + 4)?.try_into().ok()?));
    let end = number(8).zip(number(16)).map(|(texts, translations)| translations + 8 * texts);
    let (field, end) = compiled.get_mut(24..28).zip(end).context("no .mo file")?;
    field.copy_from_slice(&end.to_le_bytes());
    Ok(compiled)
}

/// Texts in the form of `wp.i18n.setLocaleData` (Jed).
fn script_texts(catalog: &Catalog) -> Value {
    let head =
        json!({ "lang": catalog.metadata.language, "plural-forms": catalog.metadata.plural_rules.dump() });
    let mut texts = Map::from_iter([(String::new(), head)]);
    for message in catalog.messages().filter(|message| message.is_singular() && message.is_translated()) {
        let key = match message.msgctxt() {
            None => message.msgid().to_owned(),
            Some(context) => format!("{context}\u{4}{}", message.msgid()),
        };
        texts.insert(key, json!([message.msgstr().unwrap_or_default()]));
    }
    json!({ "domain": "messages", "locale_data": { "messages": texts } })
}

/// Adds what visitors need of the embeddable package (docs/embedding.md, “Hosting the files”), and the list by which the
/// plugin knows it.
fn embed(files: &mut Files, dist: &Path) -> Result<()> {
    let manifest = std::fs::read(dist.join(MANIFEST)).context(MANIFEST)?;
    let mut integrity: BTreeMap<String, String> = serde_json::from_slice(&manifest).context(MANIFEST)?;
    // The others are for pages in an iframe.
    integrity.retain(|name, _| name.starts_with("huso"));
    for name in integrity.keys() {
        files
            .insert(format!("package/{name}"), std::fs::read(dist.join(name)).with_context(|| name.clone())?);
    }
    let list = json!({ "build": build_number(dist)?, "files": integrity });
    files.insert(format!("package/{MANIFEST}"), serde_json::to_vec_pretty(&list)?);
    Ok(())
}

/// The number that stands in the addresses of this build's files.
fn build_number(dist: &Path) -> Result<String> {
    let snippet = std::fs::read_to_string(dist.join("snippet.html"))?;
    let (_, rest) = snippet.split_once("huso_bg.wasm?").context("dist/snippet.html names no build")?;
    Ok(rest.chars().take_while(char::is_ascii_hexdigit).collect())
}

/// The same files make the same bytes: what is packed has no times.
fn write(files: &Files, to: &Path) -> Result<()> {
    let mut zip = ZipWriter::new(File::create(to)?);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(format!("huso/{name}"), options)?;
        zip.write_all(bytes)?;
    }
    zip.finish().with_context(|| to.display().to_string())?;
    Ok(())
}
