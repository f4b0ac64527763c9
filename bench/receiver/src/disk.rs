//! What the databases' files are on.

use anyhow::Result;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How often a block is written.
const WRITES: usize = 200;

/// Device and file system of a folder, as far as findmnt knows them.
pub fn name(folder: &Path) -> String {
    let mut findmnt = Command::new("findmnt");
    findmnt.args(["--noheadings", "--output", "SOURCE,FSTYPE,OPTIONS", "--target"]).arg(folder);
    let output = findmnt.output().ok().filter(|output| output.status.success());
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = output.map(|output| words(&String::from_utf8_lossy(&output.stdout)));
    line.unwrap_or_else(|| "unknown (findmnt is missing)".to_owned())
}

/// Whether the folder is in memory, where durability costs nothing.
pub fn is_memory(name: &str) -> bool {
    name.split_whitespace().any(|word| matches!(word, "tmpfs" | "ramfs"))
}

/// How long it takes until 4 KiB at the end of a file have reached the disk: median and longest.
pub fn sync_times(folder: &Path) -> Result<[Duration; 2]> {
    let mut file = File::create(folder.join("sync"))?;
    let mut each = Vec::new();
    for _ in 0..WRITES {
        let start = Instant::now();
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        each.push(start.elapsed());
    }
    each.sort();
    Ok([each.get(WRITES / 2), each.last()].map(|time| time.copied().unwrap_or_default()))
}
