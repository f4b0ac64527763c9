//! Pictures of the built package, to be looked at.

use crate::build::build;
use crate::run::{program, root, run};
use crate::tools;
use anyhow::{Result, bail};

/// Takes them, into a folder: target/pictures unless one is named.
pub fn pictures(arguments: &[String]) -> Result<()> {
    let folder = match arguments {
        [] => root().join("target/pictures"),
        [folder] => std::path::absolute(folder)?,
        _ => bail!("usage: cargo xtask pictures [FOLDER]"),
    };
    build()?;
    run(program("node")
        .arg("tests/pictures/pictures.mjs")
        .arg(&folder)
        .env("HUSO_CHROMIUM", tools::browser()?.chromium)
        .env("HUSO_BIN", root().join("target/release/huso"))
        .env("HUSO_DIST", root().join("dist")))?;
    println!("the pictures are in {}", folder.display());
    Ok(())
}
