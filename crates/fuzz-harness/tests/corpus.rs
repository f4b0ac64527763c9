//! Every kept input, once.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use huso_fuzz_harness::TARGETS;
use std::path::Path;

#[test]
fn the_corpus_breaks_nothing() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for (name, run) in TARGETS {
        let files: Vec<_> =
            std::fs::read_dir(corpus.join(name)).unwrap().map(|file| file.unwrap().path()).collect();
        assert!(files.len() >= 10, "{name} has {} inputs", files.len());
        for file in files {
            // What fails is named by the last line.
            println!("{}", file.display());
            run(&std::fs::read(&file).unwrap());
        }
    }
}
