//! A small disk of one's own that can be filled.

use anyhow::{Context as _, Result, ensure};
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Written at once while it is filled.
const CHUNK: [u8; 4096] = [0; 4096];

/// A file system in memory, mounted in a temporary folder. Dropping it unmounts it.
#[derive(Debug)]
pub struct Disk {
    folder: TempDir,
}

impl Disk {
    /// Mounts one of some megabytes.
    ///
    /// # Errors
    /// Whoever isn't root can't; some containers don't let root either.
    pub fn mount(megabytes: u32) -> Result<Self> {
        let folder = TempDir::new()?;
        let size = format!("size={megabytes}m,mode=1777");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        let mounted = mount.status().context("mount")?;
        ensure!(mounted.success(), "a disk of its own can't be mounted (root may): mount: {mounted}");
        Ok(Self { folder })
    }

    /// Where it is mounted.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Fills it to the last byte.
    ///
    /// # Errors
    /// Another than that it is full.
    pub fn fill(&self) -> Result<()> {
        let mut file = File::create(self.path().join("filler"))?;
        loop {
            match file.write(&CHUNK) {
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::StorageFull => return Ok(()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Frees what [`Disk::fill`] took.
    ///
    /// # Errors
    /// It wasn't filled.
    pub fn free(&self) -> Result<()> {
        Ok(std::fs::remove_file(self.path().join("filler"))?)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: whoever still has a file open there keeps it.
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).status();
    }
}
