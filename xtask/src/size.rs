//! Bytes of what a visitor downloads.

use crate::build::build;
use crate::run::root;
use anyhow::{Context as _, Result, bail};
use std::io::Write as _;
use std::path::Path;

/// What every visitor downloads: with it, the agenda is shown.
const VISITOR: &[&str] = &["huso.js", "huso_bg.wasm"];

/// An alarm for these, in bytes as brotli makes them: a little over what they are. 160,000 were hoped for
/// (docs/decisions/0011).
const ALARM: usize = 340_000;

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

/// Prints each file raw, gzip and brotli, and what every visitor downloads.
///
/// # Errors
/// What every visitor downloads is over the alarm.
pub fn size() -> Result<()> {
    build()?;
    let dist = root().join("dist");
    println!("\n{:<36} {:>10} {:>10} {:>10}", "", "raw", "gzip", "brotli");
    let visitors = visitors(&dist)?;
    let names = std::fs::read_dir(&dist)?.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort();
    println!("\nparts that are fetched when they are needed");
    let is_part = |name: &&String| name.starts_with("huso_") && !VISITOR.contains(&name.as_str());
    for name in names.iter().filter(is_part) {
        println!("{}", row(name, &measure(&dist.join(name))?));
    }
    println!("\nthe organizer's page");
    for name in names.iter().filter(|name| name.starts_with("organizer") || *name == "index.html") {
        println!("{}", row(name, &measure(&dist.join(name))?));
    }
    if visitors.brotli > ALARM {
        bail!(
            "every visitor downloads {} bytes, more than {ALARM}: what came in, and who needs it?",
            visitors.brotli
        );
    }
    Ok(())
}

/// Prints what every visitor downloads, and returns its total.
fn visitors(dist: &Path) -> Result<Bytes> {
    let mut total = Bytes { raw: 0, gzip: 0, brotli: 0 };
    for name in VISITOR {
        let bytes = measure(&dist.join(name))?;
        println!("{}", row(name, &bytes));
        total.add(&bytes);
    }
    println!("{}", row("every visitor, in all", &total));
    Ok(total)
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
