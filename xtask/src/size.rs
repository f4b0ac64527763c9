//! Bytes of what a visitor downloads.

use crate::build::build;
use crate::run::root;
use anyhow::{Context as _, Result};
use std::io::Write as _;
use std::path::Path;

/// What every visitor downloads: with it, the agenda is shown.
const VISITOR: &[&str] = &["huso.js", "huso_bg.wasm"];

/// What is downloaded besides where somebody can register.
const FORM: &str = "huso_form.wasm";

struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Bytes {
    fn add(&mut self, other: &Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Prints each file raw, gzip and brotli, and the visitors' totals.
pub fn size() -> Result<()> {
    build()?;
    let dist = root().join("dist");
    println!("\n{:<36} {:>10} {:>10} {:>10}", "", "raw", "gzip", "brotli");
    totals(&dist)?;
    println!();
    let mut others: Vec<String> = std::fs::read_dir(&dist)?
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("organizer") || name == "index.html")
        .collect();
    others.sort();
    for name in others {
        println!("{}", row(&name, &measure(&dist.join(&name))?));
    }
    Ok(())
}

/// Prints what every visitor downloads, and what one who can register does.
fn totals(dist: &Path) -> Result<()> {
    let mut total = Bytes { raw: 0, gzip: 0, brotli: 0 };
    for name in VISITOR {
        let bytes = measure(&dist.join(name))?;
        println!("{}", row(name, &bytes));
        total.add(&bytes);
    }
    println!("{}", row("every visitor, in all", &total));
    let form = measure(&dist.join(FORM))?;
    println!("{}", row(FORM, &form));
    let mut with_form = form;
    with_form.add(&total);
    println!("{}", row("with the form, in all", &with_form));
    Ok(())
}

fn measure(file: &Path) -> Result<Bytes> {
    let content = std::fs::read(file).with_context(|| file.display().to_string())?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&content)?;
    let mut brotli = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut content.as_slice(), &mut brotli, &options)?;
    Ok(Bytes { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

fn row(name: &str, bytes: &Bytes) -> String {
    format!("{name:<36} {:>10} {:>10} {:>10}", bytes.raw, bytes.gzip, bytes.brotli)
}
