//! The embeddable package: Trunk calls this after it has built the organizer's page, of which cargo
//! made the widget's library on the way.

use crate::order;
use crate::run::{program, root, run};
use crate::split::{Halves, PROGRAM, split};
use anyhow::{Context as _, Result, bail};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// What the engines of docs/embedding.md have had since before 2022.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What leads to the part of the program that the form is in.
const FORM_GATES: &str = "huso::components::registration::part::";

/// Of the functions that nothing is known to call, those with these in their names belong to the form.
const OF_THE_FORM: &[&str] = &[
    "huso::components::registration::",
    "huso::client::submit::",
    "huso::client::upload::",
    "huso::state::Form",
    "huso::view::Registration",
    "huso_registration::",
];

/// Functions that JavaScript calls by name, if at all: that they stand in the table, too, is left from
/// wasm-bindgen's descriptions of types.
const CLOSURES: &str = "wasm_bindgen::convert::closures::_::invoke::";

/// Makes huso.js, huso_bg.wasm and huso_form.wasm in Trunk's staging folder.
pub fn package() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("`cargo xtask package` is Trunk's to call; use `cargo xtask build`")?;
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let work = root().join("target/package");
    std::fs::create_dir_all(&work)?;
    bind(&library(release)?, &work)?;
    open_glue(&work.join("huso.js"))?;
    if release {
        let halves = rewrite(&work)?;
        let build = build_id(&[&halves.program, &halves.part]);
        assemble(&halves.program, &staging.join("huso_bg.wasm"))?;
        // A part of another build does not fit, and is refused.
        let part = halves.part.replace(&format!("(import \"{PROGRAM}\""), &format!("(import \"{build}\""));
        assemble(&part, &staging.join("huso_form.wasm"))?;
        bundle(&work, &staging, &build, true)?;
        optimize_organizer(&staging)?;
    } else {
        std::fs::copy(work.join("huso_bg.wasm"), staging.join("huso_bg.wasm"))?;
        bundle(&work, &staging, "", false)?;
    }
    std::fs::copy(root().join("embed/huso.d.ts"), staging.join("huso.d.ts"))?;
    std::fs::copy(root().join("docs/event-file.schema.json"), staging.join("event-file.schema.json"))?;
    copy_folder(&root().join("examples"), &staging.join("examples"))
}

/// The library as cargo made it for the page's binary.
fn library(release: bool) -> Result<PathBuf> {
    let profile = if release { "wasm-release" } else { "debug" };
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let library = target.join("wasm32-unknown-unknown").join(profile).join("deps/huso.wasm");
    if !library.exists() {
        bail!("{} is missing: did cargo build for WebAssembly?", library.display());
    }
    Ok(library)
}

fn bind(library: &Path, work: &Path) -> Result<()> {
    run(program("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-name", "huso", "--out-dir"])
        .arg(work)
        .arg(library))
}

/// Lets embed/huso.js start the program itself: wasm-bindgen's own way to has half a kilobyte of choices
/// that are not made here.
fn open_glue(glue: &Path) -> Result<()> {
    let script = std::fs::read_to_string(glue)?;
    let names = "export { __wbg_get_imports as imports, __wbg_finalize_init as begin };\n";
    std::fs::write(glue, script + names).context("huso.js")
}

/// Leaves out what occurs twice or is never called. wasm-opt's -Oz makes the file smaller and what is
/// downloaded larger: brotli finds less that repeats (docs/decisions/0004).
fn optimize(from: &Path, to: &Path, more: &[&str]) -> Result<()> {
    run(program("wasm-opt")
        .args(WASM_FEATURES)
        .args(["--duplicate-function-elimination", "--remove-unused-module-elements"])
        .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
        .args(more)
        .arg(from)
        .arg("-o")
        .arg(to))
}

