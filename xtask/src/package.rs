//! The embeddable package: huso.js, the program, and its parts that are fetched when they are needed
//! (docs/decisions/0013).

use crate::integrity::{self, hashes, integrity};
use crate::run::{root, run};
use crate::tools::Toolbox;
use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// What the engines of docs/embedding.md have had since before 2022. `--all-features` makes modules that
/// they refuse.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Leaves out what occurs twice or is never called, and puts beside each other what is alike, which packs 1.5 kB better.
/// wasm-opt's -Oz makes the file smaller and what is downloaded larger (docs/decisions/0004).
const WASM_PASSES: &[&str] = &[
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
    "--reorder-functions-by-name",
    "--reorder-locals",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// A part smaller than this, in bytes, is one whose function nobody calls: its content is in the program.
const LEAST_PART: u64 = 10_000;
/// Most bytes that parts have in common in huso.js: 20 ms of a slow network, which is less than one more file to wait for.
const MOST_IN_COMMON: u64 = 8_000;

/// What editors and compilers know the element by.
pub const FOR_EDITORS: &[&str] = &["custom-elements.json", "huso.d.ts", "huso-react.d.ts", "huso-vue.d.ts"];
/// The files of the package that are published as they are written.
const AS_WRITTEN: &[&str] =
    &["frame-host.js", "frame.css", "frame.html", "frame.js", "share.css", "share.html", "share.js"];

/// Makes the package in `dist`.
pub fn package(toolbox: &Toolbox, dist: &Path) -> Result<()> {
    let work = root().join("target/package");
    if work.exists() {
        std::fs::remove_dir_all(&work)?;
    }
    let mut parts = split(toolbox, &work)?;
    parts.extend(hold_chunks(toolbox, &work)?);
    bind(toolbox, &work)?;
    let texts = parts.iter().map(|part| part_text(toolbox, &work, part)).collect::<Result<Vec<_>>>()?;
    let program = dist.join("huso_bg.wasm");
    optimize(toolbox, &work.join("huso_bg.wasm"), &program, WASM_PASSES)?;
    let build = build_id(&std::fs::read(&program)?, &texts);
    for (part, text) in parts.iter().zip(&texts) {
        write_part(toolbox, text, &build, &dist.join(published(part)))?;
    }
    open_glue(&work.join("huso.js"))?;
    adapt_loader(&work.join("__wasm_split.js"))?;
    let mut programs = vec!["huso_bg.wasm".to_owned()];
    programs.extend(parts.iter().map(|part| published(part)));
    bundle(toolbox, &work, dist, &build, &hashes(dist, &programs)?)?;
    for name in AS_WRITTEN.iter().chain(FOR_EDITORS) {
        std::fs::copy(root().join("embed").join(name), dist.join(name))
            .with_context(|| (*name).to_owned())?;
    }
    std::fs::copy(root().join("docs/event-file.schema.json"), dist.join("event-file.schema.json"))?;
    write_manifest(dist, programs)?;
    write_snippets(dist, &build)?;
    write_examples(dist, &build)
}

/// Writes the hash of each file of the package, `programs` among them.
fn write_manifest(dist: &Path, programs: Vec<String>) -> Result<()> {
    let mut names = programs;
    names.extend(["huso.js", "huso.css"].iter().chain(AS_WRITTEN).map(|&name| name.to_owned()));
    names.sort();
    let text = serde_json::to_string_pretty(&hashes(dist, &names)?)?;
    std::fs::write(dist.join(integrity::MANIFEST), text + "\n").context(integrity::MANIFEST)
}

/// Writes what a webmaster pastes: without hashes, and with them.
fn write_snippets(dist: &Path, build: &str) -> Result<()> {
    std::fs::write(dist.join("snippet.html"), snippet(build, "", ""))?;
    let preload = format!(" integrity=\"{}\"", integrity(&dist.join("huso_bg.wasm"))?);
    let script = format!(" integrity=\"{}\" crossorigin", integrity(&dist.join("huso.js"))?);
    std::fs::write(dist.join("snippet-integrity.html"), snippet(build, &preload, &script))
        .context("snippet-integrity.html")
}

/// The lines, with the address under which this build's program is asked for, and further attributes of the first two.
fn snippet(build: &str, preload: &str, script: &str) -> String {
    format!(
        "<link rel=\"preload\" href=\"huso_bg.wasm?{build}\" as=\"fetch\" crossorigin{preload}>\n\
         <script type=\"module\" src=\"huso.js\"{script}></script>\n\
         <style>huso-event:not(:defined) {{ display: block; min-height: 100vh }}</style>\n\
         <huso-event src=\"event.json\">\n  <noscript>The agenda needs JavaScript.</noscript>\n\
         </huso-event>\n"
    )
}

/// Compiles the program and divides it: huso.wasm, `__wasm_split.js`, and the parts, whose names are
/// returned.
fn split(toolbox: &Toolbox, work: &Path) -> Result<Vec<String>> {
    run(toolbox
        .publishing("cargo")?
        .args(["rustc", "--lib", "--crate-type", "cdylib", "--features", "split"])
        .args(["--target", "wasm32-unknown-unknown", "--profile", "wasm-release"])
        // What leads where, for wasm-split.
        .args(["--", "-Clink-args=--emit-relocs"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    run(toolbox
        .command("wasm-split-cli")?
        .args(["--target", "web", "--out-name", "huso"])
        .arg(target.join("wasm32-unknown-unknown/wasm-release/huso.wasm"))
        .arg(work))?;
    let mut parts = Vec::new();
    for file in std::fs::read_dir(work)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("split_") && file.metadata()?.len() < LEAST_PART {
            bail!("{name} is all but empty: is the function that is split off called?");
        }
        if name.starts_with("split_") {
            parts.push(name);
        }
    }
    parts.sort();
    Ok(parts)
}

/// `split_form.wasm` is huso_form.wasm for those who copy it.
fn published(part: &str) -> String {
    format!("huso_{}", part.trim_start_matches("split_"))
}

fn bind(toolbox: &Toolbox, work: &Path) -> Result<()> {
    run(toolbox
        .command("wasm-bindgen")?
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "huso", "--out-dir"])
        .arg(work)
        .arg(work.join("huso.wasm")))
}

fn optimize(toolbox: &Toolbox, from: &Path, to: &Path, more: &[&str]) -> Result<()> {
    run(toolbox
        .command("wasm-opt")?
        .arg("--quiet")
        .args(WASM_FEATURES)
        .args(more)
        .arg(from)
        .arg("-o")
        .arg(to))
}

/// A part in wasm-opt's text form.
fn part_text(toolbox: &Toolbox, work: &Path, part: &str) -> Result<String> {
    let text = work.join(part).with_extension("wat");
    optimize(toolbox, &work.join(part), &text, &[WASM_PASSES, &["-S"]].concat())?;
    std::fs::read_to_string(&text).with_context(|| text.display().to_string())
}

/// Writes a part that imports the number of its build besides, which no other build's program has.
fn write_part(toolbox: &Toolbox, text: &str, build: &str, to: &Path) -> Result<()> {
    let import = format!("(module\n (import \"__wasm_split\" \"{build}\" (global $build i32))");
    let wat = to.with_extension("wat");
    std::fs::write(&wat, text.replacen("(module", &import, 1))?;
    optimize(toolbox, &wat, to, &[])?;
    std::fs::remove_file(&wat).context("a part's text")
}

/// Tells this build's files from those of another that a cache may still have.
fn build_id(program: &[u8], parts: &[String]) -> String {
    let mut hasher = DefaultHasher::new();
    program.hash(&mut hasher);
    parts.hash(&mut hasher);
    format!("{:08x}", hasher.finish() as u32)
}

/// Lets embed/huso.js start the program itself, with exports of which it sees what they throw
/// (docs/decisions/0006).
fn open_glue(glue: &Path) -> Result<()> {
    let script = std::fs::read_to_string(glue)?;
    let names = "export { __wbg_get_imports as imports, __wbg_finalize_init as begin };\n";
    std::fs::write(glue, script + names).context("huso.js")
}

/// Makes what several parts have in common smaller, to stand in huso.js. What is too large for that is a part as well,
/// named after those that want it: `split_find_places.wasm`. Their names are returned.
fn hold_chunks(toolbox: &Toolbox, work: &Path) -> Result<Vec<String>> {
    let loader = work.join("__wasm_split.js");
    let mut script = std::fs::read_to_string(&loader)?;
    let mut parts = Vec::new();
    for file in std::fs::read_dir(work)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with("chunk_") {
            continue;
        }
        optimize(toolbox, &path, &path, WASM_PASSES)?;
        if std::fs::metadata(&path)?.len() > MOST_IN_COMMON {
            let part = format!("split_{}.wasm", users(&script, &name).context("a chunk without users")?);
            script = script.replace(&format!("\"./{name}\""), &format!("\"./{part}\""));
            std::fs::rename(&path, work.join(&part))?;
            parts.push(part);
        }
    }
    std::fs::write(loader, script)?;
    parts.sort();
    Ok(parts)
}

