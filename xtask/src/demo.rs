//! Everything built and served on this machine.

use crate::build::build;
use crate::run::{program, root, run};
use anyhow::{Result, bail};

/// Builds, and serves until it is stopped.
pub fn demo(arguments: &[String]) -> Result<()> {
    let port = match arguments {
        [] => "8080",
        [flag, port] if flag == "--port" => port,
        _ => bail!("usage: cargo xtask demo [--port N]"),
    };
    build()?;
    std::fs::create_dir_all(root().join("target/demo"))?;
    println!("\n  organizer's page   http://127.0.0.1:{port}/");
    println!("  on a host page     http://127.0.0.1:{port}/examples/plain.html");
    println!("  registrations      target/release/huso registrations --database target/demo/huso.db\n");
    run(program(root().join("target/release/huso"))
        .args(["serve", "--site", "dist", "--database", "target/demo/huso.db"])
        .args(["--event", "examples/pacific-alliance-2023.json"])
        .args(["--event", "examples/pacific-alliance-2027.json"])
        .args(["--listen", &format!("127.0.0.1:{port}")]))
}