/// The module as text, in two halves, and rewritten in two ways that only brotli notices: what
/// wasm-bindgen imports and what it exports for closures gets short names, since its own have sixteen
/// random digits, which no compression makes shorter; and functions are put beside those most like them
/// (docs/decisions/0004).
fn rewrite(work: &Path) -> Result<Halves> {
    let (wasm, text, glue) = (work.join("huso_bg.wasm"), work.join("huso.wat"), work.join("huso.js"));
    run(program("wasm-opt")
        .args(["--quiet", "-g"])
        .args(WASM_FEATURES)
        .arg(&wasm)
        .args(["-S", "-o"])
        .arg(&text))?;
    let mut module = std::fs::read_to_string(&text)?;
    let mut script = std::fs::read_to_string(&glue)?;
    let import = "(import \"./huso_bg.js\" \"";
    let names: Vec<String> =
        module.split(import).skip(1).filter_map(|rest| Some(rest.split('"').next()?.to_owned())).collect();
    for (index, name) in names.iter().enumerate() {
        module = module.replacen(&format!("{import}{name}\""), &format!("(import \"h\" \"{index}\""), 1);
        script = script.replacen(&format!("        {name}:"), &format!("        {index}:"), 1);
    }
    let script = script.replace("\"./huso_bg.js\"", "\"h\"");
    let (module, script) = shorten_closures(module, script);
    std::fs::write(&glue, script)?;
    let is_gate = |name: &str| name.starts_with(FORM_GATES);
    let is_owned = |name: &str| OF_THE_FORM.iter().any(|part| name.contains(part));
    let is_dead = |name: &str| name.starts_with(CLOSURES);
    let halves = split(&module, is_gate, is_owned, is_dead)?;
    let settle = |half: &str| {
        std::fs::write(&text, half)?;
        optimize(&text, &text, &["-S"])?;
        order::by_likeness(&std::fs::read_to_string(&text)?)
    };
    Ok(Halves { program: settle(&halves.program)?, part: settle(&halves.part)? })
}

/// A module from its text.
fn assemble(module: &str, to: &Path) -> Result<()> {
    let text = to.with_extension("wat");
    std::fs::write(&text, module)?;
    run(program("wasm-opt").arg("--quiet").args(WASM_FEATURES).arg(&text).arg("-o").arg(to))?;
    std::fs::remove_file(&text).context("a module's text")
}

fn shorten_closures(mut module: String, mut script: String) -> (String, String) {
    let export = "(export \"";
    let names: Vec<String> = module
        .split(export)
        .skip(1)
        .filter_map(|rest| Some(rest.split('"').next()?.to_owned()))
        .filter(|name| name.starts_with("wasm_bindgen_"))
        .collect();
    for (index, name) in names.iter().enumerate() {
        module = module.replace(&format!("{export}{name}\""), &format!("{export}c{index}\""));
        script = script.replace(&format!("wasm.{name}("), &format!("wasm.c{index}("));
    }
    (module, script)
}

/// The page's own program, which Trunk leaves alone: one set of options for both.
fn optimize_organizer(staging: &Path) -> Result<()> {
    for file in std::fs::read_dir(staging)? {
        let path = file?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("organizer") && name.ends_with("_bg.wasm") {
            optimize(&path, &path, &[])?;
        }
    }
    Ok(())
}

/// Tells this build's files from those of another that a cache may still have.
fn build_id(modules: &[&str]) -> String {
    let mut hasher = DefaultHasher::new();
    modules.hash(&mut hasher);
    format!("{:08x}", hasher.finish() as u32)
}

/// One script of element, glue and styles: one request instead of three.
fn bundle(work: &Path, staging: &Path, build: &str, is_split: bool) -> Result<()> {
    let styles = work.join("widget.css");
    run(program("esbuild")
        .args(["styles/widget.css", "--bundle", "--minify", "--log-level=warning"])
        .arg(format!("--outfile={}", styles.display())))?;
    run(program("esbuild")
        .args(["embed/huso.js", "--bundle", "--minify", "--format=esm", "--target=es2022"])
        .args(["--legal-comments=none", "--loader:.css=text", "--log-level=warning"])
        .arg(format!("--define:HUSO_BUILD=\"{build}\""))
        .arg(format!("--define:HUSO_SPLIT={is_split}"))
        .arg(format!("--alias:huso-glue={}", work.join("huso.js").display()))
        .arg(format!("--alias:huso-styles={}", styles.display()))
        .arg(format!("--outfile={}", staging.join("huso.js").display())))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