/// The parts that want a chunk, as the loader's comment above it names them: `find_places`.
fn users(script: &str, chunk: &str) -> Option<String> {
    let (before, _) = script.split_once(&format!("const __{} =", chunk.trim_end_matches(".wasm")))?;
    let (_, comment) = before.trim_end().rsplit_once("/* ")?;
    Some(comment.trim_end_matches(" */").replace(", ", "_"))
}

/// Lets wasm-split's loader fetch the parts as embed/files.js fetches the program: under their published
/// names, with the build's number, and with what went wrong kept for whoever asks.
fn adapt_loader(loader: &Path) -> Result<()> {
    let script = std::fs::read_to_string(loader)?;
    let open = "() => {\n    const src = fetch(new URL(\"./";
    let close = ".wasm\", import.meta.url));\n    src.catch(() => {});\n    \
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}";
    let mut adapted = String::from("import { failed, heldPart, openPart } from \"huso-files\";\n");
    for (index, piece) in script.split(open).enumerate() {
        match piece.split_once(close) {
            Some((chunk, rest)) if index > 0 && chunk.starts_with("chunk_") => {
                adapted.insert_str(0, &format!("import {chunk} from \"./{chunk}.wasm\";\n"));
                adapted.extend([&format!("() => heldPart({chunk})"), rest]);
            }
            Some((part, rest)) if index > 0 => {
                let name = published(&format!("{part}.wasm"));
                adapted.extend([&format!("() => openPart(\"{name}\")"), rest]);
            }
            _ => adapted.push_str(piece),
        }
    }
    let adapted = adapted.replacen("console.error(e);", "failed(e);", 1);
    if !adapted.contains("openPart(\"") || !adapted.contains("failed(e)") || adapted.contains("fetch(") {
        bail!("wasm-split writes its loader another way than this version of it did");
    }
    std::fs::write(loader, adapted).context("__wasm_split.js")
}

