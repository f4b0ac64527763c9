//! `huso serve --site` and the files that are nobody's business.

use crate::program::{command, err, example};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;

/// What it says on not serving.
fn refusal(site: &Path, database: &Path) -> String {
    let (example, site, database) = (example(2027), site.to_str().unwrap(), database.to_str().unwrap());
    let args =
        ["serve", "--event", &example, "--site", site, "--database", database, "--listen", "127.0.0.1:0"];
    let mut child = command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    if !line.is_empty() {
        child.kill().unwrap();
    }
    let output = child.wait_with_output().unwrap();
    assert_eq!((line.as_str(), output.status.code()), ("", Some(2)), "it serves");
    err(&output).to_owned()
}

#[test]
fn registrations_are_not_stored_where_everybody_could_download_them() {
    let folder = TempDir::new().unwrap();
    let site = folder.path().join("site");
    std::fs::create_dir(&site).unwrap();
    let mut ways = vec![site.join("huso.db"), site.join("../site/huso.db")];
    #[cfg(unix)]
    {
        let link = folder.path().join("link.db");
        std::os::unix::fs::symlink("site/huso.db", &link).unwrap();
        ways.push(link);
    }
    for database in ways {
        let error = refusal(&site, &database);
        assert!(error.contains("everybody could download it; name a place outside"), "{error}");
        assert_eq!(
            std::fs::read_dir(&site).unwrap().count(),
            0,
            "nothing was made there: {}",
            database.display()
        );
    }
}
