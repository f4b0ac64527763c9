//! Hashes by which a page can hold the package's files to be what was built (W3C, Subresource Integrity).

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha384};
use std::path::Path;

/// The name of the file in `dist` that has a hash for each file of the package.
pub const MANIFEST: &str = "integrity.json";

/// A file's hash as `integrity` has it.
pub fn integrity(file: &Path) -> Result<String> {
    let content = std::fs::read(file).with_context(|| file.display().to_string())?;
    Ok(format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content))))
}

/// Name and hash of each of these files in a folder, as JSON.
pub fn hashes(folder: &Path, names: &[String]) -> Result<Value> {
    let of = |name: &String| Ok((name.clone(), Value::from(integrity(&folder.join(name))?)));
    names.iter().map(of).collect::<Result<Map<_, _>>>().map(Value::Object)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
    use super::integrity;

    #[test]
    fn a_hash_is_the_one_that_the_standard_has_for_its_example() {
        let file = std::env::temp_dir().join(format!("huso-integrity-{}", std::process::id()));
        std::fs::write(&file, "alert('Hello, world.');").unwrap();
        let hash = integrity(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        // https://www.w3.org/TR/SRI/#the-integrity-attribute
        assert_eq!(hash, "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO");
    }
}