/// One script of element, glue and styles: one request instead of three. It has the hashes of what it fetches.
fn bundle(toolbox: &Toolbox, work: &Path, dist: &Path, build: &str, hashes: &Value) -> Result<()> {
    let styles = work.join("widget.css");
    run(toolbox
        .command("esbuild")?
        .args(["styles/widget.css", "--bundle", "--minify", "--log-level=warning"])
        .arg(format!("--outfile={}", styles.display())))?;
    // For agendas that are in a page as HTML (`huso render`).
    std::fs::copy(&styles, dist.join("huso.css"))?;
    run(toolbox
        .command("esbuild")?
        .args(["embed/huso.js", "--bundle", "--minify", "--format=esm", "--target=es2022"])
        .args(["--legal-comments=none", "--loader:.css=text", "--loader:.wasm=binary", "--log-level=warning"])
        .arg(format!("--define:HUSO_BUILD=\"{build}\""))
        .arg(format!("--define:HUSO_INTEGRITY={hashes}"))
        .arg(format!("--alias:huso-glue={}", work.join("huso.js").display()))
        .arg(format!("--alias:huso-files={}", root().join("embed/files.js").display()))
        .arg(format!("--alias:huso-styles={}", styles.display()))
        .arg(format!("--outfile={}", dist.join("huso.js").display())))
}

/// Copies the examples, with that address in the page.
fn write_examples(dist: &Path, build: &str) -> Result<()> {
    copy_folder(&root().join("examples"), &dist.join("examples"))?;
    let page = dist.join("examples/plain.html");
    let text = std::fs::read_to_string(&page)?;
    std::fs::write(&page, text.replace("huso_bg.wasm\"", &format!("huso_bg.wasm?{build}\"")))
        .context("plain.html")
}

/// Copies a folder without what in it is a project of its own.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().join("package.json").exists() {
            continue;
        } else if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
