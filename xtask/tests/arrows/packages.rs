//! The crates of the workspace, as cargo knows them.

use crate::{Uses, root};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// Which of our crates each of them needs, tests left aside.
pub(crate) fn uses() -> Uses {
    let packages = packages();
    let is_ours = |name: &&str| packages.iter().any(|package| package["name"] == **name);
    let used = |package: &Value| {
        let dependencies = package["dependencies"].as_array().unwrap();
        let needed = dependencies.iter().filter(|one| one["kind"] != "dev");
        let mut names: Vec<String> =
            needed.filter_map(|one| one["name"].as_str()).filter(is_ours).map(str::to_owned).collect();
        names.dedup();
        names
    };
    packages.iter().map(|package| (package["name"].as_str().unwrap().to_owned(), used(package))).collect()
}

/// The folders of all crates' sources.
pub(crate) fn sources() -> Vec<PathBuf> {
    let manifest = |package: &Value| PathBuf::from(package["manifest_path"].as_str().unwrap());
    packages().iter().map(|package| manifest(package).with_file_name("src")).collect()
}
